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
    dispose: 'Awaits your disposition',
    assigned: 'A case was assigned to you',
    returned: 'A case was returned to you',
    caseWithdrawn: 'A case was withdrawn',
    closed: 'A case was closed',
    copy: 'A copy of a disposition for you',
    done: 'Your disposition was carried out',
    withdrawn: 'A disposition was withdrawn',
    review: 'A letter awaits your review',
    issue: 'A letter is ready to be numbered',
    deliver: 'A letter is ready to be delivered',
    letterReturned: 'A draft was returned to you',
    approved: 'Your draft was approved',
    issued: 'Your letter was issued',
    delivered: 'Your letter was delivered',
    comment: 'New comment on a letter',
    commentResolved: 'Your comment on a letter was resolved',
    commentReopened: 'Your comment on a letter was opened again',
    voidAsked: 'Voiding a number awaits your consent',
    voided: 'The number of a letter was voided',
    voidDeclined: 'Voiding a number was declined',
    letterWithdrawn: 'A letter was withdrawn',
    atRisk: 'A due date is near',
    late: 'A due date has passed',
    other: 'Something changed',
  },
}

export default words
