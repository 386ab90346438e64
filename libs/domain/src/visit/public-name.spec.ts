import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { SECRECIES, SERVICES } from '../standard/service.js'
import { lobbyName, publicName } from './public-name.js'

test.each<[string, string | null]>([
  ['Dewi Lestari', 'Dewi'],
  ['Dr. Ir. H. Budi Santoso, M.Si.', 'Budi'],
  ['Hj. Siti Aminah', 'Siti'],
  ['drg. Ayu Kartika', 'Ayu'],
  ['Sukarno', null],
  ['Ibu Rahma', null],
  ['A. Wijaya', null],
  ['', null],
  ['Prof. Dr.', null],
])('%s is called %s', (name, called) => {
  expect(publicName(name)).toBe(called)
})

test('a screen never says the whole name', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[A-Za-z]{1,8}$/), { maxLength: 5 }), (words) => {
      const name = words.join(' ')
      const called = publicName(name)
      if (called !== null) {
        expect(words).toContain(called)
        expect(called.length).toBeLessThan(name.length)
      }
    }),
  )
})

test.each(SERVICES.flatMap((service) => SECRECIES.map((secrecy) => [service, secrecy] as const)))(
  '%s, %s: whether a name stands in the lobby',
  (service, secrecy) => {
    const open = service !== 'KODE_ETIK' && secrecy === 'biasa'
    expect(lobbyName({ service, secrecy, visitorName: 'Dewi Lestari' })).toBe(open ? 'Dewi' : null)
  },
)
