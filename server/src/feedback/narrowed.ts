import type { SqlPart } from '../platform/where-allowed.js'
import type { FeedbackFilter } from './feedback-input.js'

/** The conditions of a filter over `feedback f`. */
export function narrowed({ states, service, general, channelKind, kind }: FeedbackFilter): SqlPart[] {
  const equal = (column: string, value: string | null | undefined): SqlPart[] =>
    value ? [{ sql: `f.${column} = $1`, params: [value] }] : []
  return [
    ...(states && states.length > 0 ? [{ sql: 'f.state = ANY ($1)', params: [states] }] : []),
    ...(general ? [{ sql: 'f.service IS NULL', params: [] }] : equal('service', service)),
    ...equal('channel_kind', channelKind),
    ...equal('kind', kind),
  ]
}
