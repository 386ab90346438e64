import { onScopeDispose, ref, shallowRef } from 'vue'
import type { VisitState } from '@domain'

/** A line of the queue as a screen is told it: this is all that ever reaches one. */
export interface ScreenLine {
  readonly queueNumber: number
  readonly firstName: string | null
  readonly since: string
  readonly state: VisitState
  readonly room: string | null
}

type Told = { readonly paired: true; readonly name: string } | { readonly paired: false; readonly code: string; readonly expiresAt: string }

/** connecting: nothing known yet, or the server cannot be reached; asking: shows a code; paired: shows the queue. */
export type Standing = { readonly kind: 'connecting' } | { readonly kind: 'asking'; readonly code: string } | { readonly kind: 'paired' }

const ASK_EVERY_MS = 2_500

/** A screen of the lobby: asks who it is until the front office has paired it, then follows the queue until it is cut off. It holds no session. */
export function useLobbyScreen(onLines: (lines: readonly ScreenLine[]) => void) {
  const standing = shallowRef<Standing>({ kind: 'connecting' })
  /** The queue on the screen may be old. */
  const interrupted = ref(false)
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let over = false

  const again = () => {
    source?.close()
    source = undefined
    if (over) return
    clearTimeout(timer)
    timer = setTimeout(() => void present(), ASK_EVERY_MS)
  }

  async function present(): Promise<void> {
    const answer = await fetch('/display', { method: 'POST', headers: { 'X-Requested-By': 'tanggap-display' } }).catch(() => null)
    const told = answer?.ok ? ((await answer.json()) as Told) : null
    if (over) return
    if (told?.paired) return follow()
    if (told) standing.value = { kind: 'asking', code: told.code }
    interrupted.value = told === null
    again()
  }

  function follow(): void {
    source = new EventSource('/display/lines')
    source.onmessage = ({ data }) => {
      standing.value = { kind: 'paired' }
      interrupted.value = false
      onLines(JSON.parse(String(data)) as ScreenLine[])
    }
    source.addEventListener('over', () => {
      standing.value = { kind: 'connecting' }
      onLines([])
      again()
    })
    source.onerror = () => {
      interrupted.value = true
      if (source?.readyState === EventSource.CLOSED) again()
    }
  }

  onScopeDispose(() => {
    over = true
    clearTimeout(timer)
    source?.close()
  })
  void present()
  return { standing, interrupted }
}
