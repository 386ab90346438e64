import type { ClockRule } from '../clock/rules.js'
import { CLOCK_RULES } from '../clock/standard-rules.js'
import type { Service } from './service.js'
import type { Standard } from './standard.js'
import { standardOf } from './standards.js'

/** One version of a standard in full: the printed page and the clocks that count its promises. */
export interface StandardDocument extends Standard {
  readonly clocks: readonly ClockRule[]
}

/** The number of the version that came with the product: the printed standards of Peraturan Ketua KASN Nomor 3 Tahun 2022. */
export const PUBLISHED_NUMBER = 1

/** The published page of a service with its clocks. */
export const publishedDocument = (service: Service): StandardDocument => ({
  ...standardOf(service),
  clocks: CLOCK_RULES.filter((rule) => rule.service === service),
})

/** A stored version as a document. The published one is read from the code; what a later one does not say is as published. */
export const readDocument = (service: Service, number: number, stored: Partial<StandardDocument>): StandardDocument =>
  number === PUBLISHED_NUMBER ? publishedDocument(service) : { ...publishedDocument(service), ...stored }
