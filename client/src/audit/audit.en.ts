import type { TwinOf } from '../app/words.js'
import type id from './audit.id.js'

const words: TwinOf<typeof id> = {
  title: 'Audit trail',
  subtitle: 'Every act, in order and chained. This record cannot be changed.',
  list: 'Audit trail',
  offset: 'Order',
  at: 'Time',
  actor: 'By',
  kind: 'Event',
  subject: 'Subject',
  hash: 'Chain hash',
  code: 'Code and subject',
  detail: 'Details',
  noDetail: 'No details.',
  show: 'Show details of number {number}',
  system: 'System',
  empty: 'No events yet',
}

export default words
