import { Args, Field, ObjectType, Query, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { SignedIn } from '../platform/policy.js'

/** A government agency as it is picked at registration. */
@SignedIn()
@ObjectType()
export class Agency {
  @Field() code: string
  @Field() name: string
  @Field() kind: string
  @Field(() => String, { nullable: true }) province: string | null
  /** In a region of the decree on underdeveloped regions (Perpres 63/2020): the JPT clock has its own limit there. */
  @Field() underdeveloped: boolean
}

@Resolver()
export class AgenciesResolver {
  constructor(private readonly db: DataSource) {}

  @SignedIn()
  @Query(() => [Agency], { description: 'The agencies whose name is most like what was typed, at most twelve' })
  agencies(@Args('search') search: string): Promise<Agency[]> {
    const words = search.trim().slice(0, 100).toLowerCase()
    if (words.length < 2) return Promise.resolve([])
    return this.db.query<Agency[]>(
      `SELECT code, name, kind, province, underdeveloped FROM agency
       WHERE lower(name) LIKE '%' || $2 || '%' OR name % $1 ORDER BY (lower(name) LIKE '%' || $2 || '%') DESC, similarity(name, $1) DESC, name LIMIT 12`,
      [words, words.replace(/[\\%_]/g, '\\$&')],
    )
  }
}
