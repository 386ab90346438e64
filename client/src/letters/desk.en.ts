import type { TwinOf } from '../app/words.js'
import type id from './desk.id.js'

const words: TwinOf<typeof id> = {
  title: 'Approval desk',
  subtitle: 'Letters that wait for your review or approval.',
  list: 'Waiting letters',
  empty: 'Your desk is clear',
  emptyText: 'New letters for you will appear here by themselves.',
  choose: 'Choose a letter on the left.',
  arrived: 'New letter: {subject}',
  back: 'Back to the list',
  drafted: 'Drafted by {name}',
  passed: 'Passed by {names}',
  nobody: 'Nobody has reviewed it yet',
  since: 'waiting since {at}',
  openPage: 'Open the page of the letter',
  more: 'Way, remarks and versions',
  position: '{at} of {total}',
  shortcuts: { judge: 'Approve or pass the letter', return: 'Return the letter', pdf: 'PDF preview' },
  hint: 'j and k move, a approves or passes on, r returns',
  vanished: 'This letter no longer waits for you.',
}

export default words
