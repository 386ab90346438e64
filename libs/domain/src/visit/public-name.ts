import type { Secrecy, Service } from '../standard/service.js'
import type { VisitState } from './visit.js'

/** Titles before a name, Indonesian and academic; dots do not count. */
const TITLES = new Set(
  'dr dra drs drg ir h hj haji hajah prof kh k ust ustadz ustadzah tgk rr r rm ra bpk bapak ibu sdr sdri apt tn ny nn pdt kol letkol mayor kapten brigjen'.split(
    ' ',
  ),
)

/** What stands behind a comma is a degree. */
const withoutDegrees = (name: string): string => name.split(',')[0] ?? ''

/**
 * The first name of a visitor, for a screen that everybody in the lobby can read; null when a first name would say the whole name, or nothing at
 * all is left of it: then the queue number stands alone.
 */
export function publicName(name: string): string | null {
  const words = withoutDegrees(name)
    .replace(/[^\p{L}\p{M}'’.\s-]/gu, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^\.+|\.+$/g, ''))
    .filter((word) => word !== '')
  const names = words.filter((word) => !TITLES.has(word.replaceAll('.', '').toLowerCase()))
  const [first] = names
  if (!first || names.length < 2 || first.length < 2) return null
  return first
}

/** States of somebody who sits in the lobby: these stand on its screens. */
export const LOBBY_STATES: readonly VisitState[] = ['arrived', 'disposed', 'confirmed', 'waiting', 'in_meeting']

interface Called {
  readonly service: Service
  readonly secrecy: Secrecy
  readonly visitorName: string
}

/** What a screen in the lobby calls a visitor. An ethics consultation, and everything above "biasa", has its queue number alone. */
export const lobbyName = ({ service, secrecy, visitorName }: Called): string | null =>
  service === 'KODE_ETIK' || secrecy !== 'biasa' ? null : publicName(visitorName)
