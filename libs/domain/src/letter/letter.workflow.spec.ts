import { describe, expect, test } from '@jest/globals'
import type { Viewer } from '../access/viewer.js'
import { Refusal } from '../problem.js'
import { LETTER_STATUSES, type LetterFacts, type LetterStatus } from './letter.js'
import { allowedLetterActions, letterRefusal, nextStatus, remarkRefusal } from './letter.decisions.js'
import { LETTER_ACTIONS, LETTER_WORKFLOW, TERMINAL_LETTER_STATUSES, type LetterAction, type LetterStep } from './letter.workflow.js'

const step = (action: LetterAction): LetterStep => LETTER_WORKFLOW[action]
const actionsFrom = (status: LetterStatus): LetterAction[] => LETTER_ACTIONS.filter((action) => step(action).from.includes(status))

function reachable(from: LetterStatus): Set<LetterStatus> {
  const seen = new Set<LetterStatus>([from])
  for (const status of seen) actionsFrom(status).forEach((action) => seen.add(step(action).to))
  return seen
}

test('every status is reached from a draft, and an end from every status', () => {
  expect([...reachable('draft')].sort()).toEqual([...LETTER_STATUSES].sort())
  expect(LETTER_STATUSES.filter((status) => actionsFrom(status).length === 0)).toEqual([...TERMINAL_LETTER_STATUSES])
  for (const status of LETTER_STATUSES) expect(TERMINAL_LETTER_STATUSES.some((end) => reachable(status).has(end))).toBe(true)
})

test('nothing is delivered that was not issued, nothing issued that was not approved, nothing approved that was not reviewed', () => {
  const before = (status: LetterStatus) =>
    LETTER_ACTIONS.filter((action) => step(action).to === status)
      .flatMap((action) => step(action).from)
      .filter((from) => from !== status)
  expect(before('delivered')).toEqual(['issued'])
  expect(before('issued')).toEqual(['approved'])
  expect(before('approved')).toEqual(['in_review'])
  expect(LETTER_ACTIONS.filter((action) => step(action).from.includes('issued') && step(action).to === 'withdrawn')).toEqual(['void'])
})

test('once approved a letter is written in no more', () => {
  for (const status of ['approved', 'issued', 'delivered'] as const) {
    expect(
      actionsFrom(status).filter(
        (action) => !['return_approved', 'issue', 'deliver', 'request_void', 'decline_void', 'void'].includes(action),
      ),
    ).toEqual([])
  }
})

const someone = (role: 'ASISTEN' | 'POKJA' | 'SEKRETARIAT' | 'PIMPINAN', id: string): Viewer => ({
  id,
  name: id,
  positions: [{ id: `${id}-post`, title: id, role, unitId: 'unit', kind: 'definitive', onBehalfOf: null }],
})
const drafter = someone('ASISTEN', 'drafter')
const reviewer = someone('POKJA', 'reviewer')
const clerk = someone('SEKRETARIAT', 'clerk')
const leader = someone('PIMPINAN', 'leader')

const letterIn = (status: LetterStatus, tier = 1): LetterFacts => ({
  __typename: 'Letter',
  id: 'letter',
  version: 1,
  caseId: 'case',
  kind: 'answer',
  status,
  drafterId: 'drafter',
  reviewerPositionId: 'reviewer-post',
  tier,
  tiers: 2,
  authorIds: ['drafter'],
  reviewerIds: [],
  voidRequestedBy: null,
  caseUnitId: 'unit',
  secrecy: 'biasa',
  caseHandlerPositionIds: ['drafter-post'],
  caseHolderPositionId: 'drafter-post',
  caseRegistrarId: 'clerk',
  excludedPersonIds: [],
})

describe('who has the next word', () => {
  test.each<[LetterStatus, string, string, string]>([
    ['draft', 'edit submit withdraw', '', ''],
    ['returned', 'edit submit withdraw', '', ''],
    ['in_review', 'recall withdraw', 'pass return', ''],
    ['approved', '', '', 'return_approved issue'],
    ['issued', '', '', 'deliver request_void'],
    ['delivered', '', '', ''],
    ['withdrawn', '', '', ''],
  ])('%s: drafter %s; reviewer %s; Sekretariat %s', (status, ofDrafter, ofReviewer, ofClerk) => {
    const words = (text: string) => LETTER_ACTIONS.filter((action) => text.split(' ').includes(action))
    expect(allowedLetterActions(letterIn(status), drafter)).toEqual(words(ofDrafter))
    expect(allowedLetterActions(letterIn(status), reviewer)).toEqual(words(ofReviewer))
    expect(allowedLetterActions(letterIn(status), clerk)).toEqual(words(ofClerk))
  })

  test('a tier before the last passes, the last one approves, and neither does the other', () => {
    expect(allowedLetterActions(letterIn('in_review', 1), reviewer)).toEqual(['pass', 'return'])
    expect(allowedLetterActions(letterIn('in_review', 2), reviewer)).toEqual(['approve', 'return'])
    expect(letterRefusal(letterIn('in_review', 1), 'approve', reviewer)).toBe('letter.wrong_status')
  })

  test('the drafter takes a letter back until the first tier has passed it', () => {
    expect(letterRefusal(letterIn('in_review', 1), 'recall', drafter)).toBeNull()
    expect(letterRefusal(letterIn('in_review', 2), 'recall', drafter)).toBe('letter.already_reviewed')
    expect(letterRefusal(letterIn('in_review', 2), 'recall', someone('ASISTEN', 'colleague'))).toBe('access.denied')
  })

  test('what is approved is taken back by whoever of leadership judged it, not by another leader nor by an earlier tier', () => {
    const approved = { ...letterIn('approved'), reviewerPositionId: null, reviewerIds: ['reviewer', 'leader'] }
    expect(allowedLetterActions(approved, leader)).toEqual(['return_approved'])
    expect(allowedLetterActions(approved, someone('PIMPINAN', 'colleague'))).toEqual([])
    expect(letterRefusal(approved, 'return_approved', reviewer)).toBe('access.denied')
    expect(letterRefusal({ ...approved, status: 'issued' }, 'return_approved', leader)).toBe('letter.wrong_status')
  })

  test('a number is voided by Pimpinan when the Sekretariat has asked, and until they answer nothing is sent', () => {
    const asked = { ...letterIn('issued'), voidRequestedBy: 'clerk' }
    expect(allowedLetterActions(letterIn('issued'), leader)).toEqual([])
    expect(allowedLetterActions(asked, leader)).toEqual(['decline_void', 'void'])
    expect(allowedLetterActions(asked, clerk)).toEqual([])
    expect(letterRefusal(asked, 'deliver', clerk)).toBe('letter.void_pending')
    expect(letterRefusal(asked, 'request_void', clerk)).toBe('letter.void_pending')
    expect(letterRefusal(letterIn('issued'), 'void', leader)).toBe('letter.wrong_status')
    expect(letterRefusal({ ...asked, status: 'delivered' }, 'void', leader)).toBe('letter.wrong_status')
  })

  test('nobody consents to what they asked for, whatever posts they hold', () => {
    const both: Viewer = { id: 'clerk', name: 'clerk', positions: [...clerk.positions, ...leader.positions] }
    const asked = { ...letterIn('issued'), voidRequestedBy: 'clerk' }
    expect(letterRefusal(asked, 'void', both)).toBe('access.two_persons')
    expect(letterRefusal(asked, 'decline_void', both)).toBe('access.two_persons')
    expect(allowedLetterActions({ ...asked, voidRequestedBy: 'colleague' }, both)).toEqual(['decline_void', 'void'])
  })

  test('the next status is the one of the table, or the refusal is thrown', () => {
    for (const status of LETTER_STATUSES) {
      for (const viewer of [drafter, reviewer, clerk, leader]) {
        for (const action of LETTER_ACTIONS) {
          const refusal = letterRefusal(letterIn(status), action, viewer)
          if (refusal === null) expect(nextStatus(letterIn(status), action, viewer)).toBe(step(action).to)
          else expect(() => nextStatus(letterIn(status), action, viewer)).toThrow(new Refusal(refusal))
        }
      }
    }
  })
})

test.each<[string, LetterStatus, string | null, Viewer]>([
  ['its author', 'in_review', null, reviewer],
  ['the drafter', 'in_review', null, drafter],
  ['the drafter', 'approved', null, drafter],
  ['somebody else who reads it', 'in_review', 'access.denied', clerk],
  ['the drafter', 'issued', 'letter.wrong_status', drafter],
])('a remark of a reviewer is settled by %s in a letter that is %s: %s', (_, status, refusal, viewer) => {
  expect(remarkRefusal({ ...letterIn(status), reviewerIds: ['reviewer'] }, { authorId: 'reviewer' }, viewer)).toBe(refusal)
})
