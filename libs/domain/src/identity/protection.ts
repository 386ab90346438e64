import type { Bilingual, Channel, Service } from '../standard/service.js'
import { agendaLabel } from '../case/agenda.js'

/** How far the one who reports is known: openly, sealed by the register, or never given at all. */
export const REPORTER_PROTECTIONS = ['open', 'sealed', 'anonymous'] as const
export type ReporterProtection = (typeof REPORTER_PROTECTIONS)[number]

export const PROTECTION_LABEL: Readonly<Record<ReporterProtection, Bilingual>> = {
  open: { id: 'Identitas pelapor terbuka bagi petugas', en: 'Reporter known to the officers' },
  sealed: { id: 'Identitas pelapor dirahasiakan', en: 'Reporter’s identity sealed' },
  anonymous: { id: 'Pelapor anonim', en: 'Anonymous reporter' },
}

/** Portals through which a complaint may come without any name: SP4N-LAPOR! hands it on as "anonim". */
const ANONYMOUS_CHANNELS: readonly Channel[] = ['lapor']

/** What may be chosen for a request: only complaints about neutrality protect whoever brings them. */
export const protectionsFor = (service: Service, channel: Channel): readonly ReporterProtection[] =>
  service !== 'NETRALITAS' ? ['open'] : ANONYMOUS_CHANNELS.includes(channel) ? REPORTER_PROTECTIONS : ['open', 'sealed']

/** "Pelapor 0123/2026": how a protected reporter is called on every screen, letter and list. It never changes. */
export const pseudonymOf = (row: { readonly agendaNumber: number; readonly agendaYear: number }): string => `Pelapor ${agendaLabel(row)}`
