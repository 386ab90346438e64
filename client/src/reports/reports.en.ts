import type { TwinOf } from '../app/words.js'
import type indonesian from './reports.id.js'

const words: TwinOf<typeof indonesian> = {
  title: 'Service standards kept',
  subtitle: 'Every sentence of the service standards, the rule that carries it out, the tests that prove it, and how it was kept.',
  service: 'Service',
  allServices: 'All services',
  year: 'Year received',
  allYears: 'All years',
  only: 'Show',
  everything: 'All clauses',
  broken: 'Broken at least once',
  unproved: 'Without rule or test',
  tiles: 'Summary',
  commitments: 'Clauses',
  proved: 'With rule and test',
  promisesKept: 'Time promises kept',
  promisesBroken: 'Time promises broken',
  commitment: 'Clause',
  rule: 'Rule',
  tests: 'Tests',
  kept: 'Kept',
  rate: '{rate} of {n}',
  count: '{n} times',
  running: '{n} running',
  nothing: 'None yet',
  notMeasured: 'Not counted',
  noRule: 'No rule yet',
  noTest: 'No test yet',
  testCount: '{n} test | {n} tests',
  lateCases: '{n} past due',
  showCases: 'Open {n} cases past due: {what}',
  empty: 'No clause matches',
  emptyText: 'Loosen the filters above.',
  at: 'As of {at}',
}

export default words
