import { expect, test } from '@jest/globals'
import type { Viewer } from '@domain'
import { isMine, leadingTask, type WaitingTask } from './nextStep.js'

const held = (id: string, role: Viewer['positions'][number]['role'], unitId: string) =>
  ({ id, role, unitId, title: id, kind: 'definitive', onBehalfOf: null }) as const
const asisten: Viewer = { id: 'p1', name: 'Rina', positions: [held('asisten-1', 'ASISTEN', 'nkk')] }
const clerk: Viewer = { id: 'p2', name: 'Siti', positions: [held('registry-1', 'SEKRETARIAT', 'sekretariat')] }

const task = (kind: WaitingTask['kind'], desk: Partial<WaitingTask>): WaitingTask => ({ id: kind, kind, ...desk })

test.each<[string, WaitingTask, Viewer, boolean]>([
  ['my post', task('decide', { positionId: 'asisten-1' }), asisten, true],
  ['another post', task('decide', { positionId: 'asisten-2' }), asisten, false],
  ['the queue of my Sekretariat', task('issue', { unitId: 'sekretariat' }), clerk, true],
  ['the queue of a unit I only work in', task('issue', { unitId: 'nkk' }), asisten, false],
])('a task for %s', (_desk, waiting, me, mine) => {
  expect(isMine(waiting, me)).toBe(mine)
})

test('my own task comes before what others do, otherwise the step furthest along leads', () => {
  const draft = task('draft', { positionId: 'asisten-1' })
  const review = task('review', { positionId: 'head' })
  const issue = task('issue', { unitId: 'sekretariat' })
  expect(leadingTask([review, draft, issue], asisten)).toBe(draft)
  expect(leadingTask([review, draft, issue], clerk)).toBe(issue)
  expect(leadingTask([draft, review], clerk)).toBe(review)
  expect(leadingTask([{ ...draft, closedAt: '2026-11-22T00:00:00Z' }], asisten)).toBeNull()
})
