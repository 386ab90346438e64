import { expect, test } from '@jest/globals'
import { actingPost } from './acting-post.js'
import type { Action, Facts } from './rules.js'
import type { HeldPosition, Role, Viewer } from './viewer.js'

const held = (role: Role, unitId = 'unit', id: string = role): HeldPosition => ({
  ...{ id, title: id, role, unitId, kind: 'definitive', onBehalfOf: null },
})
const somebody = (...positions: HeldPosition[]): Viewer => ({ id: 'me', name: 'Saya', positions })

const theCase = (handlerPositionIds: readonly string[], holderPositionId: string | null = null): Facts => ({
  ...{
    __typename: 'Case',
    id: 'c',
    version: 1,
    service: 'MERIT',
    channel: 'post',
    stage: 'in_process',
    secrecy: 'biasa',
    unitId: 'unit',
    processable: true,
  },
  ...{ handlerPositionIds, holderPositionId, registrarId: 'clerk', excludedPersonIds: [] },
})
const area = (name: 'lobby' | 'people'): Facts => ({ __typename: 'Area', name, unitId: null })

test.each<[string, Viewer, Action, Facts, string | null]>([
  ['the registry adds a file', somebody(held('AUDITOR'), held('SEKRETARIAT')), 'attach', theCase([]), 'SEKRETARIAT'],
  [
    'an Asisten keeps the clocks',
    somebody(held('POKJA', 'elsewhere'), held('ASISTEN')),
    'keep_clocks',
    theCase(['ASISTEN'], 'ASISTEN'),
    'ASISTEN',
  ],
  ['a head keeps the clocks', somebody(held('ASISTEN'), held('POKJA')), 'keep_clocks', theCase(['ASISTEN', 'POKJA']), 'POKJA'],
  ['the front office pairs a screen', somebody(held('ASISTEN'), held('FRONT_OFFICE')), 'read', area('lobby'), 'FRONT_OFFICE'],
  ['an administrator manages people', somebody(held('PIMPINAN'), held('ADMIN')), 'manage_people', area('people'), 'ADMIN'],
  ['nobody keeps the clocks of others', somebody(held('POKJA', 'elsewhere'), held('ASISTEN')), 'keep_clocks', theCase(['other']), null],
])('of two posts the one that may acts: %s', (_, me, action, subject, post) => {
  expect(actingPost(me, action, subject)?.id ?? null).toBe(post)
})

test('of two posts that both may the preferred one acts, and a preferred one that may not does not', () => {
  const me = somebody(held('CUSTODIAN'), held('ASISTEN', 'unit', 'first'), held('ASISTEN', 'unit', 'second'))
  const both = theCase(['first', 'second', 'CUSTODIAN'])
  expect(actingPost(me, 'ask_identity', both)?.id).toBe('CUSTODIAN')
  expect(actingPost(me, 'ask_identity', both, 'second', 'first')?.id).toBe('second')
  expect(actingPost(me, 'ask_identity', both, null, 'somebody else’s', 'first')?.id).toBe('first')
  expect(actingPost(me, 'ask_identity', theCase(['first']), 'second')?.id).toBe('first')
})

test('asking does not change the order in which the posts are held', () => {
  const me = somebody(held('ASISTEN', 'unit', 'first'), held('ASISTEN', 'unit', 'second'))
  actingPost(me, 'ask_identity', theCase(['first', 'second']), 'second')
  expect(me.positions.map(({ id }) => id)).toEqual(['first', 'second'])
})
