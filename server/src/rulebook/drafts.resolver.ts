import { Args, Field, ID, InputType, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { DataSource, In } from 'typeorm'
import {
  LIMIT_UNITS,
  linesOf,
  mayRead,
  Refusal,
  type Channel,
  type LimitUnit,
  type LineChange,
  type RuleKind,
  type SenderKind,
  type Service,
  type Viewer,
} from '@domain'
import { Case } from '../cases/case.entity.js'
import { ChannelEnum, SenderKindEnum, ServiceEnum } from '../platform/enums.js'
import { LocalDateScalar } from '../platform/local-date.js'
import { Me } from '../platform/me.js'
import { AllowArea, CheckedInside } from '../platform/policy.js'
import { JsonScalar } from '../platform/scalars.js'
import { AdvanceDraft } from './advance-draft.js'
import { ConsentToDraft } from './consent-to-draft.js'
import { draftedStandard, examine, hashOf, newestOf } from './drafts.js'
import { RehearseDraft } from './rehearse-draft.js'
import { RuleDraft, RuleKindEnum } from './rule-draft.entity.js'
import { WriteDraft } from './write-draft.js'

/** One line of a standard as it was written. */
@InputType()
export class StandardLineInput {
  @Field() key: string
  @Field() id: string
  @Field() en: string
  @Field(() => Boolean, { nullable: true }) mandatory?: boolean | null
  @Field(() => Int, { nullable: true }) limitAmount?: number | null
  @Field(() => String, { nullable: true }) limitUnit?: string | null
  @Field(() => Boolean, { nullable: true, description: 'Takes a requirement out' }) removed?: boolean | null
  @Field(() => String, { nullable: true, description: 'The place of a requirement that is one more: "Persyaratan 1d"' }) clause?:
    string | null
  @Field(() => [ChannelEnum], { nullable: true, description: 'Through which channels a requirement that is one more is asked' })
  channels?: Channel[] | null
  @Field(() => [SenderKindEnum], { nullable: true, description: 'Of whom it is asked' }) appliesTo?: SenderKind[] | null
}

/** More lines than any standard has; a draft that exceeds it is no standard. */
const MOST_LINES = 400

/** A unit nobody counts in is no unit of a draft: a draft that holds one could not even be shown. */
function unitOf(typed: string): LimitUnit {
  const unit = LIMIT_UNITS.find((known) => known === typed)
  if (!unit) throw new Refusal('request.invalid', { fields: ['lines.limitUnit'] })
  return unit
}

const lineOf = ({
  key,
  id,
  en,
  mandatory,
  limitAmount,
  limitUnit,
  removed,
  clause,
  channels,
  appliesTo,
}: StandardLineInput): LineChange => ({
  key,
  text: { id, en },
  ...(typeof mandatory === 'boolean' ? { mandatory } : {}),
  ...(removed ? { removed } : {}),
  ...(channels ? { clause: clause ?? '', channels: [...new Set(channels)], appliesTo: [...new Set(appliesTo ?? [])] } : {}),
  ...(typeof limitAmount === 'number' && limitUnit ? { limit: { amount: limitAmount, unit: unitOf(limitUnit) } } : {}),
})

/** Drafted versions of standards and of the calendar. */
@Resolver(() => RuleDraft)
@CheckedInside('ruleDraftRefusal in the use-case')
export class DraftsResolver {
  constructor(
    private readonly db: DataSource,
    private readonly write: WriteDraft,
    private readonly rehearsing: RehearseDraft,
    private readonly advance: AdvanceDraft,
    private readonly consent: ConsentToDraft,
  ) {}

  @Query(() => [RuleDraft], { description: 'Unfinished drafts of one kind, and the calendar that took effect last' })
  @AllowArea('standards')
  async ruleDrafts(@Args('kind', { type: () => RuleKindEnum }) kind: RuleKind): Promise<RuleDraft[]> {
    const open = await this.db.manager.find(RuleDraft, { where: { kind, state: In(['draft', 'proposed']) }, order: { savedAt: 'DESC' } })
    const last =
      kind === 'calendar'
        ? await this.db.manager.find(RuleDraft, { where: { kind, state: 'active' }, order: { consentedAt: 'DESC' }, take: 1 })
        : []
    return [...open, ...last]
  }

  @ResolveField(() => JsonScalar, { description: 'The lines of a drafted standard, or the drafted calendar' })
  content(@Parent() draft: RuleDraft): unknown {
    return draft.service ? linesOf(draftedStandard(draft.service, draft.document)) : draft.document
  }

  @ResolveField(() => JsonScalar, { description: 'What is wrong and what is changed, against the version it follows' })
  examination(@Parent() draft: RuleDraft): Promise<unknown> {
    return examine(this.db, draft)
  }

  @ResolveField(() => String)
  hash(@Parent() draft: RuleDraft): string {
    return hashOf(draft.document)
  }

  @ResolveField(() => Boolean, { description: 'Another version came into force since this was begun' })
  async overtaken(@Parent() draft: RuleDraft): Promise<boolean> {
    if (draft.state === 'active' || draft.state === 'discarded') return false
    return (await newestOf(this.db, draft)).id !== draft.basedOn
  }

  @ResolveField(() => JsonScalar, { nullable: true, description: 'The last rehearsal; a case is named only to those who may read it' })
  async rehearsal(@Parent() draft: RuleDraft, @Me() me: Viewer): Promise<unknown> {
    if (!draft.rehearsal) return null
    const ids = [...new Set(draft.rehearsal.lines.map((line) => line.caseId))]
    const cases = ids.length > 0 ? await this.db.manager.findBy(Case, { id: In(ids) }) : []
    const subjects = new Map(cases.filter((row) => mayRead(me, row)).map((row) => [row.id, row.subject]))
    const lines = draft.rehearsal.lines.map(({ caseId, ...line }) => {
      const subject = subjects.get(caseId) ?? null
      return { ...line, subject, caseId: subject === null ? null : caseId }
    })
    return { ...draft.rehearsal, lines }
  }

  @ResolveField(() => JsonScalar, { nullable: true, description: 'What became of the open clocks after a calendar took effect' })
  outcome(@Parent() draft: RuleDraft): unknown {
    return draft.outcome
  }

  @Mutation(() => RuleDraft, { description: 'Begins a draft, or with `id` writes on one' })
  async writeStandardDraft(
    @Me() me: Viewer,
    @Args('service', { type: () => ServiceEnum }) service: Service,
    @Args('effectiveFrom', { type: () => LocalDateScalar }) effectiveFrom: string,
    @Args('reason') reason: string,
    @Args('lines', { type: () => [StandardLineInput] }) lines: StandardLineInput[],
    @Args('key') key: string,
    @Args('id', { type: () => ID, nullable: true }) id: string | null = null,
    @Args('version', { type: () => Int, nullable: true }) version: number | null = null,
  ): Promise<RuleDraft> {
    if (lines.length > MOST_LINES) throw new Refusal('request.invalid', { fields: ['lines'] })
    const target = id === null ? null : { id, version: version ?? 0 }
    const input = { id, version, service, effectiveFrom, reason, lines }
    return this.found(await this.write.run(me, target, { service, effectiveFrom, reason, lines: lines.map(lineOf) }, { key, input }))
  }

  @Mutation(() => RuleDraft, { description: 'Begins a draft, or with `id` writes on one' })
  async writeCalendarDraft(
    @Me() me: Viewer,
    @Args('calendar', { type: () => JsonScalar }) calendar: unknown,
    @Args('reason') reason: string,
    @Args('key') key: string,
    @Args('id', { type: () => ID, nullable: true }) id: string | null = null,
    @Args('version', { type: () => Int, nullable: true }) version: number | null = null,
  ): Promise<RuleDraft> {
    const target = id === null ? null : { id, version: version ?? 0 }
    const input = { id, version, reason, calendar }
    return this.found(await this.write.run(me, target, { service: null, reason, calendar }, { key, input }))
  }

  @Mutation(() => RuleDraft, {
    description: 'Counts what the draft would do: over cases closed in the last months, or over every open clock',
  })
  async rehearseDraft(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('months', { type: () => Int }) months: number,
    @Args('key') key: string,
  ): Promise<RuleDraft> {
    return this.found(await this.rehearsing.run(me, { id, version }, months, { key, input: { id, version, months } }))
  }

  @Mutation(() => RuleDraft)
  async proposeDraft(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('key') key: string,
  ): Promise<RuleDraft> {
    return this.found(await this.advance.propose(me, { id, version }, { key, input: { id, version } }))
  }

  @Mutation(() => RuleDraft)
  async sendBackDraft(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('note') note: string,
    @Args('key') key: string,
  ): Promise<RuleDraft> {
    return this.found(await this.advance.sendBack(me, { id, version }, note, { key, input: { id, version, note } }))
  }

  @Mutation(() => RuleDraft)
  async discardDraft(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('key') key: string,
  ): Promise<RuleDraft> {
    return this.found(await this.advance.discard(me, { id, version }, { key, input: { id, version } }))
  }

  @Mutation(() => RuleDraft, { description: 'A second person puts into force what was rehearsed: `hash` is that of the document they saw' })
  async consentToDraft(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('hash') hash: string,
    @Args('key') key: string,
  ): Promise<RuleDraft> {
    return this.found(await this.consent.run(me, { id, version }, hash, { key, input: { id, version, hash } }))
  }

  private found({ id }: { id: string }): Promise<RuleDraft> {
    return this.db.manager.findOneByOrFail(RuleDraft, { id })
  }
}
