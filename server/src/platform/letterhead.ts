import type { PressMarking } from '@press'
import type { Secrecy } from '@domain'

/** What may be said of the signature as long as no certified one is made. */
export const SIMULATION = 'Simulasi – bukan tanda tangan elektronik tersertifikasi.'

/** What is stamped on a paper of this security class. */
export const MARKING: Readonly<Record<Secrecy, PressMarking | null>> = {
  biasa: null,
  terbatas: 'TERBATAS',
  rahasia: 'RAHASIA',
  sangat_rahasia: 'SANGAT RAHASIA',
}
