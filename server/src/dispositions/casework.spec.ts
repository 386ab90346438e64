import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import type { Viewer } from '@domain'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { anOrganisation, aRegistration, type Organisation } from '../../../test/support/casework.js'
import { aKey } from '../../../test/support/as.js'
import { Case, readCase } from '../cases/index.js'
import { DecideCase } from '../cases/index.js'
import { RegisterCase } from '../cases/index.js'
import { loadViewer } from '../platform/sessions/load-viewer.js'
import { AnswerDisposition, DisposeCase, HandOverCase } from './index.js'
import { Disposition } from './disposition.entity.js'

let database: FreshDatabase
let running: RunningApp
let db: DataSource
let people: Organisation

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  db = running.app.get(DataSource)
  people = await anOrganisation(db)
})
afterAll(async () => {
  await running.close()
  await database.drop()
})

const viewer = async (who: { id: string }): Promise<Viewer> => {
  const found = await loadViewer(db, who.id, new Date())
  if (!found) throw new Error('nobody')
  return found
}
const act = (input: unknown = {}) => ({ key: aKey(), input })
const now = (id: string): Promise<Case> => db.manager.findOneByOrFail(Case, { id })
const openTasks = (caseId: string) =>
  db.query<{ kind: string; position_id: string | null }[]>(
    'SELECT kind, position_id FROM task WHERE case_id = $1 AND closed_at IS NULL ORDER BY kind',
    [caseId],
  )

async function handedOver(service: 'MERIT' | 'NETRALITAS' = 'MERIT'): Promise<Case> {
  const clerk = await viewer(people.clerk)
  const { id } = await running.app.get(RegisterCase).run(clerk, aRegistration(service), act())
  await running.app.get(HandOverCase).run(clerk, { id, version: 1 }, 'Mohon arahan', act())
  return now(id)
}

const branch = (toPositionId: string, kind: 'main' | 'copy' = 'main') => ({
  toPositionId,
  kind,
  instructions: ['follow_up'],
  note: 'Tindak lanjuti',
  dueOn: null,
})

async function assigned(service: 'MERIT' | 'NETRALITAS' = 'MERIT'): Promise<Case> {
  const theCase = await handedOver(service)
  await running.app
    .get(DisposeCase)
    .run(
      await viewer(people.chair),
      { caseId: theCase.id, version: theCase.version },
      [{ ...branch(people.head.post.id), instructions: [] }],
      act(),
    )
  const withUnit = await now(theCase.id)
  await running.app
    .get(DisposeCase)
    .run(
      await viewer(people.head),
      { caseId: theCase.id, version: withUnit.version },
      [{ ...branch(people.assistant.post.id), instructions: [] }],
      act(),
    )
  return now(theCase.id)
}

describe('a request goes down the hierarchy', () => {
  test('from the register to an Asisten, each tier finding its task', async () => {
    const theCase = await handedOver()
    expect(theCase).toMatchObject({
      stage: 'handed_over',
      holderPositionId: people.chair.post.id,
      handlerPositionIds: [people.chair.post.id],
    })
    expect(await openTasks(theCase.id)).toEqual([{ kind: 'dispose', position_id: people.chair.post.id }])

    const given = await assigned()
    expect(given).toMatchObject({ stage: 'assigned', unitId: people.unitId, holderPositionId: people.assistant.post.id })
    expect(given.handlerPositionIds).toEqual([people.chair.post.id, people.head.post.id, people.assistant.post.id])
    expect(await openTasks(given.id)).toEqual([{ kind: 'decide', position_id: people.assistant.post.id }])
  })

  test('the clock of a merit consultation starts at the confirmation that it is processed, not before', async () => {
    const theCase = await assigned()
    expect(theCase.nextDueAt).toBeNull()
    const assistant = await viewer(people.assistant)
    await running.app
      .get(DecideCase)
      .run(assistant, theCase, { processable: true, reason: 'Lengkap dan relevan', confirmBy: 'phone' }, act())
    const decided = await now(theCase.id)
    expect(decided).toMatchObject({ stage: 'in_process', processable: true })
    expect(
      decided.nextDueAt && decided.decidedAt && (decided.nextDueAt.getTime() - decided.decidedAt.getTime()) / 86_400_000,
    ).toBeGreaterThan(6.9)
    expect(await openTasks(theCase.id)).toEqual([{ kind: 'draft', position_id: people.assistant.post.id }])
    const [own] = await db.manager.findBy(Disposition, { caseId: theCase.id, toPositionId: people.assistant.post.id })
    expect(own).toMatchObject({ state: 'accepted', readByName: people.assistant.name, acceptedAt: decided.decidedAt })
  })

  test('disposing again takes the case from the first Asisten', async () => {
    const theCase = await assigned()
    const first = await viewer(people.assistant)
    await expect(readCase(db, first, theCase.id)).resolves.toBeTruthy()
    await running.app
      .get(DisposeCase)
      .run(
        await viewer(people.head),
        { caseId: theCase.id, version: theCase.version },
        [{ ...branch(people.assistant2.post.id), instructions: [] }],
        act(),
      )
    await expect(readCase(db, first, theCase.id)).rejects.toMatchObject({ code: 'access.denied' })
    await expect(readCase(db, await viewer(people.assistant2), theCase.id)).resolves.toMatchObject({ stage: 'assigned' })
    const states = await db.manager.find(Disposition, { where: { caseId: theCase.id }, order: { sentAt: 'ASC' } })
    expect(states.map((one) => one.state)).toEqual(['accepted', 'accepted', 'superseded', 'sent'])
  })

  test('an Asisten sends it back up with a reason and the head finds it on the desk', async () => {
    const theCase = await assigned()
    const [mine] = await db.manager.findBy(Disposition, { caseId: theCase.id, toPositionId: people.assistant.post.id })
    const answer = running.app.get(AnswerDisposition)
    const assistant = await viewer(people.assistant)
    const target = { id: mine?.id ?? '', version: mine?.version ?? 0 }
    await expect(answer.sendBack(assistant, target, ' ', act())).rejects.toMatchObject({ code: 'disposition.reason_missing' })
    await answer.sendBack(assistant, target, 'Bukan wilayah kerja kami', act())
    expect(await now(theCase.id)).toMatchObject({ stage: 'with_unit', holderPositionId: people.head.post.id })
    expect(await openTasks(theCase.id)).toEqual([{ kind: 'dispose', position_id: people.head.post.id }])
  })

  test('whoever has the case in hand cannot mark it done instead of answering, nor can the head above', async () => {
    const theCase = await assigned()
    const answer = running.app.get(AnswerDisposition)
    await running.app
      .get(DecideCase)
      .run(await viewer(people.assistant), theCase, { processable: true, reason: 'Lengkap', confirmBy: 'phone' }, act())
    for (const who of [people.assistant, people.head]) {
      const mine = await db.manager.findOneByOrFail(Disposition, { caseId: theCase.id, toPositionId: who.post.id })
      await expect(answer.finish(await viewer(who), mine, 'Sudah saya kerjakan', act())).rejects.toMatchObject({
        code: 'disposition.ends_with_case',
      })
    }
    const states = await db.manager.findBy(Disposition, { caseId: theCase.id, kind: 'main' })
    expect(states.map((one) => one.state)).toEqual(['accepted', 'accepted', 'accepted'])
  })

  test('a copy is marked done while the case goes on', async () => {
    const theCase = await handedOver()
    const copy = { ...branch(people.commissioner.post.id, 'copy'), instructions: ['for_information'] }
    await running.app
      .get(DisposeCase)
      .run(await viewer(people.chair), { caseId: theCase.id, version: theCase.version }, [branch(people.head.post.id), copy], act())
    const commissioner = await viewer(people.commissioner)
    const { id } = await db.manager.findOneByOrFail(Disposition, { caseId: theCase.id, kind: 'copy' })
    const answer = running.app.get(AnswerDisposition)
    await answer.read(commissioner, id, act())
    await answer.finish(commissioner, { id, version: 2 }, 'Sudah saya baca', act())
    expect(await db.manager.findOneByOrFail(Disposition, { id })).toMatchObject({ state: 'done' })
  })

  test('an unread branch can be withdrawn, a read one cannot', async () => {
    const theCase = await assigned()
    const [mine] = await db.manager.findBy(Disposition, { caseId: theCase.id, toPositionId: people.assistant.post.id })
    const id = mine?.id ?? ''
    const answer = running.app.get(AnswerDisposition)
    await answer.read(await viewer(people.assistant), id, act())
    await expect(answer.withdraw(await viewer(people.head), { id, version: 2 }, act())).rejects.toMatchObject({
      code: 'disposition.already_read',
    })
  })
})

describe('what is refused', () => {
  test.each([
    ['somebody above', () => people.chair.post.id, 'disposition.recipient_not_below'],
    ['an empty post', () => people.emptyPostId, 'disposition.recipient_vacant'],
  ])('a head disposing to %s', async (_, to, code) => {
    const theCase = await handedOver()
    await running.app
      .get(DisposeCase)
      .run(
        await viewer(people.chair),
        { caseId: theCase.id, version: theCase.version },
        [{ ...branch(people.head.post.id), instructions: [] }],
        act(),
      )
    const { version } = await now(theCase.id)
    const attempt = running.app
      .get(DisposeCase)
      .run(await viewer(people.head), { caseId: theCase.id, version }, [{ ...branch(to()), instructions: [] }], act())
    await expect(attempt).rejects.toMatchObject({ code })
  })

  test('two main recipients', async () => {
    const theCase = await handedOver()
    const attempt = running.app.get(DisposeCase).run(
      await viewer(people.chair),
      { caseId: theCase.id, version: theCase.version },
      [
        { ...branch(people.head.post.id), instructions: [] },
        { ...branch(people.head2.post.id), instructions: [] },
      ],
      act(),
    )
    await expect(attempt).rejects.toMatchObject({ code: 'disposition.one_main_recipient' })
  })

  test('an old version, with the one it has now', async () => {
    const theCase = await handedOver()
    const attempt = running.app
      .get(DisposeCase)
      .run(await viewer(people.chair), { caseId: theCase.id, version: 1 }, [branch(people.head.post.id)], act())
    await expect(attempt).rejects.toMatchObject({ code: 'conflict.changed_meanwhile', detail: { version: 2 } })
  })

  test('a complaint without the person complained about', async () => {
    const input = aRegistration('NETRALITAS')
    const attempt = running.app
      .get(RegisterCase)
      .run(await viewer(people.clerk), { ...input, parties: input.parties.filter((party) => party.role === 'requester') }, act())
    await expect(attempt).rejects.toMatchObject({ code: 'case.incomplete_identity' })
  })
})

test('agenda numbers run without a gap under twenty clerks, and a refused registration takes none', async () => {
  const clerk = await viewer(people.clerk)
  const [before] = await db.query<{ last: number }[]>('SELECT last FROM agenda_counter')
  const attempts = Array.from({ length: 20 }, (_, n) => {
    const input = aRegistration('MERIT')
    return running.app.get(RegisterCase).run(clerk, n % 5 === 0 ? { ...input, subject: 'x' } : input, act())
  })
  const done = (await Promise.allSettled(attempts)).filter((one) => one.status === 'fulfilled').length
  const [after] = await db.query<{ last: number }[]>('SELECT last FROM agenda_counter')
  expect(done).toBe(16)
  expect((after?.last ?? 0) - (before?.last ?? 0)).toBe(16)
})

test('the branch is not touched while the case is locked by another: case first, then branch', async () => {
  const theCase = await assigned()
  const assistant = await viewer(people.assistant)
  const { id } = await db.manager.findOneByOrFail(Disposition, { caseId: theCase.id, toPositionId: people.assistant.post.id })
  const holder = db.createQueryRunner()
  try {
    await holder.startTransaction()
    await holder.query('SELECT FROM "case" WHERE id = $1 FOR UPDATE', [theCase.id])
    const reading = running.app.get(AnswerDisposition).read(assistant, id, act())
    const waits = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%SELECT d.%'`
    while ((await db.query<unknown[]>(waits)).length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    await holder.query(`UPDATE "case" SET subject = 'Diubah sementara itu', version = version + 1 WHERE id = $1`, [theCase.id])
    await expect(holder.query('SELECT FROM disposition WHERE id = $1 FOR UPDATE NOWAIT', [id])).resolves.toHaveLength(1)
    await holder.commitTransaction()
    await expect(reading).resolves.toEqual({ id })
  } finally {
    if (holder.isTransactionActive) await holder.rollbackTransaction()
    await holder.release()
  }
})
