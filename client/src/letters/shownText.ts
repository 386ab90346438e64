import type { RichText } from '@domain'
import type { LetterDetailFragment } from '../generated/graphql.js'
import { bodyOf } from './draft.js'

/** The text on the screen and, once it was submitted, the hash a judgement on it is bound to. */
export interface ShownText {
  readonly subject: string
  readonly body: RichText
  /** 0 for a draft. */
  readonly version: number
  readonly contentHash: string | null
  /** The row speaks of a newer text than the one that has arrived: nobody may judge this one. */
  readonly stale: boolean
}

type Source = Pick<LetterDetailFragment, 'status' | 'subject' | 'body' | 'contentHash' | 'submittedVersion'> & {
  readonly versions: readonly LetterDetailFragment['versions'][number][]
}

const WRITING: readonly Source['status'][] = ['draft', 'returned']

/** Text and hash out of one object, the version itself, so that they always belong together. */
export function shownText(letter: Source): ShownText {
  const version = letter.versions.find(({ number }) => number === letter.submittedVersion)
  if (WRITING.includes(letter.status) || letter.submittedVersion === 0) {
    return { subject: letter.subject, body: bodyOf(letter.body), version: 0, contentHash: null, stale: false }
  }
  const latest = version ?? [...letter.versions].sort((first, second) => second.number - first.number)[0]
  return {
    subject: latest?.subject ?? letter.subject,
    body: bodyOf(latest?.body),
    version: latest?.number ?? 0,
    contentHash: latest?.contentHash ?? null,
    stale: latest?.contentHash !== letter.contentHash,
  }
}
