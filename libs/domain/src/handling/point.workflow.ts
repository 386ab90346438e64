import type { PointState } from './point.js'

export interface PointStep {
  readonly from: readonly PointState[]
  readonly to: PointState
}

/**
 * The life of a recommendation point. `bind` is no act of a person: the letter that carries it has reached the PPK. `reject` finds a reply wanting, so that the
 * time goes on. `point.workflow.spec.ts` proves every state is reachable.
 */
export const POINT_WORKFLOW = {
  bind: { from: ['draft'], to: 'open' },
  record_reply: { from: ['open', 'replied'], to: 'replied' },
  accept_reply: { from: ['replied'], to: 'done' },
  reject_reply: { from: ['replied'], to: 'open' },
  give_up: { from: ['open', 'replied'], to: 'not_followed' },
  extend_point: { from: ['open'], to: 'open' },
} as const satisfies Record<string, PointStep>

export type PointMove = keyof typeof POINT_WORKFLOW
export const POINT_MOVES = Object.keys(POINT_WORKFLOW) as PointMove[]

/** The moves that people make. */
export const POINT_ACTIONS = [
  'record_reply',
  'accept_reply',
  'reject_reply',
  'give_up',
  'extend_point',
] as const satisfies readonly PointMove[]
export type PointAction = (typeof POINT_ACTIONS)[number]
