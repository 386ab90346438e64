import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { caseFacts, letterFacts, mayRead, ruleRefusal, SECRECIES, type Viewer } from '@domain'
import { closePress } from '@press'
import { as } from '../../../test/support/as.js'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { act, Office, refusalOf } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { holds } from '../../../test/support/people.js'
import { DeliverLetter, ProveDelivery } from '../mail/index.js'
import { JudgeVoid } from './judge-void.js'
import type { Letter } from './letter.entity.js'
import { RenderLetter } from './render-letter.js'
import { RequestVoid } from './request-void.js'
import { WithdrawLetter } from './withdraw-letter.js'

let database: FreshDatabase
let running: RunningApp
let office: Office
let request: RequestVoid
let judge: JudgeVoid
let clerk: Viewer
let chair: Viewer

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  office = await Office.open(running.app)
  request = running.app.get(RequestVoid)
  judge = running.app.get(JudgeVoid)
  clerk = await office.viewer(office.people.clerk)
  chair = await office.viewer(office.people.chair)
})
afterAll(async () => {
  await running.close()
  await closePress()
  await database.drop()
})

const REASON = 'Salah kode klasifikasi'
const ask = async (letter: Letter): Promise<Letter> => {
  await request.run(clerk, letter, REASON, act())
  return office.letter(letter.id)
}
const asked = async (): Promise<Letter> => ask(await office.issued())
const bookOf = async ({ id }: Letter) => {
  const [row] = await office.db.query<Record<string, unknown>[]>(
    'SELECT status, void_reason, void_requested_by, voided_by, voided_at FROM letter_number WHERE letter_id = $1',
    [id],
  )
  return row
}
const noticesOf = async ({ id }: Letter, kind: string): Promise<string[]> => {
  const rows = await office.db.query<{ person_id: string }[]>('SELECT person_id FROM notice WHERE letter_id = $1 AND kind = $2', [id, kind])
  return rows.map((row) => row.person_id).sort()
}
const kindsOf = async (caseId: string): Promise<string[]> =>
  (await office.db.query<{ kind: string }[]>('SELECT kind FROM event WHERE case_id = $1 ORDER BY id', [caseId])).map(({ kind }) => kind)
const page = async ({ verificationToken }: Letter) =>
  (await fetch(`${running.url}/verify/${verificationToken}`, { headers: { accept: 'text/html' } })).text()

describe('a number that shall be voided', () => {
  test('waits on the desk of who signed, and takes the letter off the desk that sends', async () => {
    const letter = await asked()
    expect(letter).toMatchObject({ status: 'issued', voidRequestedBy: clerk.id })
    expect(await office.desks(letter.caseId)).toEqual([`consent_void@${office.people.chair.post.title}`])
    expect(await noticesOf(letter, 'letter.void_waits_for_consent')).toEqual([chair.id])
    expect(await bookOf(letter)).toMatchObject({ status: 'issued', void_reason: null })
  })

  test('is void when another person consents: the book keeps it, the case is in process, the answer is to be written again', async () => {
    const letter = await asked()
    await judge.consent(chair, letter, 'Setuju', act())

    const after = await office.letter(letter.id)
    expect(after).toMatchObject({ status: 'withdrawn', number: letter.number, pdfSha256: letter.pdfSha256, voidRequestedBy: null })
    expect(await bookOf(letter)).toEqual({
      status: 'void',
      void_reason: REASON,
      void_requested_by: clerk.id,
      voided_by: chair.id,
      voided_at: expect.any(Date),
    })
    expect(await office.case(letter.caseId)).toMatchObject({ stage: 'in_process', answeredAt: null })
    expect(await office.desks(letter.caseId)).toEqual([`draft@${office.people.assistant.post.title}`])
    expect((await kindsOf(letter.caseId)).filter((kind) => /void/.test(kind))).toEqual([
      'letter.void_requested',
      'case.answer_voided',
      'letter.number_voided',
    ])
    // who consents is not told what they did
    expect(await noticesOf(letter, 'letter.number_voided')).toEqual([office.people.assistant.id, clerk.id].sort())

    const next = await office.issue(
      await office.approve(await office.pass(await office.submit(await office.written(await office.draftedFor(letter.caseId, 'answer'))))),
    )
    expect(next.number).not.toBe(letter.number)
    expect((await office.case(letter.caseId)).stage).toBe('answered')
  })

  test('stands when Pimpinan decline: the letter waits for its delivery again, and may be asked about once more', async () => {
    const letter = await asked()
    expect(await refusalOf(judge.decline(chair, letter, ' ', act()))).toBe('letter.reason_missing')
    await judge.decline(chair, letter, 'Kodenya sudah benar', act())
    const after = await office.letter(letter.id)
    expect(after).toMatchObject({ status: 'issued', voidRequestedBy: null })
    expect(await office.desks(letter.caseId)).toEqual(['deliver'])
    expect(await noticesOf(letter, 'letter.void_declined')).toEqual([clerk.id])
    expect(await bookOf(letter)).toMatchObject({ status: 'issued', voided_by: null })
    expect(await refusalOf(judge.consent(chair, after, null, act()))).toBe('letter.wrong_status')
    await ask(after)
    expect(await office.desks(letter.caseId)).toEqual([`consent_void@${office.people.chair.post.title}`])
  })

  test('that closes no case leaves the case where it is', async () => {
    const theCase = await office.processed({ service: 'NETRALITAS' })
    const draft = await office.written(await office.draftedFor(theCase.id, 'completeness_request'))
    const { id } = await office.issue(await office.approve(await office.pass(await office.submit(draft))))
    await running.app.get(RenderLetter).run(id)
    const letter = await office.letter(id)
    const before = await office.case(theCase.id)
    await judge.consent(chair, await ask(letter), null, act())
    expect(await office.case(theCase.id)).toMatchObject({ stage: before.stage, version: before.version })
    expect(await office.desks(theCase.id)).toEqual([`draft@${office.people.assistant.post.title}`])
  })
})

describe('two persons', () => {
  test('stand behind a void: who asked does not consent, in whatever post', async () => {
    const letter = await asked()
    await holds(office.db, office.people.clerk, office.people.commissioner.post, { kind: 'plh' })
    const both = await office.viewer(office.people.clerk)
    expect(both.positions.map(({ role }) => role)).toContain('PIMPINAN')
    expect(await refusalOf(judge.consent(both, letter, null, act()))).toBe('access.two_persons')
    expect(await refusalOf(judge.decline(both, letter, 'Tidak jadi', act()))).toBe('access.two_persons')
    expect(await bookOf(letter)).toMatchObject({ status: 'issued' })
  })

  test('of whom one is of the Sekretariat and one of Pimpinan', async () => {
    const letter = await office.issued()
    for (const who of [office.people.assistant, office.people.head, office.people.chair, office.people.auditor]) {
      expect(await refusalOf(request.run(await office.viewer(who), letter, REASON, act()))).toBe('access.denied')
    }
    const open = await ask(letter)
    for (const who of [office.people.assistant, office.people.head, office.people.clerk2, office.people.auditor]) {
      expect(await refusalOf(judge.consent(await office.viewer(who), open, null, act()))).toBe('access.denied')
    }
  })

  test('are demanded by the database too', async () => {
    const letter = await office.issued()
    const sql = `UPDATE letter_number SET status = 'void', void_reason = 'Keliru', void_requested_by = $2, voided_by = $3, voided_at = now() WHERE letter_id = $1`
    await expect(office.db.query(sql, [letter.id, clerk.id, clerk.id])).rejects.toThrow('letter_number_void_by_two')
    await expect(office.db.query(sql, [letter.id, clerk.id, null])).rejects.toThrow('letter_number_void_by_two')
  })
})

const DESKS = SECRECIES.flatMap((secrecy) =>
  (['chair', 'commissioner', 'assistant2'] as const).flatMap((handler) => [true, false].map((signs) => ({ secrecy, handler, signs }))),
)

test.each(DESKS)(
  'what is asked of a $secrecy case handled by $handler lands where it may be read and voided (who signed may: $signs)',
  async (row) => {
    const letter = await office.issued()
    const { people } = office
    // the Komisioner acts in the post of the second Asisten, too: what handles the case may be another post of theirs
    const acting = await holds(office.db, people.commissioner, people.assistant2.post, { kind: 'plh' })
    await office.db.query(
      'UPDATE "case" SET secrecy = $2, handler_position_ids = $3, registrar_id = $4, excluded_person_ids = $5 WHERE id = $1',
      [letter.caseId, row.secrecy, [people[row.handler].post.id], clerk.id, row.signs ? [] : [chair.id]],
    )
    const refusal = await refusalOf(ask(letter))
    const able: string[] = []
    const facts = caseFacts(await office.case(letter.caseId))
    const asked = letterFacts({ ...letter, voidRequestedBy: clerk.id }, facts)
    for (const who of [people.chair, people.commissioner]) {
      const holder = await office.viewer(who)
      if (mayRead(holder, facts) && mayRead(holder, asked) && ruleRefusal(holder, 'void', asked) === null)
        able.push(`consent_void@${who.post.title}`)
    }
    await office.db.query('DELETE FROM position_holder WHERE id = $1', [acting])
    expect(refusal).toBe(able.length > 0 ? null : 'letter.chain_broken')
    if (able.length > 0) expect(able).toEqual(expect.arrayContaining(await office.desks(letter.caseId)))
  },
)

describe('races', () => {
  test('of two who consent one wins', async () => {
    const letter = await asked()
    const commissioner = await office.viewer(office.people.commissioner)
    const answers = await Promise.all([
      refusalOf(judge.consent(chair, letter, null, act())),
      refusalOf(judge.consent(commissioner, letter, null, act())),
    ])
    expect(answers.filter((answer) => answer === null)).toHaveLength(1)
    expect(answers).toContain('conflict.changed_meanwhile')
    expect((await kindsOf(letter.caseId)).filter((kind) => kind === 'letter.number_voided')).toHaveLength(1)
  })

  test('between who consents and who declines one wins', async () => {
    const letter = await asked()
    const answers = await Promise.all([
      refusalOf(judge.consent(chair, letter, null, act())),
      refusalOf(judge.decline(await office.viewer(office.people.commissioner), letter, 'Jangan', act())),
    ])
    expect(answers.filter((answer) => answer === null)).toHaveLength(1)
  })

  test('nothing is sent while it is asked, and nothing is asked while it is sent', async () => {
    const deliver = running.app.get(DeliverLetter)
    const byHand = { method: 'hand' as const, recipientName: 'Dewi', receiptName: 'Dewi', receiptOn: new Date().toISOString().slice(0, 10) }
    const letter = await asked()
    expect(await refusalOf(deliver.run(clerk, letter, byHand, act()))).toBe('letter.void_pending')
    expect(await refusalOf(request.run(clerk, letter, REASON, act()))).toBe('letter.void_pending')

    const sent = await office.issued()
    await deliver.run(clerk, sent, { method: 'courier', courier: 'Pos', recipientName: 'Dewi' }, act())
    expect(await refusalOf(request.run(clerk, await office.letter(sent.id), REASON, act()))).toBe('letter.under_way')

    const raced = await office.issued()
    const answers = await Promise.all([
      refusalOf(deliver.run(clerk, raced, { method: 'courier', courier: 'Pos', recipientName: 'Dewi' }, act())),
      refusalOf(request.run(clerk, raced, REASON, act())),
    ])
    expect(answers.filter((answer) => answer === null)).toHaveLength(1)
  })

  test('a delivery found on its way between asking and consenting refuses the consent', async () => {
    const letter = await asked()
    await office.db.query(
      `INSERT INTO delivery (id, version, letter_id, method, status, recipient_name, courier, at, recorded_by)
       VALUES (gen_random_uuid(), 1, $1, 'courier', 'sent', 'Dewi', 'Pos', now(), $2)`,
      [letter.id, clerk.id],
    )
    expect(await refusalOf(judge.consent(chair, letter, null, act()))).toBe('letter.under_way')
    expect(await office.letter(letter.id)).toMatchObject({ status: 'issued', voidRequestedBy: clerk.id })
    expect(await bookOf(letter)).toMatchObject({ status: 'issued' })
  })

  test('a failed mail is not sent once more while it is asked', async () => {
    const sent = await office.issued()
    await running.app.get(DeliverLetter).run(clerk, sent, { method: 'email', email: 'dewi@contoh.test', recipientName: 'Dewi' }, act())
    await office.db.query(`UPDATE delivery SET status = 'failed' WHERE letter_id = $1`, [sent.id])
    await office.db.query(`UPDATE mail SET status = 'failed', lease_until = NULL WHERE letter_id = $1`, [sent.id])
    await ask(await office.letter(sent.id))
    const [delivery] = await office.db.query<{ id: string }[]>('SELECT id FROM delivery WHERE letter_id = $1', [sent.id])
    const again = running.app.get(ProveDelivery).resolve(clerk, delivery?.id ?? '', 'pending', 'Coba lagi', act())
    expect(await refusalOf(again)).toBe('letter.void_pending')
  })

  test('a letter printed after its number was voided is kept and put on no desk', async () => {
    const letter = await asked()
    await judge.consent(chair, letter, null, act())
    // as if the printer came late
    await office.db.query('UPDATE letter SET pdf_file_id = NULL, pdf_sha256 = NULL WHERE id = $1', [letter.id])
    await office.db.query('DELETE FROM file WHERE letter_id = $1', [letter.id])
    await office.db.query(`DELETE FROM request WHERE action = 'renderLetter' AND key = $1`, [`render-${letter.id}`])
    await running.app.get(RenderLetter).run(letter.id)
    expect((await office.letter(letter.id)).pdfSha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await office.desks(letter.caseId)).toEqual([`draft@${office.people.assistant.post.title}`])
  })
})

test('the number book shows a void with its reason and both persons, to who keeps the book and to the auditor', async () => {
  const letter = await asked()
  const book = `query ($year: Int!) { numberBook(year: $year, first: 100) { rows { number status letterId voidAsked voidReason voidAskedBy voidedBy voidedAt } } }`
  const rowFor = async (who: { email: string }) => {
    const { numberBook } = await (
      await as(running.url, who)
    ).ask<{ numberBook: { rows: { number: string }[] } }>(book, {
      year: Number(letter.number?.slice(-4)),
    })
    return numberBook.rows.find((row) => row.number === letter.number)
  }
  expect(await rowFor(office.people.clerk)).toMatchObject({ status: 'issued', voidAsked: true, voidReason: null, voidedBy: null })
  await judge.consent(chair, letter, null, act())
  const named = { status: 'void', voidAsked: false, voidReason: REASON, voidAskedBy: clerk.name, voidedBy: chair.name }
  expect(await rowFor(office.people.clerk)).toMatchObject({ ...named, letterId: letter.id, voidedAt: expect.any(String) })
  expect(await rowFor(office.people.auditor)).toMatchObject({ ...named, letterId: null })
})

test('the drafter cannot simply withdraw what has its number', async () => {
  const letter = await office.issued()
  const assistant = await office.viewer(office.people.assistant)
  expect(await refusalOf(running.app.get(WithdrawLetter).run(assistant, letter, REASON, act()))).toBe('letter.wrong_status')
})

test('the QR code of a voided letter says that the number is void, when, and nothing of the letter', async () => {
  const letter = await asked()
  expect(await page(letter)).toContain('Surat ini tercatat')
  await judge.consent(chair, letter, null, act())
  const said = await page(letter)
  expect(said).toContain('Nomor dibatalkan')
  expect(said).toContain(letter.number)
  expect(said).toContain('Dibatalkan pada')
  expect(said).not.toContain('Tanggapan')
  expect(said).not.toContain(letter.pdfSha256)
  expect(said).not.toContain(REASON)
})
