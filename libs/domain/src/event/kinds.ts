/** Everything that can be announced. A feature that needs another fact adds it here; the log keeps the word for ever, so none is renamed. */
export const EVENT_KINDS = [
  'case.registered',
  'case.amended',
  'case.handed_over',
  'case.disposed',
  'case.decided',
  'case.returned',
  'case.attached',
  'case.answered',
  'case.closed',
  'case.withdrawn',
  'disposition.sent',
  'disposition.read',
  'disposition.accepted',
  'disposition.done',
  'disposition.returned',
  'disposition.withdrawn',
  'disposition.superseded',
  'letter.drafted',
  'letter.saved',
  'letter.submitted',
  'letter.passed',
  'letter.approved',
  'letter.returned',
  'letter.recalled',
  'letter.issued',
  'letter.rendered',
  'letter.delivered',
  'letter.withdrawn',
  'letter.commented',
  'delivery.changed',
  'clock.started',
  'clock.stopped',
  'clock.at_risk',
  'clock.late',
  'task.opened',
  'task.closed',
  'file.added',
  'file.removed',
  'notice.created',
  'person.changed',
  'position.changed',
  'unit.changed',
  'session.ended',
] as const

export type EventKind = (typeof EVENT_KINDS)[number]

type Family<K extends string> = K extends `${infer F}.${string}` ? F : never

/** One kind, or a whole family of kinds: `letter.*`. */
export type EventPattern = EventKind | `${Family<EventKind>}.*`

/** Whether a kind belongs to a pattern. */
export const kindMatches = (kind: EventKind, pattern: EventPattern): boolean =>
  pattern.endsWith('.*') ? kind.startsWith(pattern.slice(0, -1)) : kind === pattern
