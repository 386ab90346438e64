import type { TwinOf } from '../app/words.js'
import type id from './notices.id.js'

const words: TwinOf<typeof id> = {
  open: 'Notifications',
  openUnread: 'Notifications, {n} unread',
  title: 'Notifications',
  markAll: 'Mark all read',
  unread: 'Unread',
  empty: 'No notifications yet',
  emptyText: 'What becomes yours, is returned to you, or falls due will appear here.',
  byActor: 'by {name}',
  kind: {
    task: 'New work for you',
    disposition: 'Disposition for you',
    copy: 'Copy of a disposition for you',
    returned: 'Returned to you',
    review: 'A letter awaits your review',
    approved: 'Your letter was approved',
    issued: 'Letter issued',
    delivered: 'Letter delivered',
    withdrawn: 'Disposition or letter withdrawn',
    at_risk: 'Due date is near',
    late: 'Due date has passed',
    comment: 'New comment on your letter',
    other: 'Something changed',
  },
}

export default words
