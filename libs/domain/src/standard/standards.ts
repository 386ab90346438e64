import { JPT } from './jpt.js'
import { KODE_ETIK } from './kode-etik.js'
import { MEDLIN } from './medlin.js'
import { MERIT } from './merit.js'
import { NETRALITAS } from './netralitas.js'
import { CHANNELS, type Channel, type LetterKind, type SenderKind, type Service } from './service.js'
import type { IdentityDemands, Product, PublishedPromise, Requirement, Standard } from './standard.js'

/** The five standards in force. */
export const STANDARDS: Readonly<Record<Service, Standard>> = { MEDLIN, MERIT, NETRALITAS, KODE_ETIK, JPT }

export const standardOf = (service: Service): Standard => STANDARDS[service]

/** A standard as published, or the version of it that is given. */
const versionOf = (of: Service | Standard): Standard => (typeof of === 'string' ? standardOf(of) : of)

/** A letter is accepted whatever carries it, also where the standard prints only the postal address. */
const CARRIES_A_LETTER: readonly Channel[] = ['counter', 'post', 'email', 'portal']

const publishes = (standard: Standard, channel: Channel): boolean => standard.channels.some((known) => known.channel === channel)

/** The published channel whose clauses govern what came through this one: itself, or the letter by post. */
const governing = (standard: Standard, channel: Channel): Channel =>
  !publishes(standard, channel) && CARRIES_A_LETTER.includes(channel) ? 'post' : channel

/** The channels through which a request for this service may be registered: the published ones and every carrier of a letter. */
export function acceptedChannels(of: Service | Standard): Channel[] {
  const standard = versionOf(of)
  return CHANNELS.filter((channel) => CARRIES_A_LETTER.includes(channel) || publishes(standard, channel))
}

/** The checklist for one request, in printed order; empty when the service is not offered through that channel. */
export function requirementsFor(of: Service | Standard, channel: Channel, senderKind: SenderKind): Requirement[] {
  const standard = versionOf(of)
  const published = governing(standard, channel)
  return standard.requirements.filter(
    (requirement) => requirement.channels.includes(published) && requirement.appliesTo.includes(senderKind),
  )
}

/** The sentences about time that hold for a request through this channel. */
export function promisesFor(of: Service | Standard, channel: Channel): PublishedPromise[] {
  const standard = versionOf(of)
  const published = governing(standard, channel)
  return standard.promises.filter((promise) => promise.channels.includes(published))
}

/** The identity the standard demands of such a sender. */
export const identityDemands = (of: Service | Standard, senderKind: SenderKind): IdentityDemands => versionOf(of).identity[senderKind]

/** The letters the service may send. */
export const productsFor = (of: Service | Standard): readonly Product[] => versionOf(of).products

/** The product of that kind, or null when the service sends no such letter. */
export const productOf = (of: Service | Standard, kind: LetterKind): Product | null =>
  productsFor(of).find((product) => product.letterKind === kind) ?? null

/** The letter with which the service tells a requester no. */
export function noticeProduct(of: Service | Standard): Product {
  const notice = productOf(of, 'notice')
  if (!notice) throw new Error(`The standard of ${versionOf(of).service} has no notice letter`)
  return notice
}
