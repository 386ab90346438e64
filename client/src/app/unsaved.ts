import { onScopeDispose } from 'vue'

const watched = new Set<() => boolean>()

/** Whether something typed on this screen would be lost by leaving it. */
export const hasUnsaved = (): boolean => [...watched].some((unsaved) => unsaved())

const warn = (event: BeforeUnloadEvent) => {
  if (hasUnsaved()) event.preventDefault()
}

/** Guards what is typed for as long as the component lives: the browser asks before closing, and a session that ends is renewed on top of it. */
export function guardUnsaved(unsaved: () => boolean): void {
  if (watched.size === 0) addEventListener('beforeunload', warn)
  watched.add(unsaved)
  onScopeDispose(() => {
    watched.delete(unsaved)
    if (watched.size === 0) removeEventListener('beforeunload', warn)
  })
}
