import { choiceOf, filterOf, NO_CHOICE, queryOf, type Choice } from './caseFilter.js'

test.each<[string, Partial<Choice>, Record<string, string>]>([
  ['nothing chosen', {}, {}],
  ['a search and a stage', { search: 'mutasi', stage: 'closed' }, { cari: 'mutasi', tahap: 'closed' }],
  ['those of one desk', { holder: 'p1' }, { pemegang: 'p1' }],
  ['everything, by number', { everything: true, sort: 'agenda' }, { cakupan: 'semua', urut: 'agenda' }],
  ['late ones of a unit this year', { standing: 'late', unit: 'u1', year: '2026' }, { tenggat: 'late', unit: 'u1', tahun: '2026' }],
])('%s goes into the address and comes back', (_, chosen, query) => {
  const choice = { ...NO_CHOICE, ...chosen }
  expect(queryOf(choice)).toEqual(query)
  expect(choiceOf(query)).toEqual(choice)
})

test('what the address says wrongly counts as any', () => {
  expect(choiceOf({ tahap: 'nowhere', sifat: ['segera'], tahun: 'x', urut: 'random' })).toEqual(NO_CHOICE)
})

test.each<[Partial<Choice>, boolean | null]>([
  [{}, true],
  [{ everything: true }, null],
  [{ stage: 'closed' }, null],
  [{ stage: 'assigned' }, true],
])('with %p finished cases are left out: %p', (chosen, open) => {
  expect(filterOf({ ...NO_CHOICE, ...chosen }).open).toBe(open)
})
