import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { requirementsFor } from '@domain'
import * as documents from '../../client/src/generated/graphql.js'
import { pdfText } from '../../libs/press/specimens/pdf-text.js'
import { aRegistration } from '../support/casework.js'
import { idOf, until, type Ear } from '../support/console.js'
import { draftOf, Job } from '../support/job.js'
import { PASSWORD, someone, type Somebody } from '../support/people.js'
import { Story } from '../support/story.js'

jest.setTimeout(120_000)

/** What nobody may ever read again, as somebody might type or print it. */
const MARKERS = [
  '0812-777-123-4',
  'Zulkarnaenputra',
  'zulkarnaen.rahasia',
  '9901014501907777',
  '777123',
  'Jalan Penandarahasia',
  'B-777/RAHASIA',
]
const NAME = 'Raden Zulkarnaenputra'

const {
  RegisterCaseDocument,
  IssueLetterDocument,
  DeliverLetterDocument,
  ReturnApprovedLetterDocument,
  SaveLetterDocument,
  RequestReleaseDocument,
  GrantReleaseDocument,
  ReadIdentityDocument,
  IdentityReleasesDocument,
  CountsDocument,
  InboxDocument,
} = documents

let story: Story
let job: Job
let custodian: Somebody
const ears: Ear[] = []

beforeAll(async () => {
  story = await Story.open()
  job = new Job(story)
  custodian = await someone(story.db, 'CUSTODIAN', { title: 'Kustodian identitas' })
  for (const person of everybody()) ears.push(await (await story.console(person)).listen())
})
afterAll(() => story.close())

const everybody = (): Somebody[] => {
  const { chair, commissioner, head, head2, assistant, outsider, clerk, clerk2, administrator, auditor } = story.people
  return [chair, commissioner, head, head2, assistant, outsider, clerk, clerk2, administrator, auditor, custodian]
}
const reveals = (text: string): string[] => MARKERS.filter((marker) => text.toLowerCase().includes(marker.toLowerCase()))

/** Every query document that the console was built with. */
const QUERIES = Object.entries(documents).flatMap(([name, document]) =>
  name.endsWith('Document') && JSON.stringify(document).includes('"operation":"query"') ? [{ name, document }] : [],
)

/** Registers the complaint of the one nobody may know. */
async function registered(): Promise<string> {
  const input = aRegistration('NETRALITAS', { protection: 'sealed', letterNumber: 'B-777/RAHASIA', secrecy: 'terbatas' })
  const [requester, ...others] = input.parties
  if (!requester) throw new Error('no requester')
  const secret = {
    ...requester,
    ...{ kind: 'individual' as const, name: NAME, nik: '9901014501907777', nip: null, phone: '0812-777-123-4' },
    ...{ email: 'zulkarnaen.rahasia@contoh.test', address: 'Jalan Penandarahasia 7', jobTitle: null, workUnit: null, agencyName: null },
  }
  const requirements = requirementsFor('NETRALITAS', 'post', 'individual').map(({ code }) => ({ code, state: 'met' as const }))
  const entry = { ...input, receivedAt: null, parties: [secret, ...others], requirements }
  return (await (await job.at(story.people.clerk)).act(RegisterCaseDocument, { input: entry })).registerCase.id
}

describe('a complaint whose reporter is sealed at the counter [netralitas.reporter_person]', () => {
  test('goes the whole way to its answer, which reaches the reporter', async () => {
    const { clerk, assistant, head, chair } = story.people
    job.caseId = await registered()
    const seen = await job.case(clerk)
    expect(seen).toMatchObject({
      reporterProtection: 'sealed',
      letterNumber: null,
      senderName: expect.stringMatching(/^Pelapor \d{4}\/\d{4}$/),
    })
    await job.handOver()
    await job.dispose(chair, head)
    await job.dispose(head, assistant)
    const { id, version } = await job.case(assistant)
    const decision = { id, version, processable: true, reason: 'Cukup bukti', confirmBy: 'email' as const }
    await (await job.at(assistant)).act(documents.DecideCaseDocument, decision)
    await job.draft()
    await job.write()
    expect((await job.letter(assistant)).addressee.name).toBe(`Sdr. ${seen.senderName}`)
  })

  test('is answered by e-mail without anybody seeing where to', async () => {
    const { clerk } = story.people
    await job.submit()
    await job.pass()
    await job.approve()
    await job.issue()
    const { id, version } = await job.letter(clerk)
    const input = { method: 'email' as const, recipientName: 'Pelapor', email: null }
    const naming = { ...input, recipientName: NAME }
    const desk = await job.at(clerk)
    expect((await desk.attempt(DeliverLetterDocument, { id, version, input: naming, key: 'kirim-bernama' })).code).toBe(
      'letter.reveals_reporter',
    )
    await desk.act(DeliverLetterDocument, { id, version, input })
    await until('the answer is delivered', async () => (await job.letter(clerk)).status === 'delivered')
    expect((await job.letter(clerk)).deliveries).toMatchObject([{ email: null, recipientName: expect.stringMatching(/^Pelapor /) }])
  })

  test('no answer of any query to anybody, no word of the stream, no paper and no row of the database names the reporter', async () => {
    await story.settle(ears)
    const letter = await job.letter(story.people.clerk)
    const found: string[] = []
    let answered = 0
    for (const person of everybody()) {
      const desk = await story.console(person)
      for (const { name, document } of QUERIES) {
        const id = /^Letter|^Draft/.test(name) ? letter.id : job.caseId
        const search = { input: { senderName: NAME, subject: letter.subject, letterNumber: 'B-777/RAHASIA' } }
        const variables = {
          id,
          caseId: job.caseId,
          letterId: letter.id,
          first: 50,
          year: new Date().getFullYear(),
          filter: {},
          after: null,
          ...search,
        }
        const { data } = await desk.client.gql({ documentId: idOf(document as object) }, variables)
        if (data) answered += 1
        for (const marker of reveals(JSON.stringify(data ?? {}))) found.push(`${name} to ${person.name}: ${marker}`)
      }
    }
    expect(answered).toBeGreaterThan(everybody().length * 5)
    for (const ear of ears) for (const marker of reveals(JSON.stringify(ear.heard))) found.push(`the stream: ${marker}`)

    const desk = await story.console(story.people.clerk)
    for (const path of [`/cases/${job.caseId}/receipt.pdf`, `/cases/${job.caseId}/disposition-sheet.pdf`, `/files/${letter.pdfFileId}`]) {
      const paper = await desk.client.get(path)
      expect(paper.status).toBe(200)
      for (const marker of reveals(pdfText(new Uint8Array(await paper.arrayBuffer())).join(' '))) found.push(`${path}: ${marker}`)
    }

    const tables = await story.db.query<{ name: string }[]>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_schema IN ('public', 'graphile_worker') AND table_type = 'BASE TABLE'`,
    )
    expect(tables.length).toBeGreaterThan(30)
    for (const { name } of tables)
      for (const marker of MARKERS) {
        const [row] = await story.db.query<{ n: number }[]>(
          `SELECT count(*)::int AS n FROM ${name} t WHERE t::text ILIKE '%' || $1 || '%'`,
          [marker],
        )
        if (row?.n) found.push(`table ${name}: ${marker}`)
      }
    expect(found).toEqual([])
  })

  test('opens for one look by two persons, and the custodians hear of it', async () => {
    const { assistant } = story.people
    const asking = await story.console(assistant)
    const deciding = await story.console(custodian)
    const input = { purpose: 'clarification' as const, reason: 'Klarifikasi tatap muka dengan pelapor', hours: 2 }
    const { requestRelease } = await asking.act(RequestReleaseDocument, { caseId: job.caseId, input })
    expect((await deciding.ask(CountsDocument, {})).counts.releases).toBe(1)
    const inbox = async () => (await deciding.ask(InboxDocument, { kinds: null, first: 10 })).inbox.rows
    const { agendaNumber, agendaYear } = await job.case(assistant)
    expect(await inbox()).toMatchObject([{ kind: 'release', caseId: job.caseId, case: null, agenda: { agendaNumber, agendaYear } }])
    expect((await deciding.ask(CountsDocument, {})).counts.inbox).toBe(1)
    const { identityReleases } = await deciding.ask(IdentityReleasesDocument, { first: 10 })
    expect(identityReleases.rows).toMatchObject([{ id: requestRelease.id, requestedByName: assistant.name, status: 'requested' }])
    await deciding.act(GrantReleaseDocument, { id: requestRelease.id, version: 1, hours: 1, note: null })
    expect(await inbox()).toEqual([])
    expect(
      (await deciding.attempt(ReadIdentityDocument, { id: requestRelease.id, password: PASSWORD, key: 'kustodian-melihat' })).code,
    ).toBe('access.denied')
    const { readIdentity } = await asking.act(ReadIdentityDocument, { id: requestRelease.id, password: PASSWORD })
    expect(readIdentity).toMatchObject({ name: NAME, email: 'zulkarnaen.rahasia@contoh.test', letterNumber: 'B-777/RAHASIA' })
    const ear = ears.at(-1)
    await until('the custodian hears of the look', () => ear?.lines.includes('Notice identity.read') === true)
    expect(ear?.lines.filter((line) => line === 'ReleaseChange').length).toBeGreaterThanOrEqual(3)
    expect(ear?.lines.filter((line) => line.startsWith('TaskChange')).length).toBe(2)
    expect(ear?.lines.filter((line) => line.startsWith('CaseChange'))).toEqual([])
    expect(reveals(JSON.stringify(ear?.heard))).toEqual([])
  })

  test('does not let a letter leave that names the reporter: neither field nor words are told, and the custodians hear of it', async () => {
    const { clerk, assistant, head, chair } = story.people
    job.caseId = await registered()
    await job.handOver()
    await job.dispose(chair, head)
    await job.dispose(head, assistant)
    await job.decide(true)
    await job.draft()
    const letter = await job.letter(assistant)
    const leaking = { ...draftOf(letter, ['Butir.']), cc: [`Sdr. ${NAME}`] }
    await (await job.at(assistant)).act(SaveLetterDocument, { id: letter.id, draftRevision: letter.draftRevision, draft: leaking })
    await job.submit()
    await job.pass()
    await job.approve()
    const { id, version } = await job.letter(clerk)
    const refused = await (await job.at(clerk)).attempt(IssueLetterDocument, { id, version, key: 'terbit-yang-bocor' })
    expect(refused.code).toBe('letter.reveals_reporter')
    expect(JSON.stringify(refused)).not.toMatch(/cc|Sdr/)
    const custodianNotices = await story.db.query<object[]>(
      `SELECT FROM notice WHERE kind = 'identity.guarded' AND person_id = $1 AND case_id = $2`,
      [custodian.id, job.caseId],
    )
    expect(custodianNotices).toHaveLength(1)
    expect((await job.letter(clerk)).number).toBeNull()
  })

  test('does not hold such a letter fast: the Sekretariat gives it back, it is written without the name, and leaves', async () => {
    const { clerk, assistant } = story.people
    const { id, version } = await job.letter(clerk)
    await (await job.at(clerk)).act(ReturnApprovedLetterDocument, { id, version, reason: 'Naskah menyebut nama pelapor' })
    const letter = await job.letter(assistant)
    expect([letter.status, letter.returnReason]).toEqual(['returned', 'Naskah menyebut nama pelapor'])
    const discreet = { ...draftOf(letter, ['Butir.']), cc: ['Arsip'] }
    await (await job.at(assistant)).act(SaveLetterDocument, { id, draftRevision: letter.draftRevision, draft: discreet })
    await job.submit()
    await job.pass()
    await job.approve()
    await job.issue()
    expect((await job.letter(clerk)).number).not.toBeNull()
  })
})
