import { AGENCIES } from './agencies.data.js'
import { PROVINCES } from './data/regions.data.js'
import { UNDERDEVELOPED_REGIONS } from './data/underdeveloped.data.js'

const named = (code: string) => AGENCIES.find((agency) => agency.code === code)

test.each([
  ['kementerian', 48],
  ['lembaga', 14],
  ['provinsi', 38],
  ['kabupaten', 416],
  ['kota', 98],
])('%s: %i', (kind, count) => {
  expect(AGENCIES.filter((agency) => agency.kind === kind)).toHaveLength(count)
})

test.each([
  ['KEM-09', 'Kementerian Dalam Negeri', undefined],
  ['LBG-BKN', 'Badan Kepegawaian Negara', undefined],
  ['51', 'Pemerintah Provinsi Bali', undefined],
  ['31', 'Pemerintah Provinsi DKI Jakarta', undefined],
  ['34', 'Pemerintah Daerah Daerah Istimewa Yogyakarta', undefined],
  ['34.04', 'Pemerintah Kabupaten Sleman', 'Daerah Istimewa Yogyakarta'],
  ['31.74', 'Pemerintah Kota Administrasi Jakarta Selatan', 'DKI Jakarta'],
  ['73.10', 'Pemerintah Kabupaten Pangkajene dan Kepulauan', 'Sulawesi Selatan'],
])('%s is %s', (code, name, province) => {
  expect(named(code)).toMatchObject({ name })
  expect(named(code)?.province).toBe(province)
})

test('codes and names are used once', () => {
  expect(new Set(AGENCIES.map((agency) => agency.code)).size).toBe(AGENCIES.length)
  expect(new Set(AGENCIES.map((agency) => agency.name)).size).toBe(AGENCIES.length)
})

test('a region lies in the province its code begins with', () => {
  for (const province of PROVINCES) for (const [code] of province.regencies) expect(code.slice(0, 2)).toBe(province.code)
})

test('the 62 daerah tertinggal are marked, under the names of the decree', () => {
  expect(AGENCIES.filter((agency) => agency.underdeveloped)).toHaveLength(62)
  for (const [code, name] of UNDERDEVELOPED_REGIONS) expect(named(code)).toMatchObject({ name: `Pemerintah ${name}`, underdeveloped: true })
})
