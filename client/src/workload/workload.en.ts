import type { TwinOf } from '../app/words.js'
import type id from './workload.id.js'

const words: TwinOf<typeof id> = {
  title: 'Workload',
  subtitle: 'Open cases: who holds what, and what is running out of time.',
  unit: 'Unit',
  allUnits: 'All units',
  at: 'As of {at}',
  tiles: 'Summary',
  open: 'Open',
  onTime: 'On time',
  atRisk: 'At risk',
  late: 'Late',
  closed: 'Closed this month',
  people: 'By holder',
  peopleHint: 'A number opens the list of its cases.',
  services: 'By service',
  person: 'Holder',
  service: 'Service',
  withUnit: 'With the unit',
  assigned: 'With the assistant',
  inProcess: 'In process',
  answered: 'Answered',
  oldest: 'Oldest',
  none: '–',
  chart: 'Load by holder',
  chartAria: 'Bar chart: the open cases of every holder, divided into on time, at risk and late. The numbers are those of the table below.',
  drill: '{n} cases {what}, {who}',
  vacant: 'Vacant post',
  empty: 'No open cases yet',
  emptyText: 'As soon as a case is disposed, its load appears here.',
}

export default words
