import { Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql'
import { Jobs, type GivenUpJob } from './jobs.js'
import { AllowArea } from './policy.js'
import { DateTime } from './scalars.js'

/** Work that was given up and waits for somebody to look. */
@ObjectType('GivenUpJob')
@AllowArea('outbox')
export class GivenUpJobRow implements GivenUpJob {
  @Field(() => ID) id: string
  @Field(() => String) name: string
  @Field(() => Int) attempts: number
  @Field(() => String) lastError: string
  @Field(() => DateTime) at: Date
}

@Resolver()
export class JobsResolver {
  constructor(private readonly jobs: Jobs) {}

  @Query(() => [GivenUpJobRow])
  @AllowArea('outbox')
  givenUpJobs(): Promise<GivenUpJob[]> {
    return this.jobs.givenUp()
  }
}
