import { plainText, fillMergeFields, type MergeValues, type RichText, type Urgency } from '@domain'

/** The parts of a letter that its drafter writes: what the editor shows, keeps and saves. */
export interface LetterDraft {
  readonly subject: string
  readonly addressee: { readonly name: string; readonly attention: string; readonly place: string }
  readonly cc: readonly string[]
  readonly attachmentNote: string
  readonly body: RichText
  /** Not the drafter's to write, but part of what is approved; not told of drafts and versions kept before they were. */
  readonly urgency?: Urgency
  readonly archiveCode?: string
}

/** A letter as far as a draft is read from it; `body` and `fields` are JSON. */
interface DraftSource {
  readonly subject: string
  readonly addressee: { readonly name: string; readonly attention?: string | null; readonly place: string }
  readonly cc: readonly string[]
  readonly attachmentNote?: string | null
  readonly body: unknown
  readonly urgency?: Urgency
  readonly archiveCode?: string | null
}

const EMPTY: RichText = { type: 'doc', content: [{ type: 'paragraph', attrs: { textAlign: 'justify' } }] }

const isDocument = (value: unknown): value is RichText =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  value.type === 'doc' &&
  'content' in value &&
  Array.isArray(value.content)

/** The body out of its JSON. The server has checked what stands inside. */
export const bodyOf = (json: unknown): RichText => (isDocument(json) ? json : EMPTY)

/** The resolved merge fields out of their JSON: texts only. */
export const fieldsOf = (json: unknown): MergeValues =>
  typeof json === 'object' && json !== null ? Object.fromEntries(Object.entries(json).filter(([, value]) => typeof value === 'string')) : {}

export const draftOf = (letter: DraftSource): LetterDraft => ({
  subject: letter.subject,
  addressee: { name: letter.addressee.name, attention: letter.addressee.attention ?? '', place: letter.addressee.place },
  cc: letter.cc,
  attachmentNote: letter.attachmentNote ?? '',
  body: bodyOf(letter.body),
  ...(letter.urgency ? { urgency: letter.urgency } : {}),
  ...(letter.archiveCode ? { archiveCode: letter.archiveCode } : {}),
})

/** The draft as the server takes it. */
export const inputOf = (draft: LetterDraft) => ({
  subject: draft.subject,
  addressee: { name: draft.addressee.name, attention: draft.addressee.attention.trim() || null, place: draft.addressee.place },
  cc: draft.cc.filter((name) => name.trim() !== ''),
  attachmentNote: draft.attachmentNote.trim() || null,
  body: draft.body,
})

/** JSON whose keys come in one order and whose empty attributes are left out: a database and an editor write them differently. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value.trim() : value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== null && entry !== undefined)
      .map(([key, entry]): [string, unknown] => [key, plain(entry)])
      .filter(([, entry]) => !(typeof entry === 'object' && entry !== null && !Array.isArray(entry) && Object.keys(entry).length === 0))
      .sort(([first], [second]) => (first < second ? -1 : 1)),
  )
}

/** Whether two drafts say the same. */
export const sameDraft = (first: LetterDraft, second: LetterDraft): boolean =>
  JSON.stringify(plain(inputOf(first))) === JSON.stringify(plain(inputOf(second)))

export const DRAFT_PARTS = ['subject', 'name', 'attention', 'place', 'attachmentNote', 'cc', 'urgency', 'archiveCode', 'body'] as const
export type DraftPart = (typeof DRAFT_PARTS)[number]

/** Every part of a draft as text, for comparing two of them; null for what is not told. */
export const textsOf = (draft: LetterDraft, fields: MergeValues) =>
  ({
    subject: draft.subject,
    name: draft.addressee.name,
    attention: draft.addressee.attention,
    place: draft.addressee.place,
    attachmentNote: draft.attachmentNote,
    cc: draft.cc.join('\n'),
    urgency: draft.urgency ?? null,
    archiveCode: draft.archiveCode ?? null,
    body: plainText(fillMergeFields(draft.body, fields)),
  }) satisfies Record<DraftPart, string | null>

/** The parts in which two drafts differ. What one of them does not tell is not compared. */
export function differencesOf(
  before: LetterDraft,
  after: LetterDraft,
  fields: MergeValues,
): { part: DraftPart; before: string; after: string }[] {
  const [old, fresh] = [textsOf(before, fields), textsOf(after, fields)]
  return DRAFT_PARTS.flatMap((part) => {
    const [was, is] = [old[part], fresh[part]]
    return was === null || is === null || was === is ? [] : [{ part, before: was, after: is }]
  })
}
