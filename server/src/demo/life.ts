import { randomUUID } from 'node:crypto'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { DataSource } from 'typeorm'
import { addCalendarDays, INSTRUCTIONS, localDate, requirementsFor, withPoints, type LetterKind, type Service, type Viewer } from '@domain'
import { Case } from '../cases/case.entity.js'
import { DecideCase, RegisterCase, WithdrawCase, type Confirmation } from '../cases/index.js'
import { AnswerDisposition, DisposeCase, HandOverCase } from '../dispositions/index.js'
import { Disposition } from '../dispositions/disposition.entity.js'
import { DraftLetter, IssueLetter, RenderLetter, ReviewLetter, SaveLetter, SubmitLetter } from '../letters/index.js'
import { Letter } from '../letters/letter.entity.js'
import { DeliverLetter, ProveDelivery } from '../mail/index.js'
import { Delivery } from '../mail/delivery.entity.js'
import type { Cast } from './cast.js'
import type { Act, Ending } from './plot.js'
import type { Dice } from './random.js'
import {
  COURIERS,
  DELIVERY_NOTES,
  HAND_OVER_NOTES,
  HEAD_NOTES,
  LEADER_NOTES,
  NOT_PROCESSABLE_REASONS,
  PROCESSABLE_REASONS,
  RETURN_REASONS,
  REVIEW_NOTES,
  WITHDRAWAL_REASONS,
  type DemoMatter,
} from './texts.js'

const FIELD: Readonly<Record<Service, readonly string[]>> = {
  MEDLIN: ['JPT_1', 'JPT_2'],
  MERIT: ['JPT_1', 'JPT_2'],
  JPT: ['JPT_1', 'JPT_2'],
  NETRALITAS: ['NKK'],
  KODE_ETIK: ['NKK'],
}

/** Uneven on purpose: a workload board with equal bars shows nothing. The fullest desk of each field is one whose account is printed. */
const DESKS: Readonly<Record<string, readonly number[]>> = {
  JPT_1: [2, 2, 2, 2, 1, 3, 3, 4, 5],
  JPT_2: [1, 1, 2, 3, 3, 3, 4, 5],
  NKK: [1, 1, 1, 1, 2, 2, 3, 4, 5],
}

/** One fictional request, lived through the product's own actions. */
export class Life {
  caseId = ''
  private letterId = ''
  private letterKind: LetterKind = 'answer'
  private readonly field: string
  private readonly desk: number

  constructor(
    private readonly app: NestExpressApplication,
    private readonly cast: Cast,
    private readonly dice: Dice,
    private readonly matter: DemoMatter,
    private readonly ending: Ending,
    /** Requirements that are found missing; left out, a tenth of the requests lacks one. */
    private readonly missing: readonly string[] | null = null,
    /** The field that handles it; left out, one of those of its service. */
    field: string | null = null,
  ) {
    this.field = field ?? dice.pick(FIELD[matter.service])
    this.desk = dice.pick(DESKS[this.field] ?? [1])
  }

  /** Does the next act at its instant; the caller has moved the clock there. */
  async act(act: Act, at: Date): Promise<void> {
    switch (act) {
      case 'register':
        return this.register(at)
      case 'hand_over':
        return this.handOver(at)
      case 'dispose':
        return this.dispose(at)
      case 'assign':
        return this.assign(at)
      case 'accept':
        return this.accept(at)
      case 'decide':
        return this.decide(at)
      case 'draft':
        return this.draft(at)
      case 'write':
      case 'revise':
        return this.write(at)
      case 'submit':
        return this.submit(at)
      case 'review':
      case 'approve':
      case 'send_back':
        return this.review(act, at)
      case 'issue':
        return this.issue(at)
      case 'deliver':
        return this.deliver(at)
      case 'receipt':
        return this.receipt(at)
      case 'withdraw':
        return this.withdraw(at)
    }
  }

  private get refused(): boolean {
    return this.ending === 'declined' || this.matter.refusal !== null
  }

  private clerk(at: Date): Promise<Viewer> {
    return this.cast.inPost(`PERSURATAN_${this.dice.between(1, 4)}`, at)
  }

  /** Who has the request on the desk. */
  assistant(at: Date): Promise<Viewer> {
    return this.cast.inPost(`ASISTEN_${this.field}_${this.desk}`, at)
  }

  /** Who heads the working group that has the request. */
  head(at: Date): Promise<Viewer> {
    return this.cast.inPost(`KEPALA_POKJA_${this.field}`, at)
  }

  private async register(at: Date): Promise<void> {
    const { service, channel, senderKind, subject, summary, urgency, secrecy, letterNumber, agency, parties, classification, topic } =
      this.matter
    const incomplete = this.dice.chance(0.1)
    const lines = requirementsFor(service, channel, senderKind)
    const { id } = await this.app.get(RegisterCase).run(
      await this.clerk(at),
      {
        ...{ service, channel, subject, summary, urgency, secrecy, letterNumber },
        classification: classification ?? topic,
        letterDate: letterNumber ? addCalendarDays(localDate(at), -this.dice.between(1, 6)) : null,
        receivedAt: at,
        agencyCode: agency.code,
        agencyName: agency.name,
        protection: this.matter.protection ?? null,
        parties: [...parties],
        requirements: lines.map((line, index) => ({
          code: line.code,
          state: (this.missing?.includes(line.code) ?? (incomplete && index === lines.length - 1)) ? 'missing' : 'met',
        })),
        fileIds: [],
        relatedCaseIds: [],
      },
      attempt(),
    )
    this.caseId = id
  }

  private async handOver(at: Date): Promise<void> {
    const theCase = await this.theCase()
    await this.app
      .get(HandOverCase)
      .run(await this.cast.holding(theCase.registrarPositionId, at), theCase, this.dice.pick(HAND_OVER_NOTES), attempt())
  }

  private async dispose(at: Date): Promise<void> {
    const theCase = await this.theCase()
    const chair = await this.cast.holding(theCase.holderPositionId ?? '', at)
    const commissioner = this.cast.postId(this.field === 'NKK' ? 'KOMISIONER_NKK' : 'KOMISIONER_JPT')
    const copies = this.dice.chance(0.4)
      ? [{ ...this.branch(commissioner, at), kind: 'copy' as const, instructions: ['for_information'], dueOn: null }]
      : []
    const main = { ...this.branch(this.cast.postId(`KEPALA_POKJA_${this.field}`), at), note: this.dice.pick(LEADER_NOTES) }
    await this.app.get(DisposeCase).run(chair, { caseId: theCase.id, version: theCase.version }, [main, ...copies], attempt())
  }

  private async assign(at: Date): Promise<void> {
    const theCase = await this.theCase()
    const head = await this.cast.holding(theCase.holderPositionId ?? '', at)
    const main = { ...this.branch(this.cast.postId(`ASISTEN_${this.field}_${this.desk}`), at), note: this.dice.pick(HEAD_NOTES) }
    await this.app.get(DisposeCase).run(head, { caseId: theCase.id, version: theCase.version }, [main], attempt())
  }

  private branch(toPositionId: string, at: Date) {
    const instructions = [this.dice.pick(INSTRUCTIONS.slice(0, 10)), ...(this.dice.chance(0.4) ? ['report_result'] : [])]
    return {
      toPositionId,
      kind: 'main' as const,
      instructions,
      note: null,
      dueOn: this.dice.chance(0.6) ? addCalendarDays(localDate(at), this.dice.between(2, 7)) : null,
    }
  }

  private async accept(at: Date): Promise<void> {
    const positionId = this.cast.postId(`ASISTEN_${this.field}_${this.desk}`)
    const branch = await this.db.manager.findOneByOrFail(Disposition, { caseId: this.caseId, toPositionId: positionId, kind: 'main' })
    await this.app.get(AnswerDisposition).accept(await this.assistant(at), branch, attempt())
  }

  private async decide(at: Date): Promise<void> {
    const reason = this.dice.pick(this.refused ? NOT_PROCESSABLE_REASONS : PROCESSABLE_REASONS)
    const confirmBy = this.refused ? null : this.dice.pick(this.waysToTell())
    await this.app
      .get(DecideCase)
      .run(await this.assistant(at), await this.theCase(), { processable: !this.refused, reason, confirmBy }, attempt())
  }

  /** How the requester can be told: by what the registration says of them, oftener by telephone, by letter where it says neither. */
  private waysToTell(): readonly Confirmation[] {
    const requester = this.matter.parties.find((party) => party.role === 'requester')
    const ways = [...(requester?.email ? (['email'] as const) : []), ...(requester?.phone ? (['phone', 'phone'] as const) : [])]
    return ways.length > 0 ? ways : ['letter']
  }

  private async draft(at: Date): Promise<void> {
    const recommended = this.letterId !== '' && this.letterKind === 'recommendation'
    this.letterKind = this.refused ? 'notice' : recommended ? 'answer' : this.matter.answer.kind
    const { id } = await this.app.get(DraftLetter).run(await this.assistant(at), { caseId: this.caseId, kind: this.letterKind }, attempt())
    this.letterId = id
  }

  private async write(at: Date): Promise<void> {
    const letter = await this.theLetter()
    const copies =
      this.letterKind === 'recommendation'
        ? ['Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi', 'Kepala Badan Kepegawaian Negara']
        : []
    const draft = {
      subject: letter.subject,
      addressee: letter.addressee,
      cc: copies,
      attachmentNote: null,
      body: withPoints(letter.body, this.lists()),
    }
    await this.app.get(SaveLetter).run(await this.assistant(at), letter, draft, attempt())
  }

  /** The numbered lists of the body, as the template of this kind has them. */
  private lists(): (readonly string[])[] {
    const { answer, refusal } = this.matter
    if (this.letterKind === 'notice') return [refusal ?? [this.dice.pick(NOT_PROCESSABLE_REASONS)]]
    if (this.letterKind === 'recommendation') return [answer.points, answer.recommendations]
    return [answer.reply.length > 0 ? answer.reply : answer.points]
  }

  private async submit(at: Date): Promise<void> {
    await this.app.get(SubmitLetter).run(await this.assistant(at), await this.theLetter(), attempt())
  }

  private async review(act: 'review' | 'approve' | 'send_back', at: Date): Promise<void> {
    const { id, version, contentHash, reviewerPositionId } = await this.theLetter()
    const reviewer = await this.cast.holding(reviewerPositionId ?? '', at)
    const judge = this.app.get(ReviewLetter)
    if (act === 'send_back') await judge.return(reviewer, { id, version }, this.dice.pick(RETURN_REASONS), attempt())
    else {
      const judgement = { id, version, contentHash: contentHash ?? '', note: this.dice.chance(0.5) ? this.dice.pick(REVIEW_NOTES) : null }
      await (act === 'review' ? judge.pass(reviewer, judgement, attempt()) : judge.approve(reviewer, judgement, attempt()))
    }
  }

  private async issue(at: Date): Promise<void> {
    await this.app.get(IssueLetter).run(await this.clerk(at), await this.theLetter(), attempt())
    await this.app.get(RenderLetter).run(this.letterId)
  }

  private async deliver(at: Date): Promise<void> {
    const courier = {
      method: 'courier' as const,
      courier: this.dice.pick(COURIERS),
      trackingNumber: `TR${this.dice.between(10_000_000, 99_999_999)}`,
    }
    const input = { ...courier, recipientName: (await this.theLetter()).addressee.name, note: this.dice.pick(DELIVERY_NOTES) }
    await this.app.get(DeliverLetter).run(await this.clerk(at), await this.theLetter(), input, attempt())
  }

  private async receipt(at: Date): Promise<void> {
    const delivery = await this.db.manager.findOneByOrFail(Delivery, { letterId: this.letterId, status: 'sent' })
    const receipt = { receiptName: `Petugas penerima surat`, receiptOn: localDate(at), note: null }
    await this.app.get(ProveDelivery).receipt(await this.clerk(at), delivery.id, receipt, attempt())
  }

  private async withdraw(at: Date): Promise<void> {
    const theCase = await this.theCase()
    await this.app.get(WithdrawCase).run(await this.clerk(at), theCase, this.dice.pick(WITHDRAWAL_REASONS), attempt())
  }

  private get db(): DataSource {
    return this.app.get(DataSource)
  }

  private theCase(): Promise<Case> {
    return this.db.manager.findOneByOrFail(Case, { id: this.caseId })
  }

  private theLetter(): Promise<Letter> {
    return this.db.manager.findOneByOrFail(Letter, { id: this.letterId })
  }
}

const attempt = () => ({ key: randomUUID(), input: {} })
