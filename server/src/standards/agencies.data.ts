import { INSTITUTIONS, MINISTRIES } from './data/central-agencies.data.js'
import { PROVINCES } from './data/regions.data.js'
import { UNDERDEVELOPED_REGIONS } from './data/underdeveloped.data.js'

export type AgencyKind = 'kementerian' | 'lembaga' | 'provinsi' | 'kabupaten' | 'kota'

/** A government agency a request can come from or concern. */
export interface AgencyData {
  /** 'KEM-09' for a ministry, 'LBG-BKN' for an institution, the Kemendagri code for a region ('34', '34.04'). */
  readonly code: string
  readonly name: string
  readonly kind: AgencyKind
  /** The province a kabupaten or kota lies in. */
  readonly province?: string
  /** Listed as daerah tertinggal, hence exempt from the five working days of the JPT standard. */
  readonly underdeveloped: boolean
}

const underdevelopedCodes = new Set(UNDERDEVELOPED_REGIONS.map(([code]) => code))

/** Yogyakarta is governed by a "Pemerintah Daerah" (UU 13/2012), every other province by a "Pemerintah Provinsi". */
const provinceGovernment = (name: string) =>
  name.startsWith('Daerah Istimewa') ? `Pemerintah Daerah ${name}` : `Pemerintah Provinsi ${name}`

/** What a new installation offers in the agency picker. */
export const AGENCIES: readonly AgencyData[] = [
  ...MINISTRIES.map((name, index) => ({
    code: `KEM-${String(index + 1).padStart(2, '0')}`,
    name,
    kind: 'kementerian' as const,
    underdeveloped: false,
  })),
  ...INSTITUTIONS.map(([abbreviation, name]) => ({ code: `LBG-${abbreviation}`, name, kind: 'lembaga' as const, underdeveloped: false })),
  ...PROVINCES.flatMap((province) => [
    { code: province.code, name: provinceGovernment(province.name), kind: 'provinsi' as const, underdeveloped: false },
    ...province.regencies.map(([code, name]) => ({
      code,
      name: `Pemerintah ${name}`,
      kind: name.startsWith('Kota ') ? ('kota' as const) : ('kabupaten' as const),
      province: province.name,
      underdeveloped: underdevelopedCodes.has(code),
    })),
  ]),
]
