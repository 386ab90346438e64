import { fillMergeFields, formatDate, LATE_MERGE_KEYS, mergeKeysIn, openPlaceholders, plainText, Refusal, type MergeValues } from '@domain'
import { canonicalJson, sha256Hex } from '@press'
import type { Letter } from './letter.entity.js'
import type { LetterContent } from './letter-parts.entity.js'
import { fieldsUsed } from './merge-fields.js'

interface Asked {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>
}

/** What a letter says now: the thing that is submitted, hashed, approved and issued. */
export const contentOf = (letter: Letter, values: MergeValues): LetterContent => ({
  subject: letter.subject,
  urgency: letter.urgency,
  addressee: { name: letter.addressee.name, attention: letter.addressee.attention ?? null, place: letter.addressee.place },
  cc: letter.cc,
  attachmentNote: letter.attachmentNote,
  archiveCode: letter.archiveCode,
  body: letter.body,
  fields: fieldsUsed(letter.body, values),
})

/** SHA-256 over the canonical JSON: the same text has the same hash wherever it is computed (rule 10). */
export const hashOf = (content: LetterContent): string => sha256Hex(canonicalJson(content))

/** The content of the version under review, read from the version itself and checked against its own hash. */
export async function submittedContent(db: Asked, letter: Pick<Letter, 'id' | 'submittedVersion' | 'contentHash'>): Promise<LetterContent> {
  const [version] = await db.query<{ content: LetterContent; content_hash: string }>(
    'SELECT content, content_hash FROM letter_version WHERE letter_id = $1 AND number = $2',
    [letter.id, letter.submittedVersion],
  )
  if (!version || hashOf(version.content) !== version.content_hash || version.content_hash !== letter.contentHash) {
    throw new Refusal('letter.text_changed')
  }
  return version.content
}

/** Everything of a letter that somebody will read, by the name of its field. */
export const spokenParts = ({ subject, addressee, cc, attachmentNote, body, fields }: LetterContent): Record<string, string | null> => ({
  subject,
  addressee: [addressee.name, addressee.attention, addressee.place].filter(Boolean).join(' '),
  cc: cc.join('\n'),
  attachmentNote,
  body: plainText(fillMergeFields(body, fields)),
})

/** Refuses a letter that is not finished: open merge fields and unwritten spots by name, empty parts by field. */
export function demandFinished(letter: Letter, values: MergeValues): void {
  const keys = mergeKeysIn(letter.body).filter((key) => !values[key] && !LATE_MERGE_KEYS.includes(key))
  const placeholders = openPlaceholders(letter.body)
  if (keys.length > 0 || placeholders.length > 0) throw new Refusal('letter.fields_unresolved', { keys, placeholders })
  const empty = [
    letter.subject.length < 3 && 'subject',
    letter.addressee.name === '' && 'addressee.name',
    letter.addressee.place === '' && 'addressee.place',
  ].filter((field) => field !== false)
  if (empty.length > 0) throw new Refusal('request.invalid', { fields: empty })
}

/** The fields as the press prints them: what was approved, and what only signing and numbering could fill. */
export function printedFields(letter: Letter, content: LetterContent): Record<string, string> {
  const approver = letter.chain.find((tier) => tier.approves)
  const late = {
    letter_date: letter.issuedAt ? formatDate(letter.issuedAt) : null,
    signatory_position: letter.signatoryTitle ?? approver?.title ?? null,
    signatory_name: letter.signatoryName,
  }
  return { ...content.fields, ...Object.fromEntries(Object.entries(late).filter((entry): entry is [string, string] => entry[1] !== null)) }
}
