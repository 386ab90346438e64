import { onScopeDispose, ref } from 'vue'

const SHORTEST = 3
const LONGEST = 400

/** The passage last selected inside an element, for a remark on it. It stays when the selection moves on to the remark itself. */
export function useQuote(within: () => HTMLElement | null | undefined) {
  const quote = ref('')

  function look(): void {
    const selection = document.getSelection()
    const root = within()
    if (!selection || selection.isCollapsed || !root || !selection.anchorNode || !root.contains(selection.anchorNode)) return
    const text = selection.toString().replace(/\s+/g, ' ').trim()
    if (text.length >= SHORTEST) quote.value = text.slice(0, LONGEST)
  }

  document.addEventListener('selectionchange', look)
  onScopeDispose(() => document.removeEventListener('selectionchange', look))
  return quote
}
