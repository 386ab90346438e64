import type { TwinOf } from '../app/words.js'
import type id from './inbox.id.js'

const words: TwinOf<typeof id> = {
  title: 'Inbox',
  subtitle: 'The work that waits for you, the most urgent first.',
  all: 'All',
  kinds: 'Kinds of work',
  kind: {
    complete_registration: 'Complete registration',
    dispose: 'Disposition',
    decide: 'Assess',
    draft: 'Draft letter',
    revise: 'Revise letter',
    review: 'Review letter',
    issue: 'Issue letter',
    deliver: 'Deliver letter',
    consent_void: 'Void a number',
    approve_clock: 'Time limit',
    reassign: 'Change of handler',
  },
  todo: {
    complete_registration: 'Check completeness and hand over to leadership',
    dispose: 'Give a disposition',
    decide: 'Decide whether it can be processed',
    draft: 'Draft the letter',
    revise: 'Revise the returned draft',
    review: 'Review or approve the draft',
    issue: 'Number and issue it',
    deliver: 'Deliver it and record the proof',
    consent_void: 'Consent to voiding its number, or decline',
    approve_clock: 'Consent to the request about the time limit, or decline',
    reassign: 'Choose another handler: the present one has a conflict of interest',
  },
  empty: 'Nothing waits for you',
  emptyText: 'New work will appear here by itself.',
  emptyKind: 'No work of this kind',
  late: '{n} late',
  atRisk: '{n} at risk',
  columns: { agenda: 'Agenda', subject: 'Subject', sender: 'Sender', todo: 'What to do', due: 'Due' },
  list: 'List of work',
  arrived: 'New work: {subject}',
  points: {
    title: '{total} recommendation point overdue at the PPK | {total} recommendation points overdue at the PPK',
    line: 'Point {n}, case {number} · {ppk}',
    since: 'since {at}',
    all: 'Show all',
  },
  shortcut: 'j and k move between rows, Enter opens',
}

export default words
