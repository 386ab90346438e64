import { Injectable } from '@nestjs/common'
import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import {
  classificationNeedsApproval,
  classificationRefusal,
  demandClock,
  elapsedOf,
  limitLabel,
  readLedger,
  type Classification,
  type ClockState,
  type Viewer,
} from '@domain'
import { readCase, type Case } from '../cases/index.js'
import { demandedRules, readBook, rulesTaken } from '../clocks/index.js'
import { Moment } from '../platform/moment.js'
import { CheckedInside } from '../platform/policy.js'
import { calendarById } from '../standards/index.js'

/** What a classification would do to one clock. Dates are null while the clock has not started or no limit is set. */
@ObjectType()
@CheckedInside('PreviewReclassification')
export class ReclassifiedClock {
  @Field(() => ID) clockId: string
  @Field() code: string
  @Field() label: string
  @Field() labelEn: string
  @Field() limitBefore: string
  @Field() limitBeforeEn: string
  @Field() limitAfter: string
  @Field() limitAfterEn: string
  @Field(() => Date, { nullable: true }) dueBefore: Date | null
  @Field(() => Date, { nullable: true }) dueAfter: Date | null
  /** The new date has passed already. */
  @Field() lateAtOnce: boolean
  /** What has run and what was paused, in whole days or open minutes of the new limit; both are kept. */
  @Field(() => String, { nullable: true }) unit: 'minute' | 'day' | 'working_day' | null
  @Field(() => Int) run: number
  @Field(() => Int) paused: number
  /** How much was granted on the limit before: it ends with it. */
  @Field(() => Int) extensionEnds: number
}

/** What a classification would change, before anybody decides. */
@ObjectType()
@CheckedInside('PreviewReclassification')
export class ReclassificationPreview {
  @Field() needsApproval: boolean
  @Field(() => [ReclassifiedClock]) clocks: ReclassifiedClock[]
}

/** Says which due dates a classification would move, and from when to when. Changes nothing. */
@Injectable()
export class PreviewReclassification {
  constructor(private readonly db: DataSource) {}

  async run(me: Viewer, caseId: string, to: Classification): Promise<ReclassificationPreview> {
    const theCase = await readCase(this.db, me, caseId)
    demandClock(classificationRefusal(theCase, to))
    const now = await Moment.now(this.db)
    const clocks = await readBook(this.db, theCase.id)
    const classified: Pick<Case, 'service' | 'channel' | 'classification' | 'agencyCode' | 'standardVersionId'> = {
      service: theCase.service,
      channel: theCase.channel,
      classification: to,
      agencyCode: theCase.agencyCode,
      standardVersionId: theCase.standardVersionId,
    }
    const taken = rulesTaken(clocks, await demandedRules(this.db, classified)).filter(({ clock }) => clock.entries.at(-1)?.kind !== 'stop')
    const shown = await Promise.all(
      taken.map(async ({ clock, rule }): Promise<ReclassifiedClock> => {
        const { calendar } = await calendarById(this.db, clock.calendarId)
        const before = readLedger(clock.rule, clock.entries, calendar)
        const after = readLedger(rule, [...clock.entries, { kind: 'reclassify', at: now }], calendar)
        const elapsed = elapsedOf(rule, after.limit, after, now, calendar)
        const dueAfter = dueOf(after)
        return {
          clockId: clock.id,
          code: rule.code,
          label: rule.label.id,
          labelEn: rule.label.en,
          limitBefore: limitLabel(before.limit).id,
          limitBeforeEn: limitLabel(before.limit).en,
          limitAfter: limitLabel(after.limit).id,
          limitAfterEn: limitLabel(after.limit).en,
          dueBefore: dueOf(before),
          dueAfter,
          lateAtOnce: dueAfter !== null && after.openPause === null && dueAfter < now,
          unit: elapsed?.unit ?? null,
          run: elapsed?.run ?? 0,
          paused: elapsed?.paused ?? 0,
          extensionEnds: before.granted,
        }
      }),
    )
    return { needsApproval: classificationNeedsApproval(to), clocks: shown }
  }
}

const dueOf = (state: ClockState): Date | null => state.due?.dueAt ?? null
