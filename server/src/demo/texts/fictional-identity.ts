import type { DemoAgency } from './matter.js'
import type { DemoName } from './names.js'

const padded = (value: number, digits: number): string => String(value).padStart(digits, '0')

/** A NIK in a region that does not exist (prefix 99); women add 40 to the day of birth. */
export function fictionalNik(person: DemoName, index: number): string {
  const day = Number(person.born.slice(6, 8)) + (person.sex === 2 ? 40 : 0)
  return `9901${padded((index % 40) + 1, 2)}${padded(day, 2)}${person.born.slice(4, 6)}${person.born.slice(2, 4)}${padded((index % 9000) + 1, 4)}`
}

/** A NIP with the person's birth date and sex, appointed in a March 24 years later, with a serial no registry has reached. */
export const fictionalNip = (person: DemoName, index: number): string =>
  `${person.born}${Number(person.born.slice(0, 4)) + 24}03${person.sex}${padded(900 + (index % 100), 3)}`

/** A number in a block that is not given out. */
export const phoneOf = (index: number): string => `0800-0555-${padded(index % 10_000, 4)}`

/** An address under a domain reserved for examples. */
export const emailOf = (name: string): string =>
  `${name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
    .slice(0, 50)
    .replace(/\.+$/, '')}@surat.example`

const STREETS = ['Jl. Kenanga', 'Jl. Flamboyan', 'Jl. Merdeka Timur', 'Jl. Pelita Harapan', 'Jl. Cendrawasih', 'Jl. Gotong Royong'] as const

export const postalAddressOf = (agency: DemoAgency, index: number): string =>
  `${STREETS[index % STREETS.length] ?? STREETS[0]} No. ${(index % 87) + 3}, ${agency.kind === 'ministry' || agency.kind === 'institution' ? 'Jakarta' : agency.region}`
