import { onScopeDispose, shallowReactive } from 'vue'
import type { WordKey } from './words.js'

export interface Shortcut {
  /** A key, or two in a row: 'j', '/', '?', 'g i', 'mod+k' (Ctrl, or Cmd on a Mac). */
  readonly keys: string
  /** What it does, for the help. */
  readonly label: WordKey
  readonly run: () => void
}

const SEQUENCE_MS = 900

/** Shortcuts that work now, in the order they were added. */
export const shortcuts = shallowReactive(new Set<Shortcut>())

/** Adds shortcuts for as long as the component lives. */
export function useShortcuts(wanted: readonly Shortcut[]): void {
  wanted.forEach((shortcut) => shortcuts.add(shortcut))
  onScopeDispose(() => wanted.forEach((shortcut) => shortcuts.delete(shortcut)))
}

let first = ''
let firstAt = 0

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** The name of a key press as shortcuts write it. */
export const nameOf = (event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): string =>
  `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || event.isComposing) return
  const pressed = nameOf(event)
  const combined = pressed.startsWith('mod+')
  if (!combined && (typing(event.target) || document.querySelector('[role=dialog][aria-modal=true],dialog[open]'))) return

  const sequence = event.timeStamp - firstAt < SEQUENCE_MS ? `${first} ${pressed}` : pressed
  const known = [...shortcuts].reverse()
  const found = known.find(({ keys }) => keys === sequence) ?? known.find(({ keys }) => keys === pressed)
  first = pressed
  firstAt = event.timeStamp
  if (!found) return
  event.preventDefault()
  first = ''
  found.run()
}

/** Listens to the keyboard of the whole console; called once. */
export const startShortcuts = (): void => window.addEventListener('keydown', onKey)
