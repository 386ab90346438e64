import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { addCalendarDays, FEEDBACK_CHANNELS, localDate, OPEN_FEEDBACK_STATES, type Viewer } from '@domain'
import { as } from '../../../test/support/as.js'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { act, Office, refusalOf } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { someone, type Somebody } from '../../../test/support/people.js'
import { timeTravel } from '../platform/moment.js'
import { AnswerFeedback, AssignFeedback, EndFeedback, LogFeedback } from './index.js'
import type { LogFeedbackInput } from './feedback-input.js'
import { Feedback } from './feedback.entity.js'

let database: FreshDatabase
let running: RunningApp
let office: Office
let reception: Somebody
let clerk: Viewer

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  office = await Office.open(running.app)
  reception = await someone(office.db, 'FRONT_OFFICE', { title: 'Resepsionis' })
  clerk = await office.viewer(office.people.clerk)
})
afterAll(async () => {
  await running.close()
  await database.drop()
})

const BY_MAIL: LogFeedbackInput = {
  ...{ service: 'MERIT', channelKind: 'email', channelAddress: 'humas@kasn.go.id', kind: 'complaint' },
  ...{ text: 'Jawaban terlambat.', name: 'Dewi Lestari', contactKind: 'email', contact: 'Dewi@Contoh.test' },
}
const ANONYMOUS = { name: null, contactKind: null, contact: null }

const row = (id: string) => office.db.manager.findOneByOrFail(Feedback, { id })
const logged = async (given: Partial<LogFeedbackInput> = {}, by = clerk) =>
  row((await running.app.get(LogFeedback).run(by, { ...BY_MAIL, ...given }, act())).id)
const assign = async (feedback: Feedback, positionId: string | null = null, unitId = office.people.unitId) =>
  row((await running.app.get(AssignFeedback).run(clerk, feedback, { unitId, positionId }, act())).id)
const answer = async (feedback: Feedback, way: 'email' | 'phone' | 'post' | 'same_channel' | 'none', by: Somebody = office.people.head) =>
  row(
    (
      await running.app
        .get(AnswerFeedback)
        .run(await office.viewer(by), feedback, { text: 'Terima kasih, sudah kami perbaiki.', way }, act())
    ).id,
  )

describe('to log', () => {
  test.each(FEEDBACK_CHANNELS.map((channel) => [channel.commitment, channel] as const))('by the printed channel %s', async (_, channel) => {
    const feedback = await logged({ ...ANONYMOUS, service: channel.service, channelKind: channel.kind, channelAddress: channel.address })
    expect(feedback).toMatchObject({
      state: 'logged',
      service: channel.service,
      channelKind: channel.kind,
      channelAddress: channel.address,
    })
  })

  test('numbers run without a gap, also when an attempt is refused in between', async () => {
    const first = await logged()
    expect(await refusalOf(logged({ contact: 'bukan alamat' }))).toBe('identity.email_invalid')
    expect((await logged()).number).toBe(first.number + 1)
  })

  test('name and contact lie sealed, and in no event', async () => {
    const feedback = await logged()
    expect(feedback.nameSealed?.toString('latin1')).not.toContain('Dewi')
    const events = await office.db.query<{ body: string }[]>(
      'SELECT concat(before, after, detail, note) AS body FROM event WHERE subject_id = $1',
      [feedback.id],
    )
    expect(events).toHaveLength(1)
    expect(events[0]?.body).not.toMatch(/dewi|terlambat/i)
  })

  test.each([
    ['an address no standard prints', { channelAddress: 'lain@kasn.go.id' }, 'feedback.channel_not_printed'],
    [
      'a channel of another service',
      { service: 'MEDLIN', channelKind: 'facebook', channelAddress: 'KomisiASNResmi' },
      'feedback.channel_not_printed',
    ],
    ['a contact without a name', { name: ' ' }, 'feedback.contact_incomplete'],
    ['half a contact', { contact: null }, 'feedback.contact_incomplete'],
    ['nothing to say', { text: ' ?' }, 'request.invalid'],
    ['a receipt in a mistyped year', { receivedAt: new Date('1906-11-20T02:00:00Z') }, 'request.invalid'],
    ['a receipt that has not come yet', { receivedAt: new Date(Date.now() + 3_600_000) }, 'request.invalid'],
  ] as const)('%s is refused', async (_, given, refusal) => {
    expect(await refusalOf(logged(given))).toBe(refusal)
  })

  test('the front office may, an Asisten may not', async () => {
    expect((await logged({}, await office.viewer(reception))).loggedBy).toBe(reception.id)
    expect(await refusalOf(logged({}, await office.viewer(office.people.assistant)))).toBe('access.denied')
  })
})

describe('to assign', () => {
  test('to a unit: its heads are told; to a post: that post', async () => {
    const told = async (id: string) => {
      const rows = await office.db.query<{ person_id: string }[]>(
        `SELECT n.person_id FROM notice n JOIN event e ON e.id = n.event_id WHERE e.subject_id = $1 AND n.kind = 'feedback.assigned_to_you' ORDER BY n.at`,
        [id],
      )
      return rows.map((notice) => notice.person_id)
    }
    const feedback = await assign(await logged())
    expect(await told(feedback.id)).toEqual([office.people.head.id])
    await assign(feedback, office.people.assistant.post.id)
    expect(await told(feedback.id)).toEqual([office.people.head.id, office.people.assistant.id])
  })

  test('not to a unit or a post where nobody could answer', async () => {
    const feedback = await logged()
    const [leadership] = await office.db.query<{ id: string }[]>(`SELECT id FROM unit WHERE kind = 'leadership'`)
    expect(await refusalOf(assign(feedback, null, leadership?.id))).toBe('feedback.unit_cannot_answer')
    expect(await refusalOf(assign(feedback, office.people.emptyPostId))).toBe('feedback.unit_cannot_answer')
    expect(await refusalOf(assign(feedback, office.people.outsider.post.id))).toBe('feedback.unit_cannot_answer')
    expect((await row(feedback.id)).version).toBe(1)
  })

  test('two who assign at once: the second is told', async () => {
    const feedback = await logged()
    await assign(feedback)
    expect(await refusalOf(assign(feedback))).toBe('conflict.changed_meanwhile')
  })
})

describe('to answer', () => {
  test('by e-mail: one mail, to the writer, with the answer', async () => {
    const feedback = await answer(await assign(await logged()), 'email')
    expect(feedback).toMatchObject({ state: 'answered', answerWay: 'email', answeredBy: office.people.head.id })
    const mails = await office.db.query<{ subject: string; text: string; purpose: string }[]>(
      'SELECT subject, text, purpose FROM mail WHERE message_id LIKE $1',
      [`<feedback.${feedback.id}@%`],
    )
    expect(mails).toEqual([expect.objectContaining({ purpose: 'feedback', text: expect.stringContaining('sudah kami perbaiki') })])
  })

  test.each([
    ['a letter without a sender', { channelKind: 'letter', ...ANONYMOUS }, 'same_channel'],
    ['a letter with a postal address', { channelKind: 'letter', contactKind: 'address', contact: 'Jl. Contoh 1' }, 'email'],
    ['a hotline call', { channelKind: 'hotline', contactKind: 'phone', contact: '0800-0555-0001' }, 'none'],
    ['a whistle, whose blower gave an address', { channelKind: 'wbs' }, 'email'],
  ] as const)('%s cannot be answered %s', async (_, { channelKind, ...given }, way) => {
    const channel = FEEDBACK_CHANNELS.find((one) => one.service === 'MERIT' && one.kind === channelKind)
    const feedback = await assign(await logged({ ...given, channelKind, channelAddress: channel?.address ?? '' }))
    expect(await refusalOf(answer(feedback, way))).toBe('feedback.way_impossible')
    expect((await row(feedback.id)).state).toBe('assigned')
  })

  test('only by the unit, or by the named post', async () => {
    const toUnit = await assign(await logged())
    expect(await refusalOf(answer(toUnit, 'email', office.people.outsider))).toBe('access.denied')
    expect(await refusalOf(answer(toUnit, 'email', office.people.clerk))).toBe('access.denied')
    expect((await answer(toUnit, 'email', office.people.assistant2)).state).toBe('answered')
    const toPost = await assign(await logged(), office.people.assistant.post.id)
    expect(await refusalOf(answer(toPost, 'email', office.people.assistant2))).toBe('access.denied')
    expect((await answer(toPost, 'email', office.people.assistant)).state).toBe('answered')
  })
})

describe('to end', () => {
  const end = () => running.app.get(EndFeedback)

  test('an answered one is closed, what nobody can answer is dismissed with the reason', async () => {
    const answered = await answer(await assign(await logged()), 'email')
    expect(await refusalOf(end().dismiss(clerk, answered, 'Salah alamat', act()))).toBe('feedback.wrong_state')
    await end().close(clerk, answered, act())
    expect(await row(answered.id)).toMatchObject({ state: 'closed', endReason: null })
    const nonsense = await logged()
    expect(await refusalOf(end().close(clerk, nonsense, act()))).toBe('feedback.wrong_state')
    expect(await refusalOf(end().dismiss(clerk, nonsense, ' ', act()))).toBe('request.invalid')
    await end().dismiss(clerk, nonsense, 'Bukan mengenai layanan', act())
    expect(await row(nonsense.id)).toMatchObject({ state: 'dismissed', endReason: 'Bukan mengenai layanan' })
  })

  test('only by the Sekretariat', async () => {
    const answered = await answer(await assign(await logged()), 'email')
    expect(await refusalOf(end().close(await office.viewer(office.people.head), answered, act()))).toBe('access.denied')
  })
})

describe('over the wire', () => {
  const LIST = 'query ($filter: FeedbackFilter) { feedbacks(filter: $filter, first: 100) { total rows { id named } } }'
  type List = { feedbacks: { total: number; rows: { id: string; named: boolean }[] } }
  const LOOK = 'mutation ($id: ID!, $key: String!) { readFeedbackContact(id: $id, key: $key) { name contact } }'
  const look = async (who: Somebody, id: string) => (await as(running.url, who)).gql(LOOK, { id, key: randomUUID() })
  const listOf = async (who: Somebody, filter: object = {}) => (await (await as(running.url, who)).ask<List>(LIST, { filter })).feedbacks

  test('who wrote is known to the Sekretariat and to whoever answers, not to Pimpinan, and nobody else sees the row', async () => {
    const { people } = office
    const feedback = await assign(await logged({ service: 'JPT', kind: 'appreciation' }), people.assistant.post.id)
    const filter = { service: 'JPT', kind: 'appreciation', states: [...OPEN_FEEDBACK_STATES] }
    const seen = async (who: Somebody) => (await listOf(who, filter)).rows.find((one) => one.id === feedback.id)
    const readFeedbackContact = { name: 'Dewi Lestari', contact: 'dewi@contoh.test' }
    for (const who of [people.clerk, people.assistant, people.chair]) expect(await seen(who)).toEqual({ id: feedback.id, named: true })
    for (const who of [people.clerk, people.assistant])
      expect(await look(who, feedback.id)).toMatchObject({ data: { readFeedbackContact } })
    expect(await look(people.chair, feedback.id)).toMatchObject({ code: 'access.denied' })
    for (const stranger of [people.outsider, people.assistant2, reception, people.auditor, people.administrator]) {
      expect(await seen(stranger)).toBeUndefined()
      expect(await look(stranger, feedback.id)).toMatchObject({ code: 'access.denied' })
    }
  })

  test('each look at the writer is written down, with whoever looked, and changes nothing; no read of a feedback opens them', async () => {
    const { people } = office
    const feedback = await assign(await logged(), people.assistant.post.id)
    const desk = await as(running.url, people.assistant)
    const body = await desk.gql('query ($id: ID!) { feedback(id: $id) { id named text timeline { kind } } }', { id: feedback.id })
    expect(JSON.stringify(body)).not.toMatch(/dewi/i)
    const key = randomUUID()
    await desk.gql(LOOK, { id: feedback.id, key })
    await desk.gql(LOOK, { id: feedback.id, key })
    await look(people.outsider, feedback.id)
    const looks = await office.db.query<{ actor_id: string; body: string }[]>(
      `SELECT actor_id, concat(before, after, detail, note) AS body FROM event WHERE subject_id = $1 AND kind = 'feedback.contact_read'`,
      [feedback.id],
    )
    expect(looks.map((one) => one.actor_id)).toEqual([people.assistant.id, people.assistant.id])
    expect(looks.map((one) => one.body).join(' ')).not.toMatch(/dewi/i)
    expect((await answer(feedback, 'email', people.assistant)).state).toBe('answered')
    const kept = await office.db.query<{ result: string }[]>(
      `SELECT result::text AS result FROM request WHERE action = 'readFeedbackContact' AND result::text ~* 'dewi'`,
    )
    expect(kept).toEqual([])
  })

  test('the report is what the register holds: counted over again in SQL, with the last instant of a day inside and the next one outside', async () => {
    const mark = async (instant: string) =>
      timeTravel(new Date(instant), () =>
        logged({ ...ANONYMOUS, service: 'JPT', channelKind: 'twitter', channelAddress: 'KASN_RI', kind: 'appreciation' }),
      )
    await mark('2024-06-30T16:59:59.999Z')
    await mark('2024-06-30T17:00:00.000Z')
    await answer(
      await assign(
        await logged({ service: 'JPT', channelKind: 'hotline', channelAddress: '021-7972098', contactKind: 'phone', contact: '0811' }),
      ),
      'phone',
    )
    const REPORT = `query ($from: Date!, $until: Date!) { feedbackReport(from: $from, until: $until) { service channelKind complaints suggestions appreciations total answered dismissed shareAnswered } }`
    const auditor = await as(running.url, office.people.auditor)
    for (const [from, until] of [
      ['2024-06-30', '2024-06-30'],
      ['2024-07-01', '2024-07-01'],
      [addCalendarDays(localDate(Date.now()), -300), localDate(Date.now())],
    ]) {
      const { feedbackReport } = await auditor.ask<{ feedbackReport: { service: string | null; channelKind: string }[] }>(REPORT, {
        from,
        until,
      })
      const counted = await office.db.query<{ service: string | null; channelKind: string }[]>(
        `SELECT service, channel_kind AS "channelKind", count(*) FILTER (WHERE kind = 'complaint')::int AS complaints,
           count(*) FILTER (WHERE kind = 'suggestion')::int AS suggestions, count(*) FILTER (WHERE kind = 'appreciation')::int AS appreciations,
           count(*)::int AS total, count(answered_at)::int AS answered, count(*) FILTER (WHERE state = 'dismissed')::int AS dismissed,
           count(answered_at)::float8 / nullif(count(*) FILTER (WHERE state <> 'dismissed'), 0) AS "shareAnswered"
         FROM feedback WHERE (received_at AT TIME ZONE 'Asia/Jakarta')::date BETWEEN $1 AND $2 GROUP BY 1, 2`,
        [from, until],
      )
      const inOrder = (lines: readonly { service: string | null; channelKind: string }[]) =>
        [...lines].sort((a, b) => `${a.service} ${a.channelKind}`.localeCompare(`${b.service} ${b.channelKind}`))
      expect(counted.length).toBeGreaterThan(0)
      expect(inOrder(feedbackReport)).toEqual(inOrder(counted))
    }
  })

  test('the report and its file hold the same numbers; counts only, for those who may', async () => {
    const at = new Date('2024-05-14T03:00:00Z')
    await timeTravel(at, () =>
      logged({ ...ANONYMOUS, service: null, channelKind: 'instagram', channelAddress: 'kasn_ri', kind: 'suggestion' }),
    )
    const REPORT =
      'query { feedbackReport(from: "2024-05-14", until: "2024-05-14") { service channelKind total suggestions answered shareAnswered medianMinutes } }'
    const auditor = await as(running.url, office.people.auditor)
    const { feedbackReport } = await auditor.ask<{ feedbackReport: object[] }>(REPORT)
    expect(feedbackReport).toEqual([
      { service: null, channelKind: 'instagram', total: 1, suggestions: 1, answered: 0, shareAnswered: 0, medianMinutes: null },
    ])
    const file = await auditor.get('/feedback/report.csv?from=2024-05-14&until=2024-05-14')
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect((await file.text()).split('\r\n')[1]).toBe('"Umum","Instagram","0","1","0","1","0","0","0",""')
    const assistant = await as(running.url, office.people.assistant)
    expect((await assistant.gql(REPORT)).code).toBe('access.denied')
    expect((await assistant.get('/feedback/report.csv?from=2024-05-14&until=2024-05-14')).status).toBeGreaterThanOrEqual(400)
    expect((await auditor.get('/feedback/report.csv?from=2024-05-14&until=2024-05-13')).status).toBe(400)
  })
})
