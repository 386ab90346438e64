import { nextTick, ref, watch, type ComputedRef } from 'vue'
import { useShortcuts } from '../app/shortcuts.js'

interface Identified {
  readonly id: string
}

/**
 * Walking a list with j and k, opening with Enter. The chosen row is found again by its id, so that it stays chosen when live changes move it.
 * Rows carry `data-row="<id>"` and can be focused.
 */
export function useRowKeys(rows: ComputedRef<readonly Identified[]>, open: (id: string) => void) {
  const chosen = ref<string | null>(null)

  function step(by: 1 | -1): void {
    const at = rows.value.findIndex(({ id }) => id === chosen.value)
    const next = rows.value[at === -1 ? 0 : Math.min(rows.value.length - 1, Math.max(0, at + by))]
    if (!next) return
    chosen.value = next.id
    void nextTick(() => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(next.id)}"]`)?.focus())
  }

  watch(rows, (now) => {
    if (chosen.value && !now.some(({ id }) => id === chosen.value)) chosen.value = null
  })
  useShortcuts([
    { keys: 'j', label: 'app.shortcuts.next', run: () => step(1) },
    { keys: 'k', label: 'app.shortcuts.previous', run: () => step(-1) },
    { keys: 'o', label: 'app.shortcuts.openRow', run: () => chosen.value && open(chosen.value) },
  ])
  return { chosen }
}
