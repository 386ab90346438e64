import type { NestExpressApplication } from '@nestjs/platform-express'
import { DataSource } from 'typeorm'
import { withPoints, type LetterKind, type Service, type Viewer } from '@domain'
import { Case } from '../../server/src/cases/case.entity.js'
import { DecideCase } from '../../server/src/cases/decide-case.js'
import { RegisterCase } from '../../server/src/cases/register-case.js'
import type { RegisterCaseInput } from '../../server/src/cases/registration-input.js'
import { DisposeCase, HandOverCase } from '../../server/src/dispositions/index.js'
import { DraftLetter, IssueLetter, RenderLetter, ReviewLetter, SaveLetter, SubmitLetter } from '../../server/src/letters/index.js'
import { Letter } from '../../server/src/letters/letter.entity.js'
import { Moment } from '../../server/src/platform/moment.js'
import { loadViewer } from '../../server/src/platform/sessions/load-viewer.js'
import { aKey } from './as.js'
import { anOrganisation, aRegistration, type Organisation } from './casework.js'

/** What a test varies about the request a letter answers. */
export interface Asked {
  readonly service?: Service
  readonly kind?: LetterKind
  readonly processable?: boolean
  readonly given?: Partial<RegisterCaseInput>
}

/** An idempotent attempt that nobody has made before. */
export const act = (input: unknown = {}): { key: string; input: unknown } => ({ key: aKey(), input })

/** A small office at work: takes a request as far as a test needs it, by the real actions. */
export class Office {
  private constructor(
    readonly app: NestExpressApplication,
    readonly db: DataSource,
    readonly people: Organisation,
  ) {}

  /** Over people who are there already, or over a new organisation. */
  static async open(app: NestExpressApplication, people?: Organisation): Promise<Office> {
    const db = app.get(DataSource)
    return new Office(app, db, people ?? (await anOrganisation(db)))
  }

  /** Somebody with the posts they hold at this moment (the moved one inside `timeTravel`). */
  async viewer(who: { readonly id: string }): Promise<Viewer> {
    const found = await loadViewer(this.db, who.id, await Moment.now(this.db))
    if (!found) throw new Error('There is no such person')
    return found
  }

  case(id: string): Promise<Case> {
    return this.db.manager.findOneByOrFail(Case, { id })
  }

  letter(id: string): Promise<Letter> {
    return this.db.manager.findOneByOrFail(Letter, { id })
  }

  /** The open tasks of a case as "kind@post", the Sekretariat's queue without a post. */
  async desks(caseId: string): Promise<string[]> {
    const rows = await this.db.query<{ desk: string }[]>(
      `SELECT t.kind || coalesce('@' || p.title, '') AS desk FROM task t LEFT JOIN "position" p ON p.id = t.position_id
       WHERE t.case_id = $1 AND t.closed_at IS NULL ORDER BY 1`,
      [caseId],
    )
    return rows.map((row) => row.desk)
  }

  /** Registered, handed over, disposed twice: the Asisten may decide. */
  async assigned({ service = 'MERIT', given = {} }: Asked = {}): Promise<Case> {
    const { clerk, chair, head, assistant } = this.people
    const branch = (toPositionId: string) => [{ toPositionId, kind: 'main' as const, instructions: [], note: null, dueOn: null }]
    const { id } = await this.app.get(RegisterCase).run(await this.viewer(clerk), aRegistration(service, given), act())
    await this.app.get(HandOverCase).run(await this.viewer(clerk), await this.case(id), null, act())
    const dispose = this.app.get(DisposeCase)
    await dispose.run(await this.viewer(chair), { caseId: id, version: (await this.case(id)).version }, branch(head.post.id), act())
    await dispose.run(await this.viewer(head), { caseId: id, version: (await this.case(id)).version }, branch(assistant.post.id), act())
    return this.case(id)
  }

  /** Decided too: the Asisten may write. */
  async processed(asked: Asked = {}): Promise<Case> {
    const { id } = await this.assigned(asked)
    const { processable = true } = asked
    const decision = { processable, reason: 'Sudah ditelaah', confirmBy: processable ? ('phone' as const) : null }
    await this.app.get(DecideCase).run(await this.viewer(this.people.assistant), await this.case(id), decision, act())
    return this.case(id)
  }

  /** A letter of the case as its template begins. */
  async drafted(asked: Asked = {}): Promise<Letter> {
    const theCase = await this.processed(asked)
    return this.draftedFor(theCase.id, asked.kind ?? (asked.processable === false ? 'notice' : 'answer'))
  }

  async draftedFor(caseId: string, kind: LetterKind): Promise<Letter> {
    const { id } = await this.app.get(DraftLetter).run(await this.viewer(this.people.assistant), { caseId, kind }, act())
    return this.letter(id)
  }

  /** The same letter with its points written. */
  async written(
    letter: Letter,
    points: readonly string[] = ['Butir pertama.', 'Butir kedua.'],
    by: { id: string } = this.people.assistant,
  ): Promise<Letter> {
    const draft = { ...letter, body: withPoints(letter.body, [points, points]) }
    await this.app.get(SaveLetter).run(await this.viewer(by), letter, draft, act())
    return this.letter(letter.id)
  }

  async submitted(asked: Asked = {}): Promise<Letter> {
    return this.submit(await this.written(await this.drafted(asked)))
  }

  async submit(letter: Letter, by: { id: string } = this.people.assistant): Promise<Letter> {
    await this.app.get(SubmitLetter).run(await this.viewer(by), letter, act())
    return this.letter(letter.id)
  }

  async pass(letter: Letter, by: { id: string } = this.people.head): Promise<Letter> {
    await this.app.get(ReviewLetter).pass(await this.viewer(by), judgement(letter), act())
    return this.letter(letter.id)
  }

  async approve(letter: Letter, by: { id: string } = this.people.chair): Promise<Letter> {
    await this.app.get(ReviewLetter).approve(await this.viewer(by), judgement(letter), act())
    return this.letter(letter.id)
  }

  async approved(asked: Asked = {}): Promise<Letter> {
    return this.approve(await this.pass(await this.submitted(asked)))
  }

  async issue(letter: Letter): Promise<Letter> {
    await this.app.get(IssueLetter).run(await this.viewer(this.people.clerk), letter, act())
    return this.letter(letter.id)
  }

  /** Numbered and printed: ready to go. */
  async issued(asked: Asked = {}): Promise<Letter> {
    const { id } = await this.issue(await this.approved(asked))
    await this.app.get(RenderLetter).run(id)
    return this.letter(id)
  }
}

/** What a reviewer sends: the letter and the hash of what was on the screen. */
export const judgement = (letter: Letter): { id: string; version: number; contentHash: string; note: null } => ({
  id: letter.id,
  version: letter.version,
  contentHash: letter.contentHash ?? '',
  note: null,
})

/** The code of the refusal an act ends in; null when it succeeds. Anything else is thrown. */
export async function refusalOf(doing: Promise<unknown>): Promise<string | null> {
  try {
    await doing
    return null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.name === 'Refusal') return String(error.code)
    throw error
  }
}
