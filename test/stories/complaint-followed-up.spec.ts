import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { localDate } from '@domain'
import {
  ApproveClockRequestDocument,
  ExtendPointDocument,
  JudgePointReplyDocument,
  GiveUpPointDocument,
  OverduePointsDocument,
  PauseClockDocument,
  PlanHandlingDocument,
  PreviewReclassificationDocument,
  RecordPointReplyDocument,
  RequestExtensionDocument,
  ResumeClockDocument,
  SubmitLetterDocument,
} from '../../client/src/generated/graphql.js'
import { verify } from '../../server/src/audit/index.js'
import { WatchPoints } from '../../server/src/handling/index.js'
import { aKey } from '../support/as.js'
import { Complaint, FORWARDED } from '../support/complaint.js'
import { Story } from '../support/story.js'
import { upload } from '../support/upload.js'

/** Bawaslu forwards a complaint through SIAPNET on Monday 8 June 2026; 16 June, 17 and 25 August are holidays. Every date below is counted by hand. */
let story: Story
let complaint: Complaint

beforeAll(async () => {
  story = await Story.open()
  complaint = await Complaint.open(story)
})
afterAll(() => story.close())

const people = () => story.people
const seen = () => complaint.case(people().assistant)
const day = (at: string | null | undefined): string | null => (at ? localDate(Date.parse(at)) : null)
const clock = async () => {
  const [only] = (await seen()).clocks
  if (!only) throw new Error('The case has no clock')
  return only
}
const due = async () => day((await clock()).dueAt)
const target = async () => {
  const { id, version } = await clock()
  return { id, version }
}
const request = async () => {
  const asked = (await seen()).clockRequests.find(({ status }) => status === 'asked')
  if (!asked) throw new Error('Nothing was asked')
  return { id: asked.id, version: asked.version, approver: asked.approverPositionId }
}
const consent = async (who: { id: string; email: string }) => {
  const { id, version } = await request()
  await (await story.console(who)).act(ApproveClockRequestDocument, { id, version, note: 'Setuju' })
}
const point = async (number: number) => {
  const found = (await complaint.handling()).points.find((row) => row.number === number)
  if (!found) throw new Error(`There is no point ${number}`)
  return found
}
const [, FIRST, SECOND] = FORWARDED.parties
const reported = async (party: (typeof FORWARDED.parties)[number] | undefined) => {
  const found = (await seen()).parties.find(({ name }) => name === party?.name)
  if (!found) throw new Error('Nobody of that name is reported')
  return found
}
const pdf = () => Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n'), randomBytes(2_000), Buffer.from('\n%%EOF\n')])
const JPEG = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), randomBytes(2_000), Buffer.from('ffd9', 'hex')])
const POINTS = ['Menjatuhkan hukuman disiplin sedang kepada Terlapor Satu.', 'Menyampaikan pernyataan kepada pegawai mengenai netralitas.']

test('registered from SIAPNET with two reported persons, it runs on the shortest time of that portal [netralitas.channel.siapnet]', async () => {
  complaint.on('2026-06-08')
  await complaint.forwarded()
  await complaint.handOver()
  await complaint.dispose(people().chair, people().head)
  await complaint.dispose(people().head, people().assistant)
  const { channel } = await seen()
  expect([channel, await due()]).toEqual(['siapnet', '2026-06-12'])
  expect([(await reported(FIRST)).activeAsn, (await reported(SECOND)).activeAsn]).toEqual([true, null])
})

test('classified as one that can be followed up directly, and decided: 4 working days [netralitas.siapnet_direct]', async () => {
  complaint.on('2026-06-09')
  await complaint.classify('direct')
  await complaint.decide(true)
  expect([(await seen()).classification, (await clock()).code, await due()]).toEqual(['direct', 'netralitas.siapnet_direct', '2026-06-12'])
})

test('the first pause waits for the complainant: the date stays in sight, and comes back two working days later', async () => {
  complaint.on('2026-06-10')
  const desk = await complaint.desk()
  await desk.act(PauseClockDocument, {
    clock: await target(),
    reason: 'applicant_completion',
    note: 'Identitas Terlapor Dua belum lengkap',
  })
  expect([(await seen()).nextDueFlag, await due()]).toEqual(['paused', '2026-06-12'])
  complaint.on('2026-06-12')
  await desk.act(ResumeClockDocument, { clock: await target(), note: 'Sudah dilengkapi' })
  expect([(await seen()).nextDueFlag, await due()]).toEqual([null, '2026-06-17'])
})

test('field examination: shown beforehand, asked by the Asisten, consented to by the head; start and pause stay [netralitas.lapor_field]', async () => {
  complaint.on('2026-06-15')
  const desk = await complaint.desk()
  const asked = { caseId: complaint.caseId, classification: 'field_examination' as const }
  const { previewReclassification } = await desk.ask(PreviewReclassificationDocument, asked)
  expect(previewReclassification).toMatchObject({
    needsApproval: true,
    clocks: [{ code: 'netralitas.lapor_field', limitBefore: '4 hari kerja', limitAfter: '60 hari kerja', paused: 2, lateAtOnce: false }],
  })
  const [shown] = previewReclassification.clocks
  expect([day(shown?.dueBefore), day(shown?.dueAfter)]).toEqual(['2026-06-17', '2026-09-07'])
  await complaint.classify('field_examination')
  expect(await due()).toBe('2026-06-17')
  const { id, version } = await request()
  expect((await desk.attempt(ApproveClockRequestDocument, { id, version, note: null, key: aKey() })).code).toBe('access.two_persons')
  await consent(people().head)
  expect([(await seen()).classification, await due()]).toEqual(['field_examination', '2026-09-07'])
})

test('the letter to the complainant says how, when and with whom it is handled [netralitas.complaint.2] [netralitas.product.confirmation]', async () => {
  complaint.on('2026-06-17')
  const desk = await complaint.desk()
  await complaint.drafted('confirmation')
  const { id, version, draftRevision } = await complaint.letter(people().assistant)
  const early = await desk.attempt(SubmitLetterDocument, { id, version, draftRevision, key: aKey() })
  expect([early.code, early.detail.keys]).toEqual([
    'letter.fields_unresolved',
    ['handling_method', 'handling_time', 'handling_place', 'handling_officer'],
  ])
  const plan = {
    method: 'online' as const,
    at: '2026-06-26T02:00:00.000Z',
    place: 'Zoom https://zoom.us/j/99000',
    officerPhone: '021-7972098',
  }
  const input = { ...plan, officer: people().assistant.name }
  await desk.act(PlanHandlingDocument, { caseId: complaint.caseId, version: null, input })
  await complaint.sent(['2026-06-17', '2026-06-17', '2026-06-18', '2026-06-18'], 'Bawaslu Kabupaten Contoh')
  const { fields, number } = await complaint.letter(people().assistant)
  expect(fields).toMatchObject({
    handling_method: 'daring',
    handling_time: 'Jumat, 26 Juni 2026 pukul 09.00 WIB',
    handling_place: plan.place,
    handling_officer: `${people().assistant.name} (021-7972098)`,
  })
  expect(number).toContain('/NK.01/06/2026')
  expect((await seen()).stage).toBe('in_process')
})

test('the second pause waits for the agency and needs the head: five working days', async () => {
  complaint.on('2026-06-18', '13.00')
  const desk = await complaint.desk()
  const ask = { reason: 'agency_clarification' as const, note: 'Klarifikasi BKPSDM mengenai status Terlapor Dua' }
  await desk.act(PauseClockDocument, { clock: await target(), ...ask })
  expect((await clock()).pausedSince).toBeNull()
  complaint.on('2026-06-18', '14.00')
  await consent(people().head)
  expect((await seen()).nextDueFlag).toBe('paused')
  complaint.on('2026-06-25')
  await desk.act(ResumeClockDocument, { clock: await target(), note: 'BKPSDM sudah menjawab' })
  expect(await due()).toBe('2026-09-14')
})

let allegations: [string, string] = ['', '']

test('each reported person is confirmed, accused and proved for themselves [netralitas.reported_active] [netralitas.evidence]', async () => {
  complaint.on('2026-06-26')
  const [first, second] = [(await reported(FIRST)).id, (await reported(SECOND)).id]
  await expect(complaint.alleged(second)).rejects.toThrow('handling.not_active_asn')
  await complaint.confirmed(second)
  allegations = [await complaint.alleged(first), await complaint.alleged(second)]
  const photo = await complaint.file('Deklarasi.jpg', JPEG)
  await complaint.evidence(allegations[0], 'photo', photo)
  await complaint.evidence(allegations[0], 'media_report', null)
  await complaint.evidence(allegations[1], 'witness', null, false)
  const kept = (await complaint.handling()).evidence.map(({ kind, result, fileId }) => [kind, result, fileId])
  expect(kept).toHaveLength(3)
  expect(kept).toEqual(
    expect.arrayContaining([
      ['photo', 'sufficient', photo],
      ['media_report', 'sufficient', null],
      ['witness', 'insufficient', null],
    ]),
  )
})

test('examined on the spot, with a berita acara that can be printed and no longer changed', async () => {
  const stepId = await complaint.examined('2026-07-01', '2026-07-08', '2026-07-09')
  const [step] = (await complaint.handling()).steps
  expect([step?.state, day(step?.heldAt), step?.participants.map(({ signed }) => signed)]).toEqual([
    'minuted',
    '2026-07-08',
    [true, true, false],
  ])
  const { client } = await complaint.desk()
  const paper = await client.get(`/handling-steps/${stepId}/minutes.pdf`)
  expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf'])
})

test('extended once by Pimpinan; the first due date stays beside the new one', async () => {
  complaint.on('2026-08-24')
  await (
    await complaint.desk()
  ).act(RequestExtensionDocument, { clock: await target(), amount: 10, reason: 'Saksi tersebar di tiga kecamatan' })
  expect((await request()).approver).toBe(people().chair.post.id)
  await consent(people().chair)
  const { firstDueAt, granted, ledger } = await clock()
  expect([await due(), day(firstDueAt), granted]).toEqual(['2026-09-28', '2026-09-14', 10])
  expect(ledger.map(({ kind }) => kind)).toEqual(['start', 'pause', 'resume', 'reclassify', 'pause', 'resume', 'extend'])
})

test('a finding for each person and allegation, and points for what is proven', async () => {
  complaint.on('2026-08-27')
  await expect(complaint.point(POINTS[0] ?? '', 14)).rejects.toThrow('handling.finding_missing')
  await expect(complaint.found(allegations[1], 'proven')).rejects.toThrow('handling.no_evidence')
  await complaint.found(allegations[0], 'proven')
  await complaint.found(allegations[1], 'not_proven')
  await complaint.point(POINTS[0] ?? '', 14)
  await complaint.point(POINTS[1] ?? '', 5)
  expect((await complaint.handling()).points.map(({ number, state, dueAt }) => [number, state, dueAt])).toEqual([
    [1, 'draft', null],
    [2, 'draft', null],
  ])
})

test('the recommendation quotes the points to the PPK and is approved; delivered, they bind [netralitas.product.recommendation]', async () => {
  await complaint.drafted('recommendation', ['Undang-Undang ASN', 'Terlapor Satu hadir', 'Kehadiran itu tidak netral'])
  const { addressee, body } = await complaint.letter(people().assistant)
  expect(addressee.name).toBe('Bupati Contoh')
  for (const words of [...POINTS, 'Sdr. Terlapor Satu', 'tidak terbukti']) expect(JSON.stringify(body)).toContain(words)
  await complaint.sent(['2026-08-28', '2026-08-31', '2026-09-01', '2026-09-02'], 'Bupati Contoh')
  const { fields } = await complaint.letter(people().assistant)
  expect(fields).toMatchObject({ follow_up_limit: '14 (empat belas) hari kerja untuk butir 1, serta 5 (lima) hari kerja untuk butir 2' })
  const rows = (await complaint.handling()).points
  expect(rows.map(({ state, dueAt, letterId }) => [state, day(dueAt), letterId])).toEqual([
    ['open', '2026-09-22', complaint.letterId],
    ['open', '2026-09-09', complaint.letterId],
  ])
  expect([(await seen()).stage, (await clock()).stoppedAt]).toEqual(['in_process', null])
})

test('answered in time, the complaint is closed and its clock stops; the points live on [netralitas.product.answer]', async () => {
  complaint.on('2026-09-03')
  await complaint.drafted('answer', ['Telah diperiksa di lokasi', 'Rekomendasi telah disampaikan kepada Bupati Contoh'])
  await complaint.sent(['2026-09-03', '2026-09-04', '2026-09-07', '2026-09-08'], 'Bawaslu Kabupaten Contoh')
  const { stage, closedAt } = await seen()
  expect([stage, day(closedAt), day((await clock()).stoppedAt), await due()]).toEqual(['closed', '2026-09-08', '2026-09-08', '2026-09-28'])
  expect((await complaint.handling()).points.map(({ state }) => state)).toEqual(['open', 'open'])
})

const overdue = async (who: { id: string; email: string }) => (await story.console(who)).ask(OverduePointsDocument, { first: 3 })
const watched = async (date: string, time: string): Promise<string | null> => {
  complaint.on(date, time)
  await complaint.travel.here(() => story.running.app.get(WatchPoints).run())
  return (await point(2)).reminded ?? null
}

test('the PPK is late with one point: reminded of before, on the day, after; then it stands on the first page of Pimpinan', async () => {
  expect(await watched('2026-09-07', '10.00')).toBeNull()
  expect(await watched('2026-09-08', '15.00')).toBe('point.nears')
  expect(await watched('2026-09-09', '10.00')).toBe('point.due')
  expect((await overdue(people().chair)).recommendationPoints.total).toBe(0)
  expect(await watched('2026-09-10', '08.00')).toBe('point.late')
  const { rows, total } = (await overdue(people().chair)).recommendationPoints
  expect([total, rows.map(({ number, ppk, dueAt }) => [number, ppk, day(dueAt)])]).toEqual([1, [[2, 'Bupati Contoh', '2026-09-09']]])
  expect((await overdue(people().outsider)).recommendationPoints.total).toBe(0)
  expect((await point(1)).reminded).toBeNull()
})

test('the reply comes with its scan, is found wanting, comes again and is accepted', async () => {
  const clerk = await story.console(people().clerk)
  const scan = pdf()
  complaint.on('2026-09-11')
  const fileId = await upload(story.running.url, clerk.client, 'Surat Bupati.pdf', scan)
  const reply = (on: string, file: string | null) => ({
    letterNumber: '800/77/BKPSDM/2026',
    letterDate: on,
    receivedOn: on,
    text: 'Pernyataan telah disampaikan dalam apel.',
    fileId: file,
  })
  const send = async (on: string, file: string | null) => {
    const { id, version } = await point(2)
    await clerk.act(RecordPointReplyDocument, { id, version, input: reply(on, file) })
  }
  const judge = async (accepted: boolean, reason: string) => {
    const { id, version } = await point(2)
    await (await complaint.desk()).act(JudgePointReplyDocument, { id, version, accepted, reason })
  }
  await send('2026-09-11', fileId)
  expect([(await point(2)).state, (await overdue(people().chair)).recommendationPoints.total]).toEqual(['replied', 0])
  const { client } = await complaint.desk()
  const kept = Buffer.from(await (await client.get(`/files/${fileId}`)).arrayBuffer())
  expect(createHash('sha256').update(kept).digest('hex')).toBe(createHash('sha256').update(scan).digest('hex'))
  complaint.on('2026-09-14')
  await judge(false, 'Bukti apel belum dilampirkan')
  expect([(await point(2)).state, (await overdue(people().chair)).recommendationPoints.total]).toEqual(['open', 1])
  complaint.on('2026-09-16')
  await send('2026-09-16', null)
  complaint.on('2026-09-17')
  await judge(true, 'Bukti apel sudah dilampirkan')
  const { state, endedAt, judgement, replies } = await point(2)
  expect([state, day(endedAt), judgement, replies.length]).toEqual(['done', '2026-09-17', 'Bukti apel sudah dilampirkan', 2])
})

test('the other gets more time from the head alone, and ends as not followed up', async () => {
  complaint.on('2026-09-17', '13.00')
  const more = { days: 5, reason: 'Sidang majelis dijadwalkan ulang' }
  const { id, version } = await point(1)
  const own = await (await complaint.desk()).attempt(ExtendPointDocument, { id, version, ...more, key: aKey() })
  expect(own.code).toBe('access.denied')
  await (await story.console(people().head)).act(ExtendPointDocument, { id, version, ...more })
  expect(day((await point(1)).dueAt)).toBe('2026-09-29')
  complaint.on('2026-10-05')
  const late = await point(1)
  await (await complaint.desk()).act(GiveUpPointDocument, { id, version: late.version, reason: 'PPK menolak menjatuhkan hukuman' })
  expect((await complaint.handling()).points.map(({ number, state }) => [number, state])).toEqual([
    [1, 'not_followed'],
    [2, 'done'],
  ])
})

test('nothing of it disagrees with the rules of the house', async () => {
  const findings = await verify(story.database.url, story.running.config)
  const wrong = findings.filter(({ outcome }) => outcome === 'offends' || outcome === 'failed')
  expect(wrong.map(({ code, error, rows }) => ({ code, error, rows: rows.slice(0, 2) }))).toEqual([])
})
