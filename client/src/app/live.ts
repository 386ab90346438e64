import { onScopeDispose } from 'vue'
import { ChangesDocument, type ChangesSubscription } from '../generated/graphql.js'
import { retryNow, session, tell, useLiveState } from './live-wire.js'
import { refreshQueries } from './refresh.js'
import { client } from './urql.js'

export { useLiveState }

/** One message of the stream: which type it is stands in `__typename`. */
export type Change = ChangesSubscription['changes']

const listeners = new Set<(change: Change) => void>()

/** Hears every change, after the cache has taken it in, for as long as the component or scope lives. */
export function onChange(listener: (change: Change) => void): void {
  listeners.add(listener)
  onScopeDispose(() => listeners.delete(listener))
}

let stop: (() => void) | null = null
let again: ReturnType<typeof setTimeout> | undefined

function subscribe(): void {
  const { unsubscribe } = client.subscription(ChangesDocument, {}).subscribe(({ data, error }) => {
    if (data) {
      tell({ type: 'change', typename: data.changes.__typename, cursor: data.changes.cursor })
      if (data.changes.__typename === 'Reset') refreshQueries()
      listeners.forEach((hear) => hear(data.changes))
    }
    if (error) restart()
  })
  stop = unsubscribe
}

/** The server ended the subscription though the socket may live: ask again from where we were. */
function restart(): void {
  stop?.()
  stop = null
  tell({ type: 'closed', code: 1011 })
  clearTimeout(again)
  again = setTimeout(subscribe, session.wait())
}

/** Opens the one stream of changes of this console, from the cursor the first snapshot was taken at. */
export function startLive(cursor: string): void {
  session.cursor = cursor
  if (stop) return
  subscribe()
  window.addEventListener('offline', () => tell({ type: 'left_network' }))
  window.addEventListener('online', retryNow)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && retryNow())
}

/** Goes on from the last cursor after `stopLive`. */
export function resumeLive(): void {
  if (!stop) subscribe()
}

export function stopLive(): void {
  clearTimeout(again)
  stop?.()
  stop = null
}
