import {
  caseRefusal,
  excuseRefusal,
  extensionLeft,
  extensionRefusal,
  ownLimitRefusal,
  PAUSE_REASONS,
  pauseRefusal,
  resumeRefusal,
  type CaseFacts,
  type ClockFacts,
  type PauseReason,
  type Viewer,
} from '@domain'

/** What can be done with one clock. */
export const CLOCK_ACTS = ['resume', 'pause', 'extend', 'limit', 'excuse'] as const
export type ClockAct = (typeof CLOCK_ACTS)[number]

export const CLOCK_ACT_ICON: Record<ClockAct, string> = {
  resume: 'i-lucide-play',
  pause: 'i-lucide-pause',
  extend: 'i-lucide-calendar-plus',
  limit: 'i-lucide-calendar-cog',
  excuse: 'i-lucide-message-square-warning',
}

/** Reasons for which the clock could be paused now. */
export const pausesNow = (clock: ClockFacts, now: number): PauseReason[] =>
  PAUSE_REASONS.filter((reason) => pauseRefusal(clock, reason, now) === null)

/** What the viewer may do with a clock now, from the rules and decisions that the server asks too. */
export function actsNow(theCase: CaseFacts, clock: ClockFacts, me: Viewer, now: number): ClockAct[] {
  const keeps = caseRefusal(theCase, 'keep_clocks', me) === null
  const sets = caseRefusal(theCase, 'set_clock_limit', me) === null
  const possible: Record<ClockAct, boolean> = {
    resume: keeps && resumeRefusal(clock) === null,
    pause: keeps && pausesNow(clock, now).length > 0,
    extend: keeps && extensionLeft(clock) > 0 && extensionRefusal(clock, 1, now) === null,
    limit: sets && ownLimitRefusal(clock, { amount: 1, unit: 'day' }) === null,
    excuse: keeps && excuseRefusal(clock) === null,
  }
  return CLOCK_ACTS.filter((act) => possible[act])
}
