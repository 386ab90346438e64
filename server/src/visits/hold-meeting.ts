import { Injectable } from '@nestjs/common'
import {
  caseFacts,
  needsActivityReason,
  nextVisitState,
  Refusal,
  TERMINAL_STAGES,
  titleHeld,
  type ClockRule,
  type MedlinCategory,
  type Viewer,
  type VisitOutcome,
} from '@domain'
import { closeOrally, enterDecision, holding } from '../cases/index.js'
import { excuseClocks, stopClocks } from '../clocks/index.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { demandCategory, demandWords, openVisit, saveDue, saveVisit, type Target } from './open-visit.js'

/** The consultation itself: the assigned officer begins it, which keeps the promise, and ends it with outcome and minutes. */
@Injectable()
export class HoldMeeting {
  constructor(private readonly work: Work) {}

  begin(
    me: Viewer,
    target: Target,
    { activityReason, category }: { readonly activityReason: string | null; readonly category: MedlinCategory | null },
    attempt: Attempt,
  ): Promise<{ id: string }> {
    return this.work.run(me, 'beginMeeting', attempt, async (tx) => {
      const open = await openVisit(tx, target)
      const { visit, theCase } = open
      visit.state = nextVisitState(open.before, 'begin', me)
      if (theCase.channel === visit.channel) demandCategory(open, category, 'begin')
      if (activityReason?.trim()) visit.activityReason = demandWords(activityReason, 'activityReason')
      const needsReason = needsActivityReason(await runningPromise(tx, theCase.id), tx.now)
      if (!visit.activityReason && needsReason) throw new Refusal('visit.activity_reason_missing', { fields: ['activityReason'] })
      const post = holding(me, theCase)
      visit.begunAt = tx.now
      visit.officerName = me.name
      visit.officerTitle = titleHeld(post)
      const caseBefore = caseFacts(theCase)
      const due = theCase.nextDueAt?.getTime()
      if (visit.activityReason && needsReason) await excuseClocks(tx, theCase, visit.activityReason, post)
      await stopClocks(tx, theCase, 'consultation_begun', 'consultation_begun')
      if (due !== theCase.nextDueAt?.getTime()) await saveDue(tx, theCase, caseBefore, post)
      await saveVisit(tx, 'visit.begun', open, { position: post, note: visit.activityReason })
      return { id: visit.id }
    })
  }

  /** Answered by word of mouth, the case ends; when a letter is to follow, it lies on the officer's desk to be written. */
  finish(
    me: Viewer,
    target: Target,
    result: { readonly outcome: VisitOutcome; readonly minutes: string },
    attempt: Attempt,
  ): Promise<{ id: string }> {
    return this.work.run(me, 'finishMeeting', attempt, async (tx) => {
      const open = await openVisit(tx, target)
      const { visit, theCase } = open
      visit.state = nextVisitState(open.before, 'finish', me)
      visit.minutes = demandWords(result.minutes, 'minutes', 20_000)
      visit.outcome = result.outcome
      visit.endedAt = tx.now
      const post = holding(me, theCase)
      const ended = TERMINAL_STAGES.includes(theCase.stage)
      if (!ended && result.outcome === 'answered_orally') await closeOrally(tx, theCase, post)
      if (!ended && result.outcome === 'written_answer_follows' && theCase.stage === 'assigned') {
        await enterDecision(
          tx,
          theCase,
          { processable: true, reason: 'Konsultasi telah dilaksanakan; jawaban tertulis menyusul.', confirmBy: null },
          post,
        )
      }
      await saveVisit(tx, 'visit.ended', open, { position: post, detail: { outcome: result.outcome } })
      return { id: visit.id }
    })
  }
}

/** The running clock of the case that the beginning of the consultation keeps. */
async function runningPromise(tx: Tx, caseId: string): Promise<{ dueAt: Date | null; asUnitActivityAllows: boolean } | null> {
  const [clock] = await tx.query<{ rule: ClockRule; due_at: Date | null }>(
    `SELECT rule, due_at FROM clock WHERE case_id = $1 AND rule->>'stopEvent' = 'consultation_begun' AND started_at IS NOT NULL AND stopped_at IS NULL
       AND excused_at IS NULL`,
    [caseId],
  )
  return clock ? { dueAt: clock.due_at, asUnitActivityAllows: clock.rule.condition.asUnitActivityAllows ?? false } : null
}
