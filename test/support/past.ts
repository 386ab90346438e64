import { setTimeout as sleep } from 'node:timers/promises'
import { WithdrawCase } from '../../server/src/cases/index.js'
import { AmendCase } from '../../server/src/cases/amend-case.js'
import type { Case } from '../../server/src/cases/case.entity.js'
import { RegisterCase } from '../../server/src/cases/register-case.js'
import type { RegisterCaseInput } from '../../server/src/cases/registration-input.js'
import { AnswerDisposition, DisposeCase, HandOverCase } from '../../server/src/dispositions/index.js'
import { Disposition } from '../../server/src/dispositions/disposition.entity.js'
import { JudgeVoid, RequestVoid, ReviewLetter, WithdrawLetter } from '../../server/src/letters/index.js'
import type { Letter } from '../../server/src/letters/letter.entity.js'
import { Delivery } from '../../server/src/mail/delivery.entity.js'
import { DeliverLetter, ProveDelivery, type DeliveryInput } from '../../server/src/mail/index.js'
import { SetPersonDisabled } from '../../server/src/people/set-person-disabled.js'
import { DecideRelease, DeclareRelation, ReadIdentity, RequestRelease } from '../../server/src/identities/index.js'
import { Vault } from '../../server/src/platform/vault.js'
import { AnswerFeedback, AssignFeedback, EndFeedback, LogFeedback } from '../../server/src/feedback/index.js'
import type { LogFeedbackInput } from '../../server/src/feedback/feedback-input.js'
import { Feedback } from '../../server/src/feedback/feedback.entity.js'
import { WatchClocks } from '../../server/src/clocks/watch-clocks.js'
import { PairDisplay, Pairings } from '../../server/src/lobby/index.js'
import { timeTravel } from '../../server/src/platform/moment.js'
import { DAY_MS, indonesianCalendar, localDate, type Viewer } from '@domain'
import type { RunningApp } from './app.js'
import { aKey, as } from './as.js'
import { Handler } from './handling.js'
import { aRegistration } from './casework.js'
import { act, Office } from './correspondence.js'
import { PASSWORD, someone } from './people.js'
import { aNewStandard } from './rules.js'
import { Supervision } from './selections.js'
import { aVisitor, Reception } from './visits.js'

const WAIT_MS = 30_000

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + WAIT_MS; Date.now() < deadline; await sleep(50)) if (await holds()) return
  throw new Error(`It did not come to pass: ${what}`)
}

const to = (toPositionId: string, kind: 'main' | 'copy' = 'main') => ({
  toPositionId,
  kind,
  instructions: ['follow_up'],
  note: 'Tindak lanjuti',
  dueOn: null,
})

async function branchTo(office: Office, caseId: string, positionId: string): Promise<Disposition> {
  const [branch] = await office.db.manager.find(Disposition, {
    where: { caseId, toPositionId: positionId },
    order: { sentAt: 'DESC' },
    take: 1,
  })
  if (!branch) throw new Error('There is no such branch')
  return branch
}

async function deliver(office: Office, letter: Letter, given: Partial<DeliveryInput> & Pick<DeliveryInput, 'method'>): Promise<Delivery> {
  const clerk = await office.viewer(office.people.clerk)
  await office.app.get(DeliverLetter).run(clerk, letter, { recipientName: 'Dewi Lestari', ...given }, act())
  return office.db.manager.findOneByOrFail(Delivery, { letterId: letter.id })
}

/** Letters that reach their addressee in each way, and one that is on its way. */
async function answered(office: Office): Promise<void> {
  const receipt = { receiptName: 'Satpam Balai', receiptOn: localDate(new Date()) }
  const clerk = await office.viewer(office.people.clerk)
  await deliver(office, await office.issued(), { method: 'hand', ...receipt })
  const declined = await deliver(office, await office.issued({ service: 'MEDLIN', processable: false }), {
    method: 'courier',
    courier: 'Pos',
  })
  await office.app.get(ProveDelivery).receipt(clerk, declined.id, { ...receipt, note: null }, act())
  const mailed = await deliver(office, await office.issued({ service: 'NETRALITAS' }), { method: 'email', email: 'pemohon@contoh.test' })
  const secret = await deliver(office, await office.issued({ given: { secrecy: 'rahasia' } }), {
    method: 'email',
    email: 'rahasia@contoh.test',
  })
  const statusOf = async (id: string) => (await office.db.manager.findOneByOrFail(Delivery, { id })).status
  await until('the mails are sent', async () => (await statusOf(mailed.id)) === 'delivered' && (await statusOf(secret.id)) === 'sent')
  await office.issued({ service: 'JPT' })
  await deliver(office, await office.issued({ service: 'KODE_ETIK' }), { method: 'courier', courier: 'Pos' })
}

/** Numbers that were voided, that stand, and that somebody is asked about. */
async function voided(office: Office): Promise<void> {
  const [request, judge] = [office.app.get(RequestVoid), office.app.get(JudgeVoid)]
  const [clerk, chair] = [await office.viewer(office.people.clerk), await office.viewer(office.people.chair)]
  const asked = async (): Promise<Letter> => {
    const letter = await office.issued()
    await request.run(clerk, letter, 'Salah kode klasifikasi', act())
    return office.letter(letter.id)
  }
  await judge.consent(chair, await asked(), null, act())
  const standing = await asked()
  await judge.decline(chair, standing, 'Kodenya sudah benar', act())
  await asked()
}

/** Letters at every station of the review. */
async function reviewed(office: Office): Promise<void> {
  const review = office.app.get(ReviewLetter)
  const [assistant, chair] = [await office.viewer(office.people.assistant), await office.viewer(office.people.chair)]
  await office.drafted()
  await office.pass(await office.submitted())
  await office.approved()
  const sentBack = await office.pass(await office.submitted())
  await review.return(chair, sentBack, 'Lengkapi dasar hukumnya', act())
  await office.submit(await office.written(await office.letter(sentBack.id), ['Sudah dilengkapi.']))
  const left = await office.submitted()
  await review.return(await office.viewer(office.people.head), left, 'Perbaiki ejaan', act())
  await review.recall(assistant, await office.submitted(), 'Ada yang terlewat', act())
  const givenUp = await office.submitted()
  await office.app.get(WithdrawLetter).run(assistant, givenUp, 'Dijawab dengan surat lain', act())
}

/** Requests that go down, back up, to somebody else, and out of the register. */
async function disposed(office: Office): Promise<void> {
  const { chair, commissioner, head, assistant, assistant2, clerk } = office.people
  const [answer, dispose] = [office.app.get(AnswerDisposition), office.app.get(DisposeCase)]
  const again = async (caseId: string, by: { id: string }, branches: ReturnType<typeof to>[]) =>
    dispose.run(await office.viewer(by), { caseId, version: (await office.case(caseId)).version }, branches, act())

  const returned = await office.processed()
  await answer.sendBack(await office.viewer(assistant), await branchTo(office, returned.id, assistant.post.id), 'Bukan wilayah kami', act())
  await again(returned.id, head, [to(assistant2.post.id), to(assistant.post.id, 'copy')])
  await again(returned.id, chair, [to(head.post.id), to(commissioner.post.id, 'copy')])
  await answer.read(await office.viewer(commissioner), (await branchTo(office, returned.id, commissioner.post.id)).id, act())
  await answer.finish(
    await office.viewer(commissioner),
    await branchTo(office, returned.id, commissioner.post.id),
    'Sudah saya baca',
    act(),
  )

  const passedOn = await office.processed()
  await again(passedOn.id, head, [to(assistant2.post.id)])

  const clerkNow = await office.viewer(clerk)
  const register = async (service: 'MERIT' | 'JPT', given = {}) =>
    office.case((await office.app.get(RegisterCase).run(clerkNow, aRegistration(service, given), act())).id)
  const back = await register('MERIT')
  await office.app.get(HandOverCase).run(clerkNow, back, null, act())
  await answer.returnToRegistry(await office.viewer(chair), await office.case(back.id), 'Alamat keliru', act())
  const unread = await register('MERIT')
  await office.app.get(HandOverCase).run(clerkNow, unread, null, act())
  await again(unread.id, chair, [to(head.post.id)])
  await answer.withdraw(await office.viewer(chair), await branchTo(office, unread.id, head.post.id), act())
  await again(unread.id, chair, [to(commissioner.post.id)])
  await office.app.get(WithdrawCase).run(clerkNow, await register('MERIT'), 'Ditarik pemohon', act())
  const incomplete = aRegistration('JPT')
  const missing = { requirements: incomplete.requirements.map((line) => ({ ...line, state: 'missing' as const })) }
  await register('JPT', missing)
  await corrected(office, await register('JPT', missing), aRegistration('JPT'))
}

/** A registration that turns out to be complete, and to come from a region the standard excepts from its limit. */
async function corrected(office: Office, theCase: Case, input: RegisterCaseInput): Promise<void> {
  const [agency] = await office.db.query<{ code: string }[]>('SELECT code FROM agency WHERE underdeveloped LIMIT 1')
  if (!agency) throw new Error('There is no agency in a 3T region')
  await office.app.get(AmendCase).run(await office.viewer(office.people.clerk), theCase, { ...input, agencyCode: agency.code }, act())
}

/** Visitors of one past day, met, refused, gone and still there, and meetings that are booked. */
async function visited(office: Office, running: RunningApp): Promise<void> {
  const reception = await someone(office.db, 'FRONT_OFFICE', { title: 'Petugas Front Office' })
  const desk = new Reception(running.app, { ...office.people, reception })
  const day = '2026-01-13'
  const enter = (time: string, service: 'MEDLIN' | 'MERIT', given = {}) =>
    desk.register(`${day} ${time}`, aVisitor(service, { unitId: office.people.unitId, ...given }))
  const met = await enter('09.00', 'MEDLIN')
  await desk.confirm(`${day} 09.10`, met)
  await desk.move(`${day} 09.12`, met, 'showIn')
  await desk.begin(`${day} 09.20`, met)
  await desk.finish(`${day} 09.50`, met, 'answered_orally')
  await desk.decline(`${day} 10.00`, await enter('09.30', 'MEDLIN', { category: 'outside' }))
  await desk.proposeTime(`${day} 10.10`, await enter('10.05', 'MERIT'), '2026-01-14 09.00')
  await enter('10.30', 'MERIT')
  await enter('10.40', 'MERIT', { unitId: null })
  await desk.book(`${day} 11.00`, (await office.assigned()).id, '2026-01-15 09.00')
  await desk.book(`${day} 11.05`, (await office.assigned()).id, '2026-01-15 10.00')
  await screens(running, await desk.viewer(reception))
}

/** A screen of the lobby that shows the queue, and one that was cut off. */
async function screens({ app }: RunningApp, me: Viewer): Promise<void> {
  const [pairings, displays] = [app.get(Pairings), app.get(PairDisplay)]
  const paired = async (name: string) => {
    const { standing } = await pairings.standing(null, 'lobi')
    if (standing.paired) throw new Error('A new screen was paired already')
    return displays.pair(me, { code: standing.code, name }, act())
  }
  await paired('Lobi lantai 1')
  const { id } = await paired('Lobi lantai 2')
  await displays.revoke(me, { id, version: 1 }, act())
}

/** A complaint whose reporter is sealed, opened once by two persons, and a handler who declares a relation to the reported. */
async function protectedReporter(office: Office): Promise<void> {
  const custodian = await someone(office.db, 'CUSTODIAN', { title: 'Kustodian identitas' })
  const { assistant, chair } = office.people
  const theCase = await office.assigned({ service: 'NETRALITAS', given: { protection: 'sealed', secrecy: 'terbatas' } })
  const asked = { purpose: 'clarification', reason: 'Klarifikasi tatap muka dengan pelapor', hours: 2 } as const
  const { id } = await office.app.get(RequestRelease).run(await office.viewer(assistant), theCase.id, asked, act())
  await office.app.get(DecideRelease).grant(await office.viewer(custodian), { id, version: 1 }, 1, null, act())
  await office.app.get(ReadIdentity).run(await office.viewer(assistant), id, PASSWORD)
  await office.app.get(DeclareRelation).run(await office.viewer(chair), chair.id, { kind: 'family', nip: '198503032010011003' }, act())
  const related = aRegistration('NETRALITAS')
  const parties = related.parties.map((party) => (party.role === 'reported' ? { ...party, nip: '198503032010011003' } : party))
  await office.app.get(RegisterCase).run(await office.viewer(office.people.clerk), { ...related, parties }, act())
}

/** What people said about the services, in every state. */
async function told(office: Office): Promise<void> {
  const { clerk, head, unitId } = { ...office.people }
  const clerkNow = await office.viewer(clerk)
  const row = (id: string) => office.db.manager.findOneByOrFail(Feedback, { id })
  const logged = async (given: Partial<LogFeedbackInput> = {}) => {
    const input: LogFeedbackInput = {
      service: 'MERIT',
      channelKind: 'instagram',
      channelAddress: 'kasn_ri',
      kind: 'suggestion',
      text: 'Perpanjang jam layanan.',
      ...given,
    }
    return row((await office.app.get(LogFeedback).run(clerkNow, input, act())).id)
  }
  const assigned = async (feedback: Feedback) => row((await office.app.get(AssignFeedback).run(clerkNow, feedback, { unitId }, act())).id)
  const answered = async (feedback: Feedback, way: 'email' | 'same_channel') =>
    row((await office.app.get(AnswerFeedback).run(await office.viewer(head), feedback, { text: 'Terima kasih.', way }, act())).id)
  await logged()
  await assigned(await assigned(await logged()))
  await answered(await assigned(await logged()), 'same_channel')
  const mailed = {
    channelKind: 'email',
    channelAddress: 'humas@kasn.go.id',
    name: 'Dewi Lestari',
    contactKind: 'email',
    contact: 'dewi@contoh.test',
  } as const
  await office.app.get(EndFeedback).close(clerkNow, await answered(await assigned(await logged(mailed)), 'email'), act())
  await office.app.get(EndFeedback).dismiss(clerkNow, await logged(), 'Bukan mengenai layanan', act())
}

/** A promise that is broken, as far up as it goes: at the next hour in which the office is open. */
async function late(office: Office): Promise<void> {
  const longAgo = new Date(Date.now() - 60 * DAY_MS)
  await office.assigned({ service: 'NETRALITAS', given: { receivedAt: longAgo } })
  const open = indonesianCalendar().schedule('office').nextOpen(Date.now())
  await timeTravel(new Date(open), () => office.app.get(WatchClocks).run())
}

/** An office with work behind it and before it, made by the real acts only: what the invariants are proved on. */
export async function anOfficeWithAPast(running: RunningApp): Promise<Office> {
  const office = await Office.open(running.app)
  const { db, people } = office
  const nip = '198609262015051001'
  const reported = await someone(db, 'ASISTEN', { unitId: people.unitId, title: 'Asisten 3' })
  const vault = running.app.get(Vault)
  const sealed = vault.seal({ table: 'person', column: 'nip_sealed', rowId: reported.id }, nip)
  await db.query('UPDATE person SET nip_sealed = $2, nip_index = $3 WHERE id = $1', [reported.id, sealed, vault.blindIndex('nip', nip)])

  await answered(office)
  await voided(office)
  await reviewed(office)
  await disposed(office)
  await visited(office, running)
  await new Supervision(office).aPast()
  await new Handler(office).aPast()

  await protectedReporter(office)
  await told(office)
  await aNewStandard(office)
  await late(office)

  await as(running.url, people.clerk)
  await as(running.url, people.clerk2)
  await running.app
    .get(SetPersonDisabled)
    .run(await office.viewer(people.administrator), aKey(), { id: people.clerk2.id, version: 1, disabled: true })
  await until('every event has its offset', async () => {
    const [left] = await db.query<{ waiting: boolean }[]>('SELECT EXISTS (SELECT 1 FROM event_waiting) AS waiting')
    return left?.waiting === false
  })
  return office
}
