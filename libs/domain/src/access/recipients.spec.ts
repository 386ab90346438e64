import { expect, test } from '@jest/globals'
import { DISPOSITION_KINDS } from '../disposition/disposition.js'
import { mayDisposeTo, moveBackTo, moveTo, taskFor, type Post } from './recipients.js'
import { ROLES, type Role } from './viewer.js'

const post = (role: Role, unitId = 'unit', id: string = role): Post => ({ id, role, unitId })

/** Main recipients, then those who may have a copy. */
const ROTA: Readonly<Partial<Record<Role, readonly [string, string]>>> = {
  SEKRETARIAT: ['PIMPINAN', 'PIMPINAN'],
  PIMPINAN: ['PIMPINAN POKJA', 'PIMPINAN POKJA ASISTEN SEKRETARIAT'],
  POKJA: ['ASISTEN', 'POKJA ASISTEN'],
}

test.each(ROLES)('%s disposes to those the rota names', (role) => {
  for (const [index, kind] of DISPOSITION_KINDS.entries()) {
    const to = ROLES.filter((other) => mayDisposeTo(post(role, 'unit', 'giver'), post(other), kind))
    expect(to).toEqual(ROLES.filter((other) => (ROTA[role]?.[index] ?? '').split(' ').includes(other)))
  }
})

test('nobody disposes to themselves, nor a head to an Asisten of another working group', () => {
  expect(mayDisposeTo(post('PIMPINAN'), post('PIMPINAN'), 'main')).toBe(false)
  expect(mayDisposeTo(post('POKJA'), post('ASISTEN', 'other-unit'), 'main')).toBe(false)
  expect(mayDisposeTo(post('PIMPINAN'), post('ASISTEN', 'other-unit'), 'copy')).toBe(true)
})

test.each<[Role, boolean | null, ReturnType<typeof moveTo>, 'dispose' | 'decide' | 'draft']>([
  ['PIMPINAN', null, 'pass_along', 'dispose'],
  ['POKJA', null, 'dispose_to_unit', 'dispose'],
  ['ASISTEN', null, 'assign', 'decide'],
  ['ASISTEN', true, 'reassign', 'draft'],
  ['ASISTEN', false, 'reassign', 'draft'],
  ['ADMIN', null, null, 'dispose'],
])('a disposition to %s (decided: %s) is %s and leaves there the task %s', (role, processable, move, task) => {
  expect(moveTo(role, processable)).toBe(move)
  expect(taskFor(move)).toBe(task)
})

test('what comes back goes to the post above, or to the registry', () => {
  expect([moveBackTo(null), moveBackTo(post('PIMPINAN')), moveBackTo(post('POKJA'))]).toEqual([
    'return_to_registry',
    'return_to_leadership',
    'return_to_unit',
  ])
})
