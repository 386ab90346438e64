import type { Viewer } from '@domain'
import type { LoggedEvent } from '../event-log/logged-event.js'
import { canonicalJson } from '../json.js'
import type { LiveSocket } from './live-socket.js'

/** Whether an event may end a socket's session, or change what its person may see (rule 17). */
export function isTouched({ kind, subjectId, detail }: LoggedEvent, { sessionId, viewer }: LiveSocket): boolean {
  if (kind === 'position.changed' || kind === 'unit.changed') return true
  if (kind !== 'person.changed' && kind !== 'session.ended') return false
  return subjectId === viewer.id || subjectId === sessionId || detail?.['personId'] === viewer.id
}

/** Whether a person holds other posts, or bears another name, than before. */
export const isAnother = (before: Viewer, after: Viewer): boolean => canonicalJson(before) !== canonicalJson(after)
