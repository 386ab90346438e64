import { localDate, withPoints, type RichText } from '@domain'
import {
  ApproveLetterDocument,
  CasePageDocument,
  DecideCaseDocument,
  DeliverLetterDocument,
  DisposeCaseDocument,
  DraftCaseLetterDocument,
  HandOverCaseDocument,
  IssueLetterDocument,
  LetterPageDocument,
  PassLetterDocument,
  RegisterCaseDocument,
  ReturnLetterDocument,
  SaveLetterDocument,
  SubmitLetterDocument,
  type CasePageQuery,
  type LetterKind,
  type LetterPageQuery,
  type Service,
} from '../../client/src/generated/graphql.js'
import { aRegistration, type Organisation, type Worker } from './casework.js'
import { until, type Console } from './console.js'

export type CaseSeen = CasePageQuery['case']
export type LetterSeen = LetterPageQuery['letter']

/** Who does each step unless a story says otherwise. */
type Actor = Pick<Worker, 'id' | 'email'>

/** Where the job is done: the people, and their consoles. */
export interface Place {
  readonly people: Organisation
  console(person: Actor): Promise<Console>
}

/** One request on its way through the office, each step as the console takes it: look at the page, then act on what it shows. */
export class Job {
  caseId = ''
  letterId = ''

  constructor(private readonly place: Place) {}

  at(who: Actor): Promise<Console> {
    return this.place.console(who)
  }

  async case(who: Actor): Promise<CaseSeen> {
    return (await (await this.at(who)).ask(CasePageDocument, { id: this.caseId })).case
  }

  async letter(who: Actor): Promise<LetterSeen> {
    return (await (await this.at(who)).ask(LetterPageDocument, { id: this.letterId })).letter
  }

  async register(service: Service = 'MERIT', fileIds: string[] = []): Promise<void> {
    const input = { ...aRegistration(service), receivedAt: null, fileIds }
    const clerk = await this.at(this.place.people.clerk)
    this.caseId = (await clerk.act(RegisterCaseDocument, { input })).registerCase.id
  }

  async handOver(): Promise<void> {
    const { clerk } = this.place.people
    const { id, version } = await this.case(clerk)
    await (await this.at(clerk)).act(HandOverCaseDocument, { id, version, note: 'Mohon arahan' })
  }

  async dispose(by: Actor, to: Worker, copies: readonly Worker[] = []): Promise<void> {
    const { id, version } = await this.case(by)
    const branch = (post: Worker, kind: 'main' | 'copy') => ({
      toPositionId: post.post.id,
      kind,
      instructions: ['follow_up'],
      note: null,
      dueOn: null,
    })
    const branches = [branch(to, 'main'), ...copies.map((copy) => branch(copy, 'copy'))]
    await (await this.at(by)).act(DisposeCaseDocument, { caseId: id, version, branches })
  }

  /** From the counter to the desk of the Asisten. */
  async assigned(service: Service = 'MERIT'): Promise<void> {
    const { chair, head, assistant } = this.place.people
    await this.register(service)
    await this.handOver()
    await this.dispose(chair, head)
    await this.dispose(head, assistant)
  }

  async decide(processable: boolean, reason = 'Sudah ditelaah'): Promise<void> {
    const { assistant } = this.place.people
    const { id, version } = await this.case(assistant)
    await (await this.at(assistant)).act(DecideCaseDocument, { id, version, processable, reason, confirmBy: processable ? 'phone' : null })
  }

  async draft(kind: LetterKind = 'answer'): Promise<void> {
    const assistant = await this.at(this.place.people.assistant)
    this.letterId = (await assistant.act(DraftCaseLetterDocument, { caseId: this.caseId, kind })).draftLetter.id
  }

  /** Types the points of the letter; what is saved is what the editor would save by itself. */
  async write(points: readonly string[] = ['Butir pertama.', 'Butir kedua.']): Promise<void> {
    const letter = await this.letter(this.place.people.assistant)
    const { id, draftRevision } = letter
    const draft = draftOf(letter, points)
    await (await this.at(this.place.people.assistant)).act(SaveLetterDocument, { id, draftRevision, draft })
  }

  async submit(): Promise<void> {
    const { assistant } = this.place.people
    const { id, version, draftRevision } = await this.letter(assistant)
    await (await this.at(assistant)).act(SubmitLetterDocument, { id, version, draftRevision })
  }

  async pass(): Promise<void> {
    const { head } = this.place.people
    const { id, version, contentHash } = await this.letter(head)
    await (await this.at(head)).act(PassLetterDocument, { id, version, contentHash: contentHash ?? '' })
  }

  async return(by: Actor, reason: string): Promise<void> {
    const { id, version } = await this.letter(by)
    await (await this.at(by)).act(ReturnLetterDocument, { id, version, reason })
  }

  async approve(by: Actor = this.place.people.chair): Promise<void> {
    const { id, version, contentHash } = await this.letter(by)
    await (await this.at(by)).act(ApproveLetterDocument, { id, version, contentHash: contentHash ?? '' })
  }

  /** Gives the number, and ends when the PDF is there. */
  async issue(): Promise<void> {
    const { clerk } = this.place.people
    const { id, version } = await this.letter(clerk)
    await (await this.at(clerk)).act(IssueLetterDocument, { id, version })
    await until('the letter is printed', async () => (await this.letter(clerk)).pdfSha256 !== null)
  }

  async deliverByHand(receiptName: string): Promise<void> {
    const { clerk } = this.place.people
    const { id, version } = await this.letter(clerk)
    const input = { method: 'hand' as const, recipientName: receiptName, receiptName, receiptOn: localDate(new Date()) }
    await (await this.at(clerk)).act(DeliverLetterDocument, { id, version, input })
  }

  /** With Pimpinan, passed by the head. */
  async beforeLeadership(): Promise<void> {
    await this.assigned()
    await this.decide(true)
    await this.draft()
    await this.write()
    await this.submit()
    await this.pass()
  }
}

/** What the editor sends for a letter with its points written. */
export function draftOf({ addressee, subject, cc, attachmentNote, body }: LetterSeen, points: readonly string[]) {
  const { name, place, attention } = addressee
  const written = withPoints(body as RichText, [points, points])
  return {
    addressee: { name, place, attention: attention ?? null },
    subject,
    cc: [...cc],
    attachmentNote: attachmentNote ?? null,
    body: written,
  }
}
