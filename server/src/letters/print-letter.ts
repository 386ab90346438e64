import { formatDate, isConfidential, Refusal, URGENCY_LABEL } from '@domain'
import { PressProblem, renderLetter, type PressInitial, type PressLetter } from '@press'
import { letterheadOf } from '../organisation/index.js'
import type { OrganisationProfile } from '../organisation/organisation-profile.entity.js'
import { MARKING, SIMULATION } from '../platform/letterhead.js'
import { printedFields } from './letter-content.js'
import type { Letter } from './letter.entity.js'
import type { LetterContent, ReviewStep } from './letter-parts.entity.js'

const FOOTER = `${SIMULATION} Keaslian surat dapat diperiksa melalui kode QR.`
const CONFIDENTIAL_COPY = 'Salinan 1 dari 1'

/** Where anybody who holds a letter can ask whether it is ours. */
export const verificationUrl = (publicUrl: string, token: string): string => `${publicUrl}/verify/${token}`

type Paper = Omit<PressLetter, 'unresolved' | 'draft' | 'initials' | 'createdAt'>

function paperOf(letter: Letter, content: LetterContent, profile: OrganisationProfile): Paper {
  const approver = letter.chain.find((tier) => tier.approves)
  return {
    letterhead: letterheadOf(profile),
    number: letter.number,
    marking: MARKING[letter.secrecy],
    copyNumber: isConfidential(letter.secrecy) ? CONFIDENTIAL_COPY : null,
    place: profile.place,
    date: letter.issuedAt && formatDate(letter.issuedAt),
    urgency: URGENCY_LABEL[content.urgency].id,
    attachments: content.attachmentNote ?? '-',
    subject: content.subject,
    addressee: {
      lines: [content.addressee.name],
      capacity: null,
      attention: content.addressee.attention ?? null,
      place: content.addressee.place,
    },
    body: content.body,
    fields: printedFields(letter, content),
    signature: {
      lines: [`${letter.signatoryTitle ?? approver?.title ?? 'Pimpinan'},`],
      name: letter.signatoryName ?? '',
      rank: null,
      nip: null,
      verification: null,
    },
    copies: content.cc,
    footer: FOOTER,
    fontSize: 11,
  }
}

/** What a letter is printed from. */
export interface Printed {
  readonly letter: Letter
  readonly content: LetterContent
  /** Whose head stands on it. */
  readonly profile: OrganisationProfile
}

/** The letter as it stands, with KONSEP across it and the initials given so far. What the press cannot set is `letter.body_invalid`. */
export async function printPreview({ letter, content, profile }: Printed, steps: readonly ReviewStep[]): Promise<Uint8Array> {
  try {
    const initials = initialsOf(letter, steps)
    const paper = paperOf(letter, content, profile)
    return await renderLetter({ ...paper, unresolved: 'mark', draft: true, initials, createdAt: letter.draftSavedAt })
  } catch (problem) {
    if (problem instanceof PressProblem && problem.code === 'press.busy') throw new Refusal('conflict.busy')
    if (problem instanceof PressProblem && (problem.code === 'glyph.missing' || problem.code === 'body.invalid')) {
      throw new Refusal('letter.body_invalid', { characters: problem.details.characters ?? [] })
    }
    throw problem
  }
}

/** The letter that leaves the building. The same letter always gives the same bytes, so that a repeated job changes nothing. */
export function printIssued({ letter, content, profile }: Printed, publicUrl: string): Promise<Uint8Array> {
  if (!letter.issuedAt || !letter.verificationToken) throw new Error('Only an issued letter is printed for sending')
  const paper = paperOf(letter, content, profile)
  const verification = {
    url: verificationUrl(publicUrl, letter.verificationToken),
    caption: `Pindai kode QR ini untuk memeriksa keaslian surat. ${SIMULATION}`,
  }
  const signature = { ...paper.signature, verification }
  return renderLetter({ ...paper, signature, unresolved: 'refuse', draft: false, initials: [], createdAt: letter.issuedAt })
}

/** Paraf hierarki: the tiers below the one that signs, with the initials of the present round. */
const initialsOf = (letter: Letter, steps: readonly ReviewStep[]): PressInitial[] =>
  letter.chain
    .filter((tier) => !tier.approves)
    .map((tier) => {
      const step = steps.find((one) => one.round === letter.round && one.tier === tier.tier && one.action === 'pass')
      return { position: step?.positionTitle ?? tier.title, name: step?.personName ?? '', date: step ? formatDate(step.at) : null }
    })
