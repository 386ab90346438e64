import fc from 'fast-check'
import { doc, field, heading, item, numbered, p, table, text } from '../../specimens/body.js'
import { canonicalJson } from './canonical-json.js'
import { sha256Hex } from './sha256.js'
import { fieldKeysOf, textOf } from './text-of.js'

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, shuffled(member)]),
  )
}

describe('canonicalJson', () => {
  test('does not depend on the order in which members were written, and says the same as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test.each<[unknown, string]>([
    [{ b: 1, a: [true, null, undefined] }, '{"a":[true,null,null],"b":1}'],
    [{ b: undefined, a: 'é"\n' }, '{"a":"é\\"\\n"}'],
    [{ at: new Date('2026-11-23T00:00:00Z') }, '{"at":"2026-11-23T00:00:00.000Z"}'],
  ])('%j', (value, expected) => expect(canonicalJson(value)).toBe(expected))

  test.each([Number.NaN, Infinity, 1n, undefined, () => 1])('%p has no canonical JSON', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  test('a value that contains itself is refused', () => {
    const loop: Record<string, unknown> = {}
    loop['self'] = loop
    expect(() => canonicalJson(loop)).toThrow('contains itself')
  })
})

test('sha256Hex reads a text as UTF-8', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256Hex(new TextEncoder().encode('é'))).toBe(sha256Hex('é'))
})

describe('the words of a body', () => {
  const body = doc(
    heading(1, 'Dasar'),
    p('Surat Nomor ', field('nomor'), text(' segera', 'bold'), { type: 'hardBreak' }, field('pemohon.nama')),
    p(),
    numbered(item(p('satu'), numbered(item(p('dua'))))),
    table(['No.', 'Jabatan'], ['1.', 'Inspektur']),
  )

  test('are one block per line', () => {
    expect(textOf(body, { nomor: '12' })).toBe('Dasar\nSurat Nomor 12 segera\n{pemohon.nama}\nsatu\ndua\nNo.\tJabatan\n1.\tInspektur')
  })

  test('name their merge fields once, sorted', () => {
    expect(fieldKeysOf(doc(p(field('b'), field('a')), ...(body.content ?? []), p(field('b'))))).toEqual(['a', 'b', 'nomor', 'pemohon.nama'])
  })

  test('take no value from the prototype of the fields', () => {
    expect(textOf(doc(p(field('constructor'))), {})).toBe('{constructor}')
  })
})
