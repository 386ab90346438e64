import type { TwinOf } from '../app/words.js'
import type words from './amend.id.js'

export default {
  title: 'Correct registration {number}',
  lead: 'Corrections are kept in the history of the case.',
  fixed: 'Service, channel and time of receipt stay: the service periods are already counted from them.',
  returned: 'Returned by {who}',
  overtaken: 'Somebody else has just changed this registration. Your changes are not saved yet.',
  takeOver: 'Load the newest state',
  closed: 'This registration can no longer be corrected',
  save: 'Save the correction',
  saving: 'Saving…',
  notSaved: 'The correction is not saved. What you typed is still here.',
  shortcuts: 'Ctrl + Enter saves.',
  cancel: 'Cancel',
  leave: 'The correction is not saved and will be lost. Leave this page?',
  unchanged: 'Nothing has been changed yet.',
  saved: 'Registration corrected.',
  filesHint: 'No attachments yet. | The attachment already there stays. | The {n} attachments already there stay.',
  back: 'Back to the case',
} satisfies TwinOf<typeof words>
