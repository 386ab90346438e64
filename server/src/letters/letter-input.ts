import { Field, InputType } from '@nestjs/graphql'
import { isMergeKey, Refusal, type RichText } from '@domain'
import { checkBody, fieldKeysOf, isBody } from '@press'
import { JsonScalar } from '../platform/scalars.js'
import { Addressee } from './letter.entity.js'

/** What the editor saves. */
@InputType()
export class LetterDraftInput {
  @Field() subject: string
  @Field(() => Addressee) addressee: Addressee
  @Field(() => [String]) cc: string[]
  @Field(() => String, { nullable: true }) attachmentNote?: string | null
  @Field(() => JsonScalar) body: unknown
}

/** The parts of a letter that its author writes. */
export interface LetterText {
  readonly subject: string
  readonly addressee: Addressee
  readonly cc: string[]
  readonly attachmentNote: string | null
  readonly body: RichText
}

const LONGEST = { subject: 300, name: 300, attention: 200, place: 120, cc: 200, attachmentNote: 120 } as const
const MOST_COPIES = 30

const line = (text: string | null | undefined): string => (text ?? '').replace(/[\p{Cc}\s]+/gu, ' ').trim()

/** Whether JSON is the body of one of our letters: the press can set it, and every merge field is known. */
const isLetterBody = (value: unknown): value is RichText => isBody(value) && fieldKeysOf(value).every(isMergeKey)

/** The draft as it will be stored. Unfinished parts may be empty; what cannot be printed at all is `letter.body_invalid` or `request.invalid`. */
export function letterText(draft: LetterDraftInput): LetterText {
  if (!isLetterBody(draft.body)) throw new Refusal('letter.body_invalid', { path: checkBody(draft.body)?.path ?? '' })
  const text = {
    subject: line(draft.subject),
    addressee: { name: line(draft.addressee.name), attention: line(draft.addressee.attention) || null, place: line(draft.addressee.place) },
    cc: draft.cc.map(line).filter((copy) => copy !== ''),
    attachmentNote: line(draft.attachmentNote) || null,
    body: draft.body,
  }
  const tooLong = [
    text.subject.length > LONGEST.subject && 'subject',
    text.addressee.name.length > LONGEST.name && 'addressee.name',
    (text.addressee.attention?.length ?? 0) > LONGEST.attention && 'addressee.attention',
    text.addressee.place.length > LONGEST.place && 'addressee.place',
    (text.cc.length > MOST_COPIES || text.cc.some((copy) => copy.length > LONGEST.cc)) && 'cc',
    (text.attachmentNote?.length ?? 0) > LONGEST.attachmentNote && 'attachmentNote',
  ].filter((field) => field !== false)
  if (tooLong.length > 0) throw new Refusal('request.invalid', { fields: tooLong })
  return text
}
