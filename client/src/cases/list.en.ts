import type { TwinOf } from '../app/words.js'
import type id from './list.id.js'

const words: TwinOf<typeof id> = {
  title: 'Cases',
  subtitle: 'Every request you may see.',
  search: 'Search agenda number, letter number, sender or subject',
  register: 'Register a letter',
  stage: 'Stage',
  service: 'Service',
  unit: 'Unit',
  urgency: 'Urgency',
  standing: 'Standing',
  year: 'Year',
  sort: 'Sort by',
  anyStage: 'All stages',
  anyService: 'All services',
  anyUnit: 'All units',
  anyUrgency: 'All urgencies',
  anyStanding: 'All standings',
  anyYear: 'All years',
  scope: 'Scope',
  open: 'Open',
  all: 'All',
  sorting: { due: 'Due first', received: 'Last received', agenda: 'Agenda number' },
  columns: { agenda: 'Agenda', subject: 'Subject', sender: 'Sender', stage: 'Stage', holder: 'With', due: 'Due', received: 'Received' },
  list: 'List of cases',
  heldBy: 'Held by: {who}',
  dropHolder: 'Remove the filter on {who}',
  clearFilters: 'Clear filters',
  filters: 'Filters',
  empty: 'No cases yet',
  emptyText: 'Cases you are responsible for will appear here.',
  noMatch: 'No case matches',
  noMatchText: 'Change the search or clear the filters.',
  registry: 'Secretariat',
}

export default words
