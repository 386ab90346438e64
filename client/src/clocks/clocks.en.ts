import type { TwinOf } from '../app/words.js'
import type words from './clocks.id.js'

export default {
  none: 'No time limit applies',
  noneHint: 'The standard of this service sets no limit for this channel.',
  due: 'Due',
  noDue: 'No due date yet',
  started: 'Started',
  notStarted: 'Not started',
  stopped: 'Met',
  limit: 'Limit',
  clause: 'Source',
  calendar: 'Working calendar {version}',
  show: 'Show how the days are counted',
  hide: 'Hide how the days are counted',
  days: 'Counting of {label}',
  date: 'Date',
  count: 'Count',
  counted: 'counted',
  skipped: 'skipped',
  minutes: '{n} minutes',
  closedDay: 'The limit ends on a day the office is closed; the date stands.',
  undecreed: 'The holidays of that year have not been decreed; the date may move.',
  limitNotSet: 'The standard leaves the limit to be set; it has not been set.',
  explain: 'There is no explanation yet.',
} satisfies TwinOf<typeof words>
