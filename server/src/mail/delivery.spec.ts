import type { AddressInfo, Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { localDate } from '@domain'
import { closePress } from '@press'
import { as } from '../../../test/support/as.js'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { act, Office, refusalOf, type Asked } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import type { Letter } from '../letters/letter.entity.js'
import { RequestVoid } from '../letters/index.js'
import { Jobs } from '../platform/jobs.js'
import { Work } from '../platform/work.js'
import { ComposeMail } from './compose-mail.js'
import { ConfirmProcessing } from './confirm-processing.js'
import { DeliverLetter } from './deliver-letter.js'
import type { DeliveryInput } from './delivery-input.js'
import { Delivery } from './delivery.entity.js'
import { MailReceipt } from './mail-receipt.js'
import { ProveDelivery } from './prove-delivery.js'
import { SendMail } from './send-mail.js'

/** How the mail server behaves in the test that runs. */
type Manner = 'takes' | 'refuses' | 'later' | 'cuts'

let manner: Manner = 'takes'
let inbox: ParsedMail[] = []
const sockets = new Set<Socket>()
let server: SMTPServer
let database: FreshDatabase
let running: RunningApp
let office: Office

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: (_, __, done) => (manner === 'refuses' ? done(Object.assign(new Error('Kotak tidak ada'), { responseCode: 550 })) : done()),
    onData: (stream, _, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (manner === 'later') return done(Object.assign(new Error('Penuh'), { responseCode: 452 }))
        void simpleParser(Buffer.concat(chunks)).then((mail) => {
          inbox.push(mail)
          if (manner === 'cuts') for (const socket of sockets) socket.destroy()
          else done()
        })
      })
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  database = await freshDatabase()
  running = await startApp(database.url, { config: { mailUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'Persuratan <surat@contoh.test>' } })
  // these tests run the jobs themselves, at the moment they want
  await running.app.get(Jobs).beforeApplicationShutdown()
  office = await Office.open(running.app)
})
afterEach(() => {
  manner = 'takes'
  inbox = []
})
afterAll(async () => {
  await running.close()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  await closePress()
  await database.drop()
})

const byMail: DeliveryInput = { method: 'email', recipientName: 'Bupati Contoh', email: 'Bupati@Contoh.test' }

async function deliver(letter: Letter, input: DeliveryInput): Promise<Delivery> {
  await running.app.get(DeliverLetter).run(await office.viewer(office.people.clerk), letter, input, act())
  return delivery(letter.id)
}
const delivery = (letterId: string): Promise<Delivery> =>
  office.db.manager.findOneOrFail(Delivery, { where: { letterId }, order: { at: 'DESC' } })
interface MailNow {
  id: string
  message_id: string
  status: string
  attempts: number
  kept_locally: boolean
}
async function mailOf(deliveryId: string): Promise<MailNow> {
  const [row] = await office.db.query<MailNow[]>('SELECT id, message_id, status, attempts, kept_locally FROM mail WHERE delivery_id = $1', [
    deliveryId,
  ])
  if (!row) throw new Error('There is no such mail')
  return row
}
const send = async (deliveryId: string): Promise<MailNow> => {
  await running.app.get(SendMail).run((await mailOf(deliveryId)).id)
  return mailOf(deliveryId)
}
const resolve = async (id: string, outcome: 'delivered' | 'failed' | 'pending') =>
  running.app.get(ProveDelivery).resolve(await office.viewer(office.people.clerk), id, outcome, 'Sudah dikonfirmasi lewat telepon', act())
const issued = (asked: Asked = {}) => office.issued(asked)

describe('by e-mail', () => {
  test('the server takes it: letter and case are done, once, with the very PDF attached', async () => {
    const letter = await issued()
    const waiting = await deliver(letter, byMail)
    expect(waiting.status).toBe('pending')
    expect(await office.desks(letter.caseId)).toEqual([])
    const mail = await send(waiting.id)
    expect(mail).toMatchObject({ status: 'sent', attempts: 1, message_id: `<letter.${waiting.id}@127.0.0.1>` })
    expect(await delivery(letter.id)).toMatchObject({ status: 'delivered' })
    expect(await office.letter(letter.id)).toMatchObject({ status: 'delivered' })
    expect(await office.case(letter.caseId)).toMatchObject({ stage: 'closed' })

    await send(waiting.id)
    expect(inbox).toHaveLength(1)
    const [received] = inbox
    expect(received?.messageId).toBe(mail.message_id)
    expect(received?.attachments.map((attachment) => attachment.filename)).toEqual([`${letter.number?.replaceAll('/', '-')}.pdf`])
    expect(received?.text).toContain(letter.number)
  })

  test('the line breaks after the text: uncertain, never sent again by itself, decided by a person', async () => {
    manner = 'cuts'
    const letter = await issued()
    const { id } = await deliver(letter, byMail)
    expect(await send(id)).toMatchObject({ status: 'uncertain' })
    expect(await delivery(letter.id)).toMatchObject({ status: 'uncertain' })
    expect(await office.letter(letter.id)).toMatchObject({ status: 'issued' })
    expect(await office.desks(letter.caseId)).toEqual(['deliver'])
    await send(id)
    expect(inbox).toHaveLength(1)
    const again = running.app
      .get(DeliverLetter)
      .run(await office.viewer(office.people.clerk), await office.letter(letter.id), byMail, act())
    expect(await refusalOf(again)).toBe('delivery.wrong_status')

    await resolve(id, 'delivered')
    expect(await mailOf(id)).toMatchObject({ status: 'sent' })
    expect(await office.case(letter.caseId)).toMatchObject({ stage: 'closed' })
  })

  test('a person has an uncertain one sent once more, under the same Message-ID', async () => {
    manner = 'cuts'
    const letter = await issued()
    const { id } = await deliver(letter, byMail)
    await send(id)
    manner = 'takes'
    await resolve(id, 'pending')
    expect(await office.desks(letter.caseId)).toEqual([])
    expect(await send(id)).toMatchObject({ status: 'sent' })
    expect(new Set(inbox.map((mail) => mail.messageId)).size).toBe(1)
    expect(await office.letter(letter.id)).toMatchObject({ status: 'delivered' })
  })

  test('the server refuses for good: failed, and delivery waits for the Sekretariat again', async () => {
    manner = 'refuses'
    const letter = await issued()
    const { id } = await deliver(letter, byMail)
    expect(await send(id)).toMatchObject({ status: 'failed' })
    expect(await delivery(letter.id)).toMatchObject({ status: 'failed', failure: expect.stringContaining('550') })
    expect(await office.desks(letter.caseId)).toEqual(['deliver'])
    manner = 'takes'
    const other = await deliver(await office.letter(letter.id), { ...byMail, email: 'bkpsdm@contoh.test' })
    expect(await send(other.id)).toMatchObject({ status: 'sent' })
    expect(await office.letter(letter.id)).toMatchObject({ status: 'delivered' })
  })

  test('the server says later: it waits, tries again, and gives up in the end', async () => {
    manner = 'later'
    const letter = await issued()
    const { id } = await deliver(letter, byMail)
    const first = await send(id)
    expect(first).toMatchObject({ status: 'pending', attempts: 1 })
    const [next] = await office.db.query<{ later: boolean }[]>(
      `SELECT j.run_at > now() AS later FROM graphile_worker.jobs j JOIN graphile_worker._private_jobs p ON p.id = j.id
       WHERE j.task_identifier = 'mail.send' AND p.payload ->> 'mailId' = $1 ORDER BY j.run_at DESC LIMIT 1`,
      [first.id],
    )
    expect(next?.later).toBe(true)
    for (let attempt = 2; attempt <= 9; attempt++) await send(id)
    expect(await mailOf(id)).toMatchObject({ status: 'failed', attempts: 9 })
    expect(await delivery(letter.id)).toMatchObject({ status: 'failed' })
  })

  test('a node that dies while sending leaves an uncertain mail, once its lease is over', async () => {
    const letter = await issued()
    const { id } = await deliver(letter, byMail)
    const mail = await mailOf(id)
    await office.db.query(`UPDATE mail SET status = 'sending', attempts = 1, lease_until = now() + interval '1 minute' WHERE id = $1`, [
      mail.id,
    ])
    await office.db.query(`UPDATE delivery SET status = 'sending' WHERE id = $1`, [id])
    await running.app.get(SendMail).watch(mail.id)
    expect(await mailOf(id)).toMatchObject({ status: 'sending' })
    await office.db.query(`UPDATE mail SET lease_until = now() - interval '1 second' WHERE id = $1`, [mail.id])
    await running.app.get(SendMail).run(mail.id)
    await running.app.get(SendMail).watch(mail.id)
    expect(await mailOf(id)).toMatchObject({ status: 'uncertain' })
    expect(await delivery(letter.id)).toMatchObject({ status: 'uncertain' })
    expect(inbox).toEqual([])
  })

  test('a confidential letter says only that it can be collected, and is proven by its receipt', async () => {
    const letter = await issued({ given: { secrecy: 'rahasia', subject: 'Perkara yang sangat peka' } })
    const { id } = await deliver(letter, byMail)
    await send(id)
    const [received] = inbox
    expect(received?.attachments).toEqual([])
    expect(received?.text).not.toMatch(/peka|R-\d/)
    expect(await delivery(letter.id)).toMatchObject({ status: 'sent' })
    expect(await office.letter(letter.id)).toMatchObject({ status: 'issued' })
    const receipt = { receiptName: 'Andi', receiptOn: localDate(new Date()), note: null }
    await running.app.get(ProveDelivery).receipt(await office.viewer(office.people.clerk), id, receipt, act())
    expect(await office.case(letter.caseId)).toMatchObject({ stage: 'closed' })
  })

  test('without a mail server it is kept in the outbox, and counts as sent', async () => {
    const letter = await issued()
    const { id } = await deliver(letter, byMail)
    const here = new SendMail(running.app.get(Work), running.app.get(ComposeMail), running.app.get(Jobs), {
      mailUrl: null,
      mailFrom: 'Persuratan <surat@contoh.test>',
    })
    await here.run((await mailOf(id)).id)
    expect(inbox).toEqual([])
    expect(await mailOf(id)).toMatchObject({ status: 'sent', kept_locally: true })
    expect(await office.letter(letter.id)).toMatchObject({ status: 'delivered' })
  })

  test('two clerks at once make one delivery', async () => {
    const letter = await issued()
    const clerks = await Promise.all([office.people.clerk, office.people.clerk2].map((who) => office.viewer(who)))
    const answers = await Promise.all(clerks.map((clerk) => refusalOf(running.app.get(DeliverLetter).run(clerk, letter, byMail, act()))))
    expect(answers.sort()).toEqual(['conflict.changed_meanwhile', null])
  })
})

describe('on paper', () => {
  test('the courier brings a receipt, and the case closes with it', async () => {
    const letter = await issued()
    const { id, status } = await deliver(letter, {
      method: 'courier',
      recipientName: 'Bupati Contoh',
      courier: 'Pos',
      trackingNumber: 'TR1',
    })
    expect(status).toBe('sent')
    expect(await office.desks(letter.caseId)).toEqual(['deliver'])
    const prove = running.app.get(ProveDelivery)
    const clerk = await office.viewer(office.people.clerk)
    const today = localDate(new Date())
    expect(await refusalOf(prove.receipt(clerk, id, { receiptName: ' ', receiptOn: today, note: null }, act()))).toBe(
      'delivery.proof_missing',
    )
    expect(await refusalOf(prove.receipt(clerk, id, { receiptName: 'Andi', receiptOn: '2999-01-01', note: null }, act()))).toBe(
      'request.invalid',
    )
    await prove.receipt(clerk, id, { receiptName: 'Andi', receiptOn: today, note: null }, act())
    expect(await delivery(letter.id)).toMatchObject({ status: 'delivered', receiptName: 'Andi', receiptOn: today })
    expect(await office.case(letter.caseId)).toMatchObject({ stage: 'closed' })
    expect(await refusalOf(prove.receipt(clerk, id, { receiptName: 'Andi', receiptOn: today, note: null }, act()))).toBe(
      'delivery.wrong_status',
    )
  })

  test('what the courier lost is marked so with a reason, and the letter goes out again', async () => {
    const letter = await issued()
    const courier: DeliveryInput = { method: 'courier', recipientName: 'Bupati Contoh', courier: 'Pos', trackingNumber: 'TR2' }
    const { id } = await deliver(letter, courier)
    const prove = running.app.get(ProveDelivery)
    const clerk = await office.viewer(office.people.clerk)
    expect(await refusalOf(prove.resolve(clerk, id, 'failed', ' ', act()))).not.toBeNull()
    for (const outcome of ['pending', 'delivered'] as const)
      expect(await refusalOf(prove.resolve(clerk, id, outcome, 'Kata kurir', act()))).toBe('delivery.wrong_status')
    expect(await refusalOf(prove.resolve(await office.viewer(office.people.assistant), id, 'failed', 'Hilang', act()))).toBe(
      'access.denied',
    )

    await prove.resolve(clerk, id, 'failed', 'Kurir menyatakan kiriman hilang.', act())
    expect(await delivery(letter.id)).toMatchObject({ status: 'failed', failure: 'Kurir menyatakan kiriman hilang.' })
    expect(await office.letter(letter.id)).toMatchObject({ status: 'issued' })
    expect(await office.desks(letter.caseId)).toEqual(['deliver'])
    expect(await refusalOf(prove.resolve(clerk, id, 'pending', 'Sekali lagi', act()))).toBe('delivery.wrong_status')
    const receipt = { receiptName: 'Andi', receiptOn: localDate(new Date()), note: null }
    expect(await refusalOf(prove.receipt(clerk, id, receipt, act()))).toBe('delivery.wrong_status')

    const again = await deliver(await office.letter(letter.id), { ...courier, trackingNumber: 'TR3' })
    await prove.receipt(clerk, again.id, receipt, act())
    expect(await office.case(letter.caseId)).toMatchObject({ stage: 'closed' })
  })

  test('a letter whose only dispatch was lost may be asked to be voided', async () => {
    const letter = await issued()
    const { id } = await deliver(letter, { method: 'courier', recipientName: 'Bupati Contoh', courier: 'Pos' })
    const clerk = await office.viewer(office.people.clerk)
    const ask = async () => running.app.get(RequestVoid).run(clerk, await office.letter(letter.id), 'Surat hilang di jalan.', act())
    expect(await refusalOf(ask())).toBe('letter.under_way')
    await running.app.get(ProveDelivery).resolve(clerk, id, 'failed', 'Kurir menyatakan kiriman hilang.', act())
    expect(await refusalOf(ask())).toBeNull()
  })

  test.each([
    ['no receipt', { method: 'hand', recipientName: 'Pemohon' }, 'delivery.proof_missing'],
    ['no address', { method: 'email', recipientName: 'Pemohon' }, 'delivery.recipient_missing'],
    ['a wrong address', { method: 'email', recipientName: 'Pemohon', email: 'bukan alamat' }, 'identity.email_invalid'],
    ['nobody', { method: 'courier', recipientName: ' ' }, 'delivery.recipient_missing'],
  ] as const)('%s is refused', async (_, input, code) => {
    const letter = await issued()
    expect(await refusalOf(deliver(letter, input))).toBe(code)
  })

  test('what is handed over is proven at once', async () => {
    const letter = await issued()
    const { status } = await deliver(letter, {
      method: 'hand',
      recipientName: 'Pemohon',
      receiptName: 'Pemohon',
      receiptOn: localDate(new Date()),
    })
    expect(status).toBe('delivered')
    expect(await office.case(letter.caseId)).toMatchObject({ stage: 'closed' })
  })

  test('nothing leaves before it is printed, and only the Sekretariat sends', async () => {
    const letter = await office.issue(await office.approved())
    expect(await refusalOf(deliver(letter, byMail))).toBe('letter.not_rendered')
    const printed = await issued()
    const sending = running.app.get(DeliverLetter).run(await office.viewer(office.people.assistant), printed, byMail, act())
    expect(await refusalOf(sending)).toBe('access.denied')
  })

  test('a case stays open until its last letter has arrived', async () => {
    const theCase = await office.processed({ service: 'MERIT' })
    const confirmation = await office.submit(await office.written(await office.draftedFor(theCase.id, 'confirmation')))
    const answer = await office.approve(
      await office.pass(await office.submit(await office.written(await office.draftedFor(theCase.id, 'answer')))),
    )
    const { id } = await office.issue(answer)
    await running.app.get(Jobs).drain()
    const hand: DeliveryInput = { method: 'hand', recipientName: 'Pemohon', receiptName: 'Pemohon', receiptOn: localDate(new Date()) }
    await deliver(await office.letter(id), hand)
    expect(await office.case(theCase.id)).toMatchObject({ stage: 'answered' })
    const second = await office.issue(await office.approve(await office.pass(confirmation)))
    await running.app.get(Jobs).drain()
    await deliver(await office.letter(second.id), hand)
    expect(await office.case(theCase.id)).toMatchObject({ stage: 'closed' })
    expect(await office.desks(theCase.id)).toEqual([])
  })
})

describe('other mails', () => {
  test('the word that a request is processed goes out once', async () => {
    const theCase = await office.processed()
    const confirm = running.app.get(ConfirmProcessing)
    await confirm.run(theCase.id)
    await confirm.run(theCase.id)
    const mails = await office.db.query<{ id: string }[]>(`SELECT id FROM mail WHERE case_id = $1 AND purpose = 'confirmation'`, [
      theCase.id,
    ])
    expect(mails).toHaveLength(1)
    await running.app.get(SendMail).run(mails[0]?.id ?? '')
    expect(inbox[0]?.text).toContain(`${theCase.agendaNumber}/${theCase.agendaYear}`)
    expect(inbox[0]?.to).toMatchObject({ value: [{ address: expect.stringMatching(/^pemohon\d+@contoh.test$/) }] })
  })

  test('the tanda terima goes to the address that was given, by the registry only', async () => {
    const theCase = await office.processed()
    const receipt = running.app.get(MailReceipt)
    expect(await refusalOf(receipt.run(await office.viewer(office.people.assistant), theCase.id, 'a@contoh.test', act()))).toBe(
      'access.denied',
    )
    await receipt.run(await office.viewer(office.people.clerk), theCase.id, 'a@contoh.test', act())
    const [mail] = await office.db.query<{ id: string }[]>(`SELECT id FROM mail WHERE case_id = $1 AND purpose = 'receipt'`, [theCase.id])
    await running.app.get(SendMail).run(mail?.id ?? '')
    expect(inbox[0]?.attachments[0]).toMatchObject({ filename: 'tanda-terima.pdf', contentType: 'application/pdf' })
  })

  test('the outbox shows the registry what went out, and the administrator only that it did', async () => {
    const letter = await issued()
    await send((await deliver(letter, byMail)).id)
    const outbox = '{ outbox(first: 5) { total rows { to subject text status keptLocally letterId } } }'
    type Shown = { outbox: { rows: { to: string; text: string | null; subject: string }[] } }
    const clerk = await (await as(running.url, office.people.clerk)).ask<Shown>(outbox)
    expect(clerk.outbox.rows[0]).toMatchObject({
      to: 'bupati@contoh.test',
      text: expect.stringContaining(letter.subject),
      status: 'sent',
      keptLocally: false,
      letterId: letter.id,
    })
    const administrator = await (await as(running.url, office.people.administrator)).ask<Shown>(outbox)
    expect(administrator.outbox.rows[0]).toMatchObject({ to: 'b•••@contoh.test', text: null, subject: 'Surat elektronik' })
    expect((await (await as(running.url, office.people.assistant)).gql(outbox)).code).toBe('access.denied')
    const [page] = await office.db.query<{ plain: boolean }[]>(
      `SELECT position('bupati' IN encode(to_sealed, 'escape')) > 0 AS plain FROM mail ORDER BY at DESC LIMIT 1`,
    )
    expect(page?.plain).toBe(false)
  })
})
