import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import type { Viewer } from '@domain'
import { Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { readCase } from './case-reader.js'
import { Case } from './case.entity.js'
import { SealReporter } from './seal-reporter.js'

/** Sealing a reporter after the registration. */
@Resolver()
export class SealReporterResolver {
  constructor(
    private readonly db: DataSource,
    private readonly seal: SealReporter,
  ) {}

  @Mutation(() => Case)
  @CheckedInside('SealReporter')
  async sealReporter(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('key') key: string,
  ): Promise<Case> {
    await this.seal.run(me, { id, version }, { key, input: { id, version } })
    return readCase(this.db, me, id)
  }
}
