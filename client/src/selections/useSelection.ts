import { onScopeDispose } from 'vue'
import { onChange } from '../app/live.js'
import { useLiveOne } from '../app/useLiveOne.js'
import { SelectionPageDocument } from '../generated/graphql.js'

/** Several changes of one transaction ask once. */
const ASK_AFTER_MS = 150

/** One selection with everything its page shows, asked for again when the stream says that it moved. `gone` when it is not the viewer's to read. */
export function useSelection(id: () => string) {
  const { renew, ...selection } = useLiveOne({
    typename: 'Selection',
    document: SelectionPageDocument,
    id,
    variables: (wanted) => ({ id: wanted }),
    pick: (data) => data.selection,
    known: true,
  })
  let waiting: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => clearTimeout(waiting))
  onChange((change) => {
    if (change.__typename !== 'SelectionChange' || change.selectionId !== id()) return
    clearTimeout(waiting)
    waiting = setTimeout(() => void renew(), ASK_AFTER_MS)
  })
  return selection
}
