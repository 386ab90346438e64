import { expect, test } from '@jest/globals'
import { Vault, type Place } from './vault.js'

const place: Place = { table: 'party', column: 'name', rowId: '6f1c' }
const [first, second, other] = ['first', 'second', 'other'].map((name) => Buffer.from(`a secret of the ${name} year`)) as [
  Buffer,
  Buffer,
  Buffer,
]
const vault = new Vault(first)

test('what was sealed opens in its own place', () => {
  expect(vault.open(place, vault.seal(place, 'Ratna Wulandari'))).toBe('Ratna Wulandari')
})

test('the same value is sealed differently each time', () => {
  expect(vault.seal(place, 'Ratna')).not.toEqual(vault.seal(place, 'Ratna'))
})

test.each([
  ['another row', { ...place, rowId: '7a2d' }],
  ['another column', { ...place, column: 'phone' }],
  ['another table', { ...place, table: 'person' }],
])('a value moved to %s does not open', (_, elsewhere) => {
  expect(() => vault.open(elsewhere, vault.seal(place, 'Ratna'))).toThrow()
})

test('a touched value does not open', () => {
  const sealed = vault.seal(place, 'Ratna')
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
  expect(() => vault.open(place, sealed)).toThrow()
})

test('after a rotation old values open and new ones name the new key', () => {
  const old = vault.seal(place, 'Ratna')
  const rotated = new Vault(second, first)
  expect(rotated.open(place, old)).toBe('Ratna')
  expect(() => vault.open(place, rotated.seal(place, 'Ratna'))).toThrow('unknown key')
})

test('the blind index finds equal identities and tells kinds and keys apart', () => {
  const index = vault.blindIndex('nip', '19850101 201001 1 001')
  expect(vault.blindIndex('nip', '198501012010011001')).toEqual(index)
  expect(vault.blindIndex('nik', '198501012010011001')).not.toEqual(index)
  expect(new Vault(other).blindIndex('nip', '198501012010011001')).not.toEqual(index)
})
