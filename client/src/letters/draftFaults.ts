import { LATE_MERGE_KEYS, openMergeKeys, openPlaceholders, plainText, type MergeKey, type MergeValues } from '@domain'
import type { LetterDraft } from './draft.js'

/** Why a draft cannot be submitted yet, and where to go to mend it. */
export type DraftFault =
  | { readonly at: 'subject' | 'name' | 'place' | 'body' }
  | { readonly at: 'field'; readonly key: MergeKey }
  | { readonly at: 'spot'; readonly text: string; readonly index: number }

const SHORTEST_SUBJECT = 3

/** Everything that is unfinished, in the order of the page. The server asks the same before it takes a submission. */
export function faultsOf(draft: LetterDraft, fields: MergeValues): DraftFault[] {
  const parts: (DraftFault | false)[] = [
    draft.subject.trim().length < SHORTEST_SUBJECT && { at: 'subject' },
    draft.addressee.name.trim() === '' && { at: 'name' },
    draft.addressee.place.trim() === '' && { at: 'place' },
    plainText(draft.body).trim() === '' && { at: 'body' },
  ]
  return [
    ...parts.filter((part) => part !== false),
    ...openMergeKeys(draft.body, fields)
      .filter((key) => !LATE_MERGE_KEYS.includes(key))
      .map((key): DraftFault => ({ at: 'field', key })),
    ...openPlaceholders(draft.body).map((text, index): DraftFault => ({ at: 'spot', text, index })),
  ]
}
