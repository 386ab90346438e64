import type { Dice } from './random.js'

/** How far a demonstration case has come by the day of seeding. */
export const ENDINGS = [
  'registered',
  'handed_over',
  'with_unit',
  'assigned',
  'accepted',
  'decided',
  'drafting',
  'in_review',
  'with_leadership',
  'returned',
  'approved',
  'issued',
  'under_way',
  'closed',
  'declined',
  'withdrawn',
] as const
export type Ending = (typeof ENDINGS)[number]

/** How many of each hundred and sixty cases end where: work in every stage, and a past behind it. */
const SHARES: Readonly<Record<Ending, number>> = {
  registered: 8,
  handed_over: 8,
  with_unit: 10,
  assigned: 10,
  accepted: 8,
  decided: 7,
  drafting: 12,
  in_review: 10,
  with_leadership: 10,
  returned: 8,
  approved: 5,
  issued: 6,
  under_way: 4,
  closed: 44,
  declined: 7,
  withdrawn: 3,
}

/** Working minutes between one act and the next, least and most: an office at its ordinary pace. */
export const PACE: Readonly<Record<Act, readonly [number, number]>> = {
  register: [0, 0],
  hand_over: [5, 90],
  dispose: [20, 240],
  assign: [15, 240],
  accept: [10, 180],
  decide: [30, 300],
  draft: [20, 240],
  write: [40, 200],
  submit: [5, 60],
  review: [20, 300],
  send_back: [20, 240],
  revise: [30, 240],
  approve: [20, 300],
  issue: [10, 120],
  deliver: [10, 180],
  receipt: [300, 1_200],
  withdraw: [60, 600],
}

/** The acts of the product that the story is told with. */
export type Act =
  | 'register'
  | 'hand_over'
  | 'dispose'
  | 'assign'
  | 'accept'
  | 'decide'
  | 'draft'
  | 'write'
  | 'submit'
  | 'review'
  | 'send_back'
  | 'revise'
  | 'approve'
  | 'issue'
  | 'deliver'
  | 'receipt'
  | 'withdraw'

const TO_DESK: readonly Act[] = ['register', 'hand_over', 'dispose', 'assign', 'accept', 'decide']
const TO_REVIEW: readonly Act[] = [...TO_DESK, 'draft', 'write', 'submit']
const TO_APPROVAL: readonly Act[] = [...TO_REVIEW, 'review', 'approve']

/** A recommendation goes to the authority; the complainant is then answered with a letter of their own, which closes the case. */
export const SECOND_LETTER: readonly Act[] = ['draft', 'write', 'submit', 'review', 'approve', 'issue', 'deliver', 'receipt']

/** The acts that lead to an ending, in order. A closed case may have been returned once on its way. */
export function actsTo(ending: Ending, dice: Dice): readonly Act[] {
  const reviewed: readonly Act[] = dice.chance(0.3) ? [...TO_REVIEW, 'send_back', 'revise', 'submit', 'review', 'approve'] : TO_APPROVAL
  switch (ending) {
    case 'registered':
      return TO_DESK.slice(0, 1)
    case 'handed_over':
      return TO_DESK.slice(0, 2)
    case 'with_unit':
      return TO_DESK.slice(0, 3)
    case 'assigned':
      return TO_DESK.slice(0, 4)
    case 'accepted':
      return TO_DESK.slice(0, 5)
    case 'decided':
      return TO_DESK
    case 'drafting':
      return [...TO_DESK, 'draft', 'write']
    case 'in_review':
      return TO_REVIEW
    case 'with_leadership':
      return [...TO_REVIEW, 'review']
    case 'returned':
      return [...TO_REVIEW, 'send_back']
    case 'approved':
      return reviewed
    case 'issued':
      return [...reviewed, 'issue']
    case 'under_way':
      return [...reviewed, 'issue', 'deliver']
    case 'closed':
    case 'declined':
      return [...reviewed, 'issue', 'deliver', 'receipt']
    case 'withdrawn':
      return ['register', 'hand_over', 'withdraw']
  }
}

/** The endings of so many cases, mixed as they would lie in a register. */
export function endings(count: number, dice: Dice): Ending[] {
  const total = Object.values(SHARES).reduce((sum, share) => sum + share, 0)
  const all = ENDINGS.flatMap((ending) => Array.from({ length: Math.round((SHARES[ending] * count) / total) }, () => ending))
  return all
    .map((ending) => ({ ending, place: dice.roll() }))
    .sort((a, b) => a.place - b.place)
    .map(({ ending }) => ending)
}
