import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import type { Viewer } from '@domain'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { aKey } from '../../../test/support/as.js'
import { anOrganisation, aRegistration, type Organisation } from '../../../test/support/casework.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { AnswerDisposition, HandOverCase } from '../dispositions/index.js'
import { loadViewer } from '../platform/sessions/load-viewer.js'
import { Vault } from '../platform/vault.js'
import { AmendCase } from './amend-case.js'
import { Case } from './case.entity.js'
import { Party } from './party.entity.js'
import { RegisterCase } from './register-case.js'
import type { PartyInput, RegisterCaseInput } from './registration-input.js'

let database: FreshDatabase
let running: RunningApp
let db: DataSource
let people: Organisation
let clerk: Viewer

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  db = running.app.get(DataSource)
  people = await anOrganisation(db)
  clerk = await viewer(people.clerk)
})
afterAll(async () => {
  await running.close()
  await database.drop()
})

async function viewer(who: { id: string }): Promise<Viewer> {
  const found = await loadViewer(db, who.id, new Date())
  if (!found) throw new Error('nobody')
  return found
}
const act = () => ({ key: aKey(), input: {} })
const theCase = (id: string): Promise<Case> => db.manager.findOneByOrFail(Case, { id })
const partiesOf = (caseId: string): Promise<Party[]> => db.manager.find(Party, { where: { caseId }, order: { role: 'DESC', name: 'ASC' } })

async function registered(input: RegisterCaseInput): Promise<Case> {
  const { id } = await running.app.get(RegisterCase).run(clerk, input, act())
  return theCase(id)
}

async function amend(row: Case, input: RegisterCaseInput): Promise<Case> {
  await running.app.get(AmendCase).run(clerk, row, input, act())
  return theCase(row.id)
}

/** The parties as the console got them: numbers masked, and typed nothing over them. */
async function shown(caseId: string, typed: readonly PartyInput[]): Promise<PartyInput[]> {
  const stored = await partiesOf(caseId)
  return typed.map((party) => {
    const row = stored.find((one) => one.role === party.role)
    return { ...party, id: row?.id ?? null, nik: row?.nikMasked ?? null, nip: row?.nipMasked ?? null }
  })
}

const open = (party: Party, column: 'nik' | 'nip'): string | null => {
  const sealed = column === 'nik' ? party.nikSealed : party.nipSealed
  return sealed && running.app.get(Vault).open({ table: 'party', column: `${column}_sealed`, rowId: party.id }, sealed)
}

test('numbers that come back as they were shown stay; the party keeps its id and the case everything else', async () => {
  const input = aRegistration('NETRALITAS')
  const row = await registered(input)
  const before = await partiesOf(row.id)
  const [first, ...others] = await shown(row.id, input.parties)
  if (!first) throw new Error('no requester')
  expect(first.nik).toBe('99xxxxxxxxxx0001')

  const after = await amend(row, {
    ...input,
    subject: 'Perihal yang benar',
    parties: [{ ...first, name: 'Dewi Lestari, S.H.' }, ...others],
  })
  expect(after).toMatchObject({ version: 2, subject: 'Perihal yang benar', senderName: 'Dewi Lestari, S.H.', receivedAt: row.receivedAt })
  const parties = await partiesOf(row.id)
  expect(parties.map((party) => [party.id, open(party, 'nik'), open(party, 'nip'), party.nikMasked])).toEqual(
    before.map((party) => [party.id, open(party, 'nik'), open(party, 'nip'), party.nikMasked]),
  )
  expect(parties.map((party) => party.nikIndex)).toEqual(before.map((party) => party.nikIndex))
  expect(open(parties[0] ?? new Party(), 'nik')).toBe('9901014501900001')
})

test('a number typed anew replaces the sealed one, an emptied one is gone, a party left out goes, a new one comes', async () => {
  const input = aRegistration('NETRALITAS')
  const row = await registered(input)
  const [requester, reported] = await shown(row.id, input.parties)
  if (!requester || !reported) throw new Error('no parties')
  const second = { ...reported, id: null, name: 'Terlapor Kedua', nip: '199001052015052001' }
  await amend(row, { ...input, parties: [{ ...requester, nik: '9901014501900002', nip: null }, second] })

  const [first, other, ...rest] = await partiesOf(row.id)
  expect(rest).toEqual([])
  expect(first && [first.id, open(first, 'nik'), first.nipSealed, first.nipMasked]).toEqual([requester.id, '9901014501900002', null, null])
  expect(other && [other.id === reported.id, other.name, open(other, 'nip')]).toEqual([false, 'Terlapor Kedua', '199001052015052001'])
})

test('a mask says nothing for a party it does not belong to', async () => {
  const input = aRegistration('MERIT')
  const row = await registered(input)
  const [party] = await shown(row.id, input.parties)
  if (!party) throw new Error('no requester')
  const masked = (given: Partial<PartyInput>) => amend(row, { ...input, parties: [{ ...party, ...given }] })

  await expect(masked({ id: null })).rejects.toMatchObject({ code: 'identity.nik_invalid' })
  await expect(masked({ nik: '99xxxxxxxxxx9999' })).rejects.toMatchObject({ code: 'identity.nik_invalid' })
  const [stranger] = await shown((await registered(aRegistration('MERIT'))).id, input.parties)
  await expect(masked({ id: stranger?.id ?? null })).rejects.toMatchObject({ code: 'request.invalid' })
  await expect(registered({ ...input, parties: [party] })).rejects.toMatchObject({ code: expect.any(String) })
  expect(await theCase(row.id)).toMatchObject({ version: 1 })
})

test('what Pimpinan returned can be corrected and handed over again; what was handed over cannot', async () => {
  const input = aRegistration('MERIT')
  const row = await registered(input)
  await running.app.get(HandOverCase).run(clerk, row, null, act())
  const away = await theCase(row.id)
  const corrected = { ...input, summary: 'Ringkasan yang benar', parties: await shown(row.id, input.parties) }
  await expect(amend(away, corrected)).rejects.toMatchObject({ code: 'case.wrong_stage' })

  await running.app.get(AnswerDisposition).returnToRegistry(await viewer(people.chair), away, 'Perihal keliru', act())
  const back = await amend(await theCase(row.id), corrected)
  expect(back).toMatchObject({ stage: 'registered', summary: 'Ringkasan yang benar' })
  await running.app.get(HandOverCase).run(clerk, back, null, act())
  expect(await theCase(row.id)).toMatchObject({ stage: 'handed_over' })
})
