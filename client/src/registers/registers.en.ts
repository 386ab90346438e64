import type { TwinOf } from '../app/words.js'
import type id from './registers.id.js'

const words: TwinOf<typeof id> = {
  year: 'Year',
  agenda: {
    title: 'Agenda register',
    subtitle: 'Incoming letters by agenda number, one sequence a year.',
    list: 'Register of incoming letters',
    number: 'Agenda',
    received: 'Received',
    letter: 'Letter number and date',
    sender: 'Sender',
    subject: 'Subject',
    service: 'Service',
    stage: 'Stage',
    empty: 'No incoming letters this year yet',
    noLetter: 'No number',
  },
  numbers: {
    title: 'Number register',
    subtitle: 'Numbers of outgoing letters, without gaps per series and year.',
    list: 'Register of outgoing letter numbers',
    number: 'Letter number',
    sequence: 'No.',
    at: 'Date',
    addressee: 'To',
    subject: 'Subject',
    status: 'Status',
    empty: 'No number issued this year yet',
    state: { reserved: 'Reserved', issued: 'Issued', void: 'Void' },
    voidAsked: 'Voiding asked for',
    voidedBy: 'Asked by {asked}, consented by {by}, {at}',
  },
  outbox: {
    title: 'Outbox',
    subtitle: 'E-mails the system sends, and how they fare.',
    list: 'Outgoing e-mails',
    to: 'To',
    toHidden: 'A sealed reporter',
    subject: 'Subject',
    status: 'State',
    attempts: 'Attempts',
    at: 'Time',
    empty: 'No e-mails yet',
    confidential: 'The text is not shown because it is confidential.',
    read: 'Read the text',
    jobs: {
      title: 'Work the system has given up',
      text: 'It was tried several times and is not tried again. Look into the cause with whoever runs the system.',
      line: '{n} attempts, {at}',
    },
    messageId: 'Message identifier',
    error: 'Last error',
    state: { pending: 'Waiting', sending: 'Sending', sent: 'Sent', uncertain: 'Uncertain', failed: 'Failed', delivered: 'Received' },
  },
}

export default words
