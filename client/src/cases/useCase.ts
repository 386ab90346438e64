import { onScopeDispose } from 'vue'
import { askServer } from '../app/askServer.js'
import { onChange, type Change } from '../app/live.js'
import { useLiveOne } from '../app/useLiveOne.js'
import { CaseClocksDocument, CaseFilesDocument, CasePageDocument, CasePartiesDocument, CaseTasksDocument } from '../generated/graphql.js'

/** Several changes of one transaction ask for a part once. */
const ASK_AFTER_MS = 120

/** The parts of a case that no row of the stream carries, and the changes after which they are asked for again. */
const PARTS = [
  { renew: (id: string) => askServer(CaseTasksDocument, { id }), after: /^(case|letter|disposition)\.(?!read|saved|commented)/ },
  { renew: (id: string) => askServer(CasePartiesDocument, { id }), after: /^case\.amended/ },
  { renew: (id: string) => askServer(CaseFilesDocument, { id }), after: /^(case\.(attached|amended)|file\.|letter\.(issued|rendered))/ },
  {
    renew: (id: string) => askServer(CaseClocksDocument, { id }),
    after: /^(clock\.|case\.|disposition\.accepted|letter\.(issued|delivered))/,
  },
] as const

const caseOf = (change: Change): string | null => {
  switch (change.__typename) {
    case 'CaseChange':
      return change.case.id
    case 'LetterChange':
    case 'DispositionChange':
      return change.caseId
    default:
      return null
  }
}

/** One case with everything its page shows, kept true by the stream. `gone` when it is not, or no longer, the viewer's to read. */
export function useCase(id: () => string) {
  const { row, failure, loading, gone, retry } = useLiveOne({
    typename: 'Case',
    document: CasePageDocument,
    id,
    variables: (wanted) => ({ id: wanted }),
    pick: (data) => data.case,
    known: true,
  })
  const asked = new Set<(typeof PARTS)[number]>()
  let waiting: ReturnType<typeof setTimeout> | undefined

  function renewParts(): void {
    for (const part of asked) void part.renew(id())
    asked.clear()
  }

  onScopeDispose(() => clearTimeout(waiting))
  onChange((change) => {
    if (caseOf(change) !== id() || !('entry' in change)) return
    const { kind } = change.entry
    for (const part of PARTS) if (part.after.test(kind)) asked.add(part)
    clearTimeout(waiting)
    waiting = setTimeout(renewParts, ASK_AFTER_MS)
  })

  return { row, failure, loading, gone, retry }
}
