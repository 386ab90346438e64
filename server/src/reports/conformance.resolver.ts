import { Args, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import type { Channel, CommitmentSection, LetterKind, Service } from '@domain'
import { ChannelEnum, LetterKindEnum, ServiceEnum } from '../platform/enums.js'
import { graphqlEnum } from '../platform/graphql-enum.js'
import { Moment } from '../platform/moment.js'
import { AllowArea, CheckedInside } from '../platform/policy.js'
import { conformanceOf, type ConformanceLine } from './conformance.js'
import { COMMITMENT_SECTIONS } from '@domain'

const CommitmentSectionEnum = graphqlEnum('CommitmentSection', COMMITMENT_SECTIONS)

/** A test that proves a commitment: its file and its title. */
@ObjectType()
@CheckedInside('the conformance query')
export class ConformanceTest {
  @Field() file: string
  @Field() title: string
}

/** How often a commitment was kept. Counts only. */
@ObjectType()
@CheckedInside('the conformance query')
export class ConformanceCount {
  @Field(() => Int) kept: number
  @Field(() => Int) broken: number
  @Field(() => Int, { description: 'Still open, and in time' }) running: number
}

/** One sentence of a published standard, the rule that implements it, the tests that prove it, and how it was kept. */
@ObjectType()
@CheckedInside('the conformance query')
export class ConformanceRow {
  @Field() code: string
  @Field(() => ServiceEnum) service: Service
  @Field(() => CommitmentSectionEnum) section: CommitmentSection
  @Field() clause: string
  @Field(() => [String], { description: 'The clocks that keep a promise about time' }) clocks: readonly string[]
  @Field(() => ChannelEnum, { nullable: true }) channel: Channel | null
  @Field(() => LetterKindEnum, { nullable: true }) letterKind: LetterKind | null
  @Field(() => String, { nullable: true, description: 'File and name of the rule' }) rule: string | null
  @Field(() => [ConformanceTest]) tests: readonly ConformanceTest[]
  @Field(() => ConformanceCount, { nullable: true }) measured: ConformanceCount | null
}

@ObjectType()
@CheckedInside('the conformance query')
export class Conformance {
  @Field(() => Date) at: Date
  @Field(() => [ConformanceRow]) rows: ConformanceRow[]
}

const row = ({ commitment, rule, tests, measured }: ConformanceLine): ConformanceRow => ({
  code: commitment.code,
  service: commitment.service,
  section: commitment.section,
  clause: commitment.clause,
  clocks: commitment.clocks,
  channel: commitment.channel,
  letterKind: commitment.letterKind,
  rule: rule && `${rule.file} · ${rule.name}`,
  tests,
  measured,
})

/** The conformance sheet (kepatuhan): every clause of the five standards beside rule, test and what became of it. */
@Resolver(() => Conformance)
export class ConformanceResolver {
  constructor(private readonly db: DataSource) {}

  @Query(() => Conformance)
  @AllowArea('conformance')
  async conformance(@Args('year', { type: () => Int, nullable: true }) year?: number | null): Promise<Conformance> {
    const at = await Moment.now(this.db)
    return { at, rows: (await conformanceOf(this.db, at, year ?? null)).map(row) }
  }
}
