import type { PressLetterhead, PressMarking } from '@press'
import { LETTERHEAD_TEXT, type Secrecy } from '@domain'

/** A neutral emblem, an open letter in a ring: the state's arms belong to real offices. */
const EMBLEM = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><circle cx="48" cy="48" r="45" fill="none" stroke="#123f6b" stroke-width="3"/><circle cx="48" cy="48" r="39.5" fill="none" stroke="#c79a2b" stroke-width="1.5"/><path d="M22 44 48 25l26 19v26H22z" fill="#123f6b"/><path d="M29 41h38v12L48 65 29 53z" fill="#fff"/><path d="M36 46h24M36 51h24" stroke="#c79a2b" stroke-width="2.2"/><path d="M22 47l26 17 26-17" fill="none" stroke="#fff" stroke-width="2"/></svg>`

const { place, ...TEXT } = LETTERHEAD_TEXT

/** The head of everything that is printed. */
export const LETTERHEAD: PressLetterhead = { ...TEXT, emblemSvg: EMBLEM, emblemAlt: `Lambang ${TEXT.organisation}` }

/** Where letters are dated. */
export const PLACE = place

/** What may be said of the signature as long as no certified one is made. */
export const SIMULATION = 'Simulasi – bukan tanda tangan elektronik tersertifikasi.'

/** What is stamped on a paper of this security class. */
export const MARKING: Readonly<Record<Secrecy, PressMarking | null>> = {
  biasa: null,
  terbatas: 'TERBATAS',
  rahasia: 'RAHASIA',
  sangat_rahasia: 'SANGAT RAHASIA',
}
