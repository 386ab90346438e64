import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import {
  caseFacts,
  demandCase,
  draftableKinds,
  letterFacts,
  productOf,
  Refusal,
  templateFor,
  UNISSUED_LETTER_STATUSES,
  withFindings,
  type LetterKind,
  type RichText,
  type Viewer,
} from '@domain'
import { Case, closeTasks, holding, openTask } from '../cases/index.js'
import { toldInRecommendation } from '../handling/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { standardById } from '../standards/index.js'
import { Letter, type Addressee } from './letter.entity.js'
import { announceLetter } from './open-letter.js'

/** The Asisten who holds a case opens a letter of a kind that its standard sends, from the template. One open letter of a kind at a time. */
@Injectable()
export class DraftLetter {
  constructor(private readonly work: Work) {}

  run(me: Viewer, { caseId, kind }: { caseId: string; kind: LetterKind }, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'draftLetter', attempt, async (tx) => {
      const theCase = await findForUpdate(tx, Case, caseId, null)
      demandCase(caseFacts(theCase), 'draft_letter', me)
      const post = holding(me, theCase)
      const { document: standard } = await standardById(tx, theCase.standardVersionId)
      const product = productOf(standard, kind)
      const template = templateFor(theCase.service, kind)
      if (!product || !template || !draftableKinds(standard, theCase.processable).includes(kind)) {
        throw new Refusal('request.invalid', { fields: ['kind'] })
      }
      const [taken] = await tx.query<{ id: string }>('SELECT id FROM letter WHERE case_id = $1 AND kind = $2 AND status = ANY ($3)', [
        caseId,
        kind,
        UNISSUED_LETTER_STATUSES,
      ])
      if (taken) throw new Refusal('letter.kind_taken', { letterId: taken.id })

      const letter = tx.manager.create(Letter, {
        id: randomUUID(),
        version: 1,
        caseId,
        kind,
        status: 'draft',
        closesCase: product.closesCase,
        archiveCode: product.archiveCode,
        urgency: theCase.urgency,
        subject: template.subject,
        addressee: aboutComplaint(theCase, kind) ? await ppkOf(tx, theCase) : await addresseeOf(tx, theCase),
        cc: [],
        attachmentNote: null,
        draftRevision: 1,
        draftSavedAt: tx.now,
        drafterId: me.id,
        drafterName: me.name,
        drafterPositionId: post.id,
        authorIds: [me.id],
        reviewerIds: [],
        reviewerPositionId: null,
        voidRequestedBy: null,
        chain: [],
        tier: 0,
        tiers: 0,
        round: 0,
        submittedVersion: 0,
        updatedAt: tx.now,
        caseUnitId: theCase.unitId,
        secrecy: theCase.secrecy,
        caseHandlerPositionIds: theCase.handlerPositionIds,
        caseHolderPositionId: theCase.holderPositionId,
        excludedPersonIds: theCase.excludedPersonIds,
      })
      letter.body = await bodyOf(tx, theCase, kind, template.body)
      await tx.manager.insert(Letter, letter)
      if (product.closesCase) await closeTasks(tx, caseId, { kinds: ['draft'], letterId: null })
      await openTask(tx, theCase, 'draft', { positionId: post.id }, { letterId: letter.id })
      await announceLetter(tx, 'letter.drafted', { letter, theCase, before: letterFacts(letter, caseFacts(theCase)) }, { position: post })
      return { id: letter.id }
    })
  }
}

const aboutComplaint = ({ service }: Case, kind: LetterKind): boolean => service === 'NETRALITAS' && kind === 'recommendation'

/** A recommendation about a complaint goes to the PPK whom its points address, never to whoever complained. */
async function ppkOf(tx: Tx, theCase: Case): Promise<Addressee> {
  const { ppk } = await toldInRecommendation(tx, theCase.id)
  return { name: ppk ?? ['Pejabat Pembina Kepegawaian', theCase.agencyName].filter(Boolean).join(' '), attention: null, place: 'Tempat' }
}

/** The template; a recommendation about a complaint begins with what its handling found. */
async function bodyOf(tx: Tx, theCase: Case, kind: LetterKind, template: RichText): Promise<RichText> {
  if (!aboutComplaint(theCase, kind)) return template
  const { findings, points, first } = await toldInRecommendation(tx, theCase.id)
  return withFindings(template, findings, points, first)
}

/** To whom the letter goes until the drafter says otherwise: whoever asked, at their agency or in the town they gave. */
async function addresseeOf(tx: Tx, theCase: Case): Promise<Addressee> {
  const [requester] = await tx.query<{ job_title: string | null; representative: string | null }>(
    `SELECT job_title, representative FROM party WHERE case_id = $1 AND role = 'requester' LIMIT 1`,
    [theCase.id],
  )
  const institution = theCase.senderKind === 'agency' || theCase.senderKind === 'legal_body' || theCase.senderKind === 'community_group'
  const name = institution ? (requester?.job_title ?? `Pimpinan ${theCase.senderName}`) : `Sdr. ${theCase.senderName}`
  return { name, attention: institution ? (requester?.representative ?? null) : null, place: 'Tempat' }
}
