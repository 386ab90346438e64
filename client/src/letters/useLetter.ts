import { onScopeDispose } from 'vue'
import { onChange } from '../app/live.js'
import { useLiveOne } from '../app/useLiveOne.js'
import { LetterPageDocument } from '../generated/graphql.js'

/** Several changes of one transaction are one question. */
const SOON_MS = 120

/**
 * One letter with everything its page shows, kept true by the stream: a change carries the row, versions, steps, comments and deliveries are asked
 * for again. `gone` when it is not, or no longer, the viewer's to read.
 */
export function useLetter(id: () => string | null) {
  const { row, failure, gone, retry, renew } = useLiveOne({
    typename: 'Letter',
    document: LetterPageDocument,
    id,
    variables: (wanted) => ({ id: wanted }),
    pick: (data) => data.letter,
  })
  let waiting: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => clearTimeout(waiting))
  onChange((change) => {
    if (change.__typename !== 'LetterChange' || change.letter.id !== id()) return
    clearTimeout(waiting)
    waiting = setTimeout(() => void renew(), SOON_MS)
  })
  return { letter: row, failure, gone, retry, refetch: renew }
}
