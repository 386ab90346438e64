import type { Fault, Registration } from '../case/registration.js'
import { entryFaults } from '../case/registration.js'
import type { Standard } from '../standard/standard.js'
import { acceptedChannels, standardOf } from '../standard/standards.js'
import { VISIT_CHANNELS, VISIT_SERVICES, type IdentityCard, type MedlinCategory } from './visit.js'

/** A visitor as entered at the front office: the request itself, and what the guest book asks besides. */
export interface VisitEntry extends Registration {
  readonly category?: MedlinCategory | null
  readonly identityCard?: IdentityCard | null
  /** The number on the card, where it is no NIK. */
  readonly identityNumber?: string | null
  readonly identityShown: boolean
  readonly unitId?: string | null
  readonly note?: string | null
}

const NUMBER_AT_MOST = 40
const NOTE_AT_MOST = 500

/** Everything that stops a visitor from being entered: the request's own faults, and what the guest book demands of somebody who stands at the counter. */
export function visitFaults(entry: VisitEntry, now: Date, standard: Standard = standardOf(entry.service)): Fault[] {
  const faults: Fault[] = []
  const invalid = (field: string) => faults.push({ field, code: 'request.invalid' })
  const visits = VISIT_CHANNELS.some((known) => known === entry.channel)
  const served = VISIT_SERVICES.some((known) => known === entry.service)
  if (!served) invalid('service')
  if (!visits || !acceptedChannels(standard).includes(entry.channel)) invalid('channel')
  if (entry.letterNumber || entry.letterDate) invalid('letterNumber')
  if (entry.category && entry.service !== 'MEDLIN') invalid('category')
  if (entry.channel === 'walk_in' && !(entry.identityShown && entry.identityCard))
    faults.push({ field: 'identityCard', code: 'visit.identity_not_shown' })
  if ((entry.identityNumber?.length ?? 0) > NUMBER_AT_MOST) invalid('identityNumber')
  if ((entry.note?.length ?? 0) > NOTE_AT_MOST) invalid('note')
  if (entry.channel === 'virtual' && !entry.unitId) invalid('unitId')
  if (entry.service === 'KODE_ETIK' && !entry.classification) invalid('classification')
  return [...faults, ...entryFaults(entry, now, standard)].filter(
    (fault, index, all) => all.findIndex((other) => other.field === fault.field) === index,
  )
}
