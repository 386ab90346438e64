import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { indonesianCalendar, jakarta, type Secrecy } from '@domain'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { aRegistration } from '../../../test/support/casework.js'
import { act, Office } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import type { Case } from '../cases/case.entity.js'
import { RegisterCase } from '../cases/index.js'
import { DisposeCase, HandOverCase } from '../dispositions/index.js'
import { TellEscalation } from '../mail/index.js'
import { timeTravel } from '../platform/moment.js'
import { WatchClocks } from './watch-clocks.js'

let database: FreshDatabase
let running: RunningApp
let office: Office
let theCase: Case

/** NETRALITAS by letter, completed within fourteen working days: far ahead, so that the rounds of the running server find nothing to tell. */
const RECEIVED = jakarta('2031-03-03', '08.00')
const nextOpen = (text: string) =>
  new Date(
    indonesianCalendar()
      .schedule('office')
      .nextOpen(jakarta(text.slice(0, 10), text.slice(11)).getTime()),
  )

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  office = await Office.open(running.app)
})
afterAll(async () => {
  await running.close()
  await database.drop()
})

const assigned = (secrecy: Secrecy = 'biasa') =>
  timeTravel(RECEIVED, () => office.assigned({ service: 'NETRALITAS', given: { receivedAt: RECEIVED, secrecy } }))
const round = (at: Date) => timeTravel(at, () => running.app.get(WatchClocks).run())

interface Told {
  readonly step: string
  readonly code: string
  readonly at: Date
}
const told = (caseId = theCase.id): Promise<Told[]> =>
  office.db.query<Told[]>(
    'SELECT e.step, k.code, e.at FROM escalation e JOIN clock k ON k.id = e.clock_id WHERE e.case_id = $1 ORDER BY e.at, e.due_at, array_position(ARRAY[$2, $3, $4], e.step)',
    [caseId, 'at_risk', 'due', 'after'],
  )
const steps = async (code: string, caseId = theCase.id) => (await told(caseId)).filter((one) => one.code === code).map((one) => one.step)
const noticed = async (kind: string): Promise<string[]> => {
  const rows = await office.db.query<{ name: string }[]>(
    'SELECT p.name FROM notice n JOIN person p ON p.id = n.person_id WHERE n.case_id = $1 AND n.kind = $2 ORDER BY p.name',
    [theCase.id, kind],
  )
  return rows.map((row) => row.name)
}

describe('the ladder of one case', () => {
  beforeAll(async () => {
    theCase = await assigned()
  })

  test('whoever has the case in hand is told first, then the head too, then leadership', async () => {
    const { people } = office
    await round(nextOpen('2031-03-19 10.00'))
    expect(await steps('netralitas.letter')).toEqual(['at_risk'])
    await round(nextOpen('2031-03-21 23.59'))
    expect(await steps('netralitas.letter')).toEqual(['at_risk', 'due'])
    await round(nextOpen('2031-03-24 15.00'))
    expect(await steps('netralitas.letter')).toEqual(['at_risk', 'due'])
    await round(nextOpen('2031-03-25 00.00'))
    expect(await steps('netralitas.letter')).toEqual(['at_risk', 'due', 'after'])
    expect(new Set(await noticed('clock.at_risk'))).toEqual(new Set([people.assistant.name]))
    expect(new Set(await noticed('clock.late'))).toEqual(new Set([people.assistant.name, people.head.name]))
    expect(new Set(await noticed('clock.escalated'))).toEqual(new Set([people.head.name, people.chair.name]))
  })

  test('the same rounds again, and a round of another node at the same time, tell nobody anything', async () => {
    const before = await told()
    const at = nextOpen('2031-03-25 10.00')
    expect(await Promise.all([round(at), round(at), round(nextOpen('2031-03-26 10.00'))])).toEqual([0, 0, 0])
    expect(await told()).toEqual(before)
  })
})

describe('when, and when not', () => {
  beforeEach(async () => {
    theCase = await assigned()
  })

  test('nothing in the evening and on a Sunday; all of it when the office opens', async () => {
    for (const shut of [jakarta('2031-05-10', '10.00'), jakarta('2031-05-11', '10.00'), jakarta('2031-05-12', '22.00')]) await round(shut)
    expect(await told()).toEqual([])
    await round(nextOpen('2031-05-13 00.00'))
    expect(await steps('netralitas.letter')).toEqual(['at_risk', 'due', 'after'])
  })

  test.each(['paused', 'excused'])('a clock that is %s keeps silent', async (flag) => {
    await office.db.query('UPDATE clock SET flag = $2, at_risk_at = NULL WHERE case_id = $1', [theCase.id, flag])
    await round(nextOpen('2031-05-13 10.00'))
    expect(await told()).toEqual([])
  })

  test('a due date that moves later arms the ladder anew', async () => {
    await round(nextOpen('2031-05-13 10.00'))
    await office.db.query(`UPDATE clock SET due_at = due_at + interval '60 days' WHERE case_id = $1 AND code = 'netralitas.letter'`, [
      theCase.id,
    ])
    await round(nextOpen('2031-05-14 10.00'))
    await round(nextOpen('2031-07-01 10.00'))
    expect(await steps('netralitas.letter')).toEqual(['at_risk', 'due', 'after', 'at_risk', 'due', 'after'])
  })

  test('two nodes that see the same clock at once tell it once', async () => {
    const at = nextOpen('2031-05-13 10.00')
    await Promise.all([round(at), round(at), round(at)])
    expect(await steps('netralitas.letter')).toEqual(['at_risk', 'due', 'after'])
    const late = (await noticed('clock.late')).filter((name) => name === office.people.head.name)
    const clocks = new Set((await told()).map((one) => one.code)).size
    expect(late).toHaveLength(clocks)
  })

  test('a database that refuses half-way leaves nothing behind, and the next round does it all', async () => {
    await office.db.query(
      `CREATE FUNCTION stumble() RETURNS trigger LANGUAGE plpgsql AS $b$ BEGIN IF NEW.step = 'after' THEN RAISE 'stumbled'; END IF; RETURN NEW; END $b$`,
    )
    await office.db.query('CREATE TRIGGER stumble BEFORE INSERT ON escalation FOR EACH ROW EXECUTE FUNCTION stumble()')
    const at = nextOpen('2031-05-13 10.00')
    await expect(round(at)).rejects.toThrow('stumbled')
    await office.db.query('DROP TRIGGER stumble ON escalation')
    await office.db.query('DROP FUNCTION stumble')
    expect(await steps('netralitas.letter')).toEqual([])
    expect(await noticed('clock.late')).toEqual([])
    await round(at)
    expect(await steps('netralitas.letter')).toEqual(['at_risk', 'due', 'after'])
  })
})

test('a clock that fails keeps no other silent: the round names it, and tells it when it can', async () => {
  const [poisoned, healthy] = [await assigned(), await assigned()]
  await office.db.query(
    `CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $b$ BEGIN IF NEW.case_id = '${poisoned.id}' THEN RAISE 'poisoned'; END IF; RETURN NEW; END $b$`,
  )
  await office.db.query('CREATE TRIGGER poison BEFORE INSERT ON escalation FOR EACH ROW EXECUTE FUNCTION poison()')
  await office.db.query(`UPDATE clock SET at_risk_at = at_risk_at - interval '1 hour' WHERE case_id = $1`, [poisoned.id])
  const clocks = await office.db.query<{ id: string }[]>('SELECT id FROM clock WHERE case_id = $1', [poisoned.id])
  const at = nextOpen('2031-05-13 10.00')
  const failure = await round(at).then(
    () => '',
    (error: unknown) => String(error),
  )
  await office.db.query('DROP TRIGGER poison ON escalation')
  await office.db.query('DROP FUNCTION poison')
  expect(failure).toMatch(/ failed: .*poisoned/)
  expect(clocks.filter(({ id }) => failure.includes(id))).not.toEqual([])
  expect(await steps('netralitas.letter', poisoned.id)).toEqual([])
  expect(await steps('netralitas.letter', healthy.id)).toEqual(['at_risk', 'due', 'after'])
  await round(at)
  expect(await steps('netralitas.letter', poisoned.id)).toEqual(['at_risk', 'due', 'after'])
})

describe('a desk behind its plan', () => {
  const posts = (caseId: string) =>
    office.db.query<{ code: string; posts: string[] }[]>(
      `SELECT k.code, e.position_ids AS posts FROM escalation e JOIN clock k ON k.id = e.clock_id WHERE e.case_id = $1 AND e.step = 'at_risk' ORDER BY e.at, k.code`,
      [caseId],
    )

  test('is told before the share of the limit has passed; once the case has moved on, the next desk only when it is at risk again', async () => {
    const { people } = office
    const clerk = await office.viewer(people.clerk)
    const { id } = await timeTravel(RECEIVED, async () => {
      const made = await running.app.get(RegisterCase).run(clerk, aRegistration('NETRALITAS', { receivedAt: RECEIVED }), act())
      await running.app.get(HandOverCase).run(clerk, await office.case(made.id), null, act())
      return made
    })
    const waiting = await office.case(id)
    const risk = waiting.nextAtRiskAt ?? new Date(0)
    // Pimpinan has a tenth of the time in which follow-up must begin; the share of that promise would be another day away.
    expect(risk.getTime()).toBeLessThan(jakarta('2031-03-04', '08.00').getTime())

    await round(nextOpen('2031-03-04 09.00'))
    expect(await posts(id)).toEqual([{ code: 'netralitas.follow_up', posts: [people.chair.post.id] }])

    const chair = await office.viewer(people.chair)
    const branch = { toPositionId: people.head.post.id, kind: 'main' as const, instructions: [] }
    await timeTravel(jakarta('2031-03-04', '09.30'), () =>
      running.app.get(DisposeCase).run(chair, { caseId: id, version: waiting.version }, [branch], act()),
    )
    const moved = await office.case(id)
    expect(moved.nextAtRiskAt?.getTime()).toBeGreaterThan(jakarta('2031-03-04', '09.45').getTime())
    await round(jakarta('2031-03-04', '09.45'))
    expect(await posts(id)).toHaveLength(1)

    await round(nextOpen('2031-03-06 09.00'))
    expect((await posts(id)).filter(({ code }) => code === 'netralitas.follow_up')).toEqual([
      { code: 'netralitas.follow_up', posts: [people.chair.post.id] },
      { code: 'netralitas.follow_up', posts: [people.head.post.id] },
    ])
    await round(nextOpen('2031-03-06 10.00'))
    expect((await posts(id)).filter(({ code }) => code === 'netralitas.follow_up')).toHaveLength(2)
  })

  test('what ran before there was a plan is planned by the first round', async () => {
    theCase = await assigned()
    const { nextAtRiskAt } = await office.case(theCase.id)
    await office.db.query('UPDATE clock SET at_risk_at = NULL WHERE case_id = $1', [theCase.id])
    await office.db.query('UPDATE "case" SET next_at_risk_at = NULL WHERE id = $1', [theCase.id])
    await round(jakarta('2031-03-03', '09.00'))
    expect(nextAtRiskAt).not.toBeNull()
    expect((await office.case(theCase.id)).nextAtRiskAt).toEqual(nextAtRiskAt)
  })
})

describe('the mail', () => {
  const mails = (caseId: string) =>
    office.db.query<{ subject: string; text: string; confidential: boolean }[]>(
      `SELECT subject, text, confidential FROM mail WHERE case_id = $1 AND purpose = 'escalation' ORDER BY at, subject`,
      [caseId],
    )
  const escalations = (caseId: string) => office.db.query<{ id: string }[]>('SELECT id FROM escalation WHERE case_id = $1', [caseId])

  test.each(['biasa', 'rahasia', 'sangat_rahasia'] as const)(
    'of a case that is %s says no more than it may, to nobody who may not read it, once',
    async (secrecy) => {
      theCase = await assigned(secrecy)
      await round(nextOpen('2031-05-13 10.00'))
      for (const { id } of [...(await escalations(theCase.id)), ...(await escalations(theCase.id))])
        await running.app.get(TellEscalation).run(id)
      const sent = await mails(theCase.id)
      const rungs = await told()
      // at risk: one person; due: two; after: two.
      expect(sent).toHaveLength(rungs.reduce((sum, { step }) => sum + (step === 'at_risk' ? 1 : 2), 0))
      for (const { subject, text, confidential } of sent) {
        expect(confidential).toBe(secrecy !== 'biasa')
        expect(`${subject} ${text}`.includes(theCase.subject)).toBe(secrecy === 'biasa')
      }
    },
  )

  test('nobody who may not read the case by then is written to', async () => {
    theCase = await assigned()
    await office.db.query('UPDATE "case" SET excluded_person_ids = ARRAY[$2::uuid] WHERE id = $1', [theCase.id, office.people.head.id])
    await round(nextOpen('2031-05-13 10.00'))
    for (const { id } of await escalations(theCase.id)) await running.app.get(TellEscalation).run(id)
    expect(await mails(theCase.id)).toHaveLength((await told()).length)
  })
})
