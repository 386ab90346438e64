import { drillTo } from './drill.js'

test.each([
  [{ holder: 'p1', unit: 'u1' }, { pemegang: 'p1' }],
  [
    { holder: 'p1', standing: 'late' as const },
    { pemegang: 'p1', tenggat: 'late' },
  ],
  [
    { unit: 'u1', service: 'MERIT' as const, standing: 'at_risk' as const },
    { unit: 'u1', layanan: 'MERIT', tenggat: 'at_risk' },
  ],
  [{ unit: null, stage: 'answered' as const }, { tahap: 'answered' }],
])('%j leads to the list with %j', (wanted, query) => {
  expect(drillTo(wanted)).toEqual({ path: '/perkara', query })
})
