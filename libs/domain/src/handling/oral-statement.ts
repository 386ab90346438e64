import { OFFICE_ADDRESS, SECOND_OFFICE_ADDRESS } from '../standard/published.js'
import type { Bilingual, Channel, Service } from '../standard/service.js'

/** The two offices where a complaint may be told (Standar Pelayanan Pengaduan Netralitas, Persyaratan 2a and 2b). */
export const COMPLAINT_OFFICES = ['head_office', 'smesco'] as const
export type ComplaintOffice = (typeof COMPLAINT_OFFICES)[number]

export const COMPLAINT_OFFICE_LABEL: Record<ComplaintOffice, Bilingual> = {
  head_office: { id: 'Kantor M.T. Haryono', en: 'M.T. Haryono office' },
  smesco: { id: 'Kantor Gedung SMESCO', en: 'SMESCO Building office' },
}

/** Where each office is, as the standard prints it. */
export const COMPLAINT_OFFICE_ADDRESS: Record<ComplaintOffice, Bilingual> = {
  head_office: OFFICE_ADDRESS,
  smesco: SECOND_OFFICE_ADDRESS,
}

/** What a complainant said, as it was taken down. */
export interface OralStatement {
  readonly office: ComplaintOffice
  readonly text: string
  /** It was read back to the complainant, who agreed with it. */
  readonly readBack: boolean
}

export const ORAL_STATEMENT_LENGTH = { least: 20, most: 10_000 } as const

/** Whether a request of this service through this channel is told, not handed in: it is taken down instead of being written. */
export const isTakenDown = ({ service, channel }: { readonly service: Service; readonly channel: Channel }): boolean =>
  service === 'NETRALITAS' && channel === 'walk_in'

/** The fields of an oral complaint that stop its registration; a statement where nothing was told is one of them. */
export function oralStatementFaults(
  entry: { readonly service: Service; readonly channel: Channel },
  oral: OralStatement | null | undefined,
): { readonly field: string; readonly code: 'request.invalid' | 'case.not_read_back' }[] {
  if (!isTakenDown(entry)) return oral ? [{ field: 'oralStatement', code: 'request.invalid' }] : []
  if (!oral) return [{ field: 'oralStatement', code: 'request.invalid' }]
  const length = oral.text.trim().length
  return [
    ...(length < ORAL_STATEMENT_LENGTH.least || length > ORAL_STATEMENT_LENGTH.most
      ? [{ field: 'oralStatement.text', code: 'request.invalid' as const }]
      : []),
    ...(oral.readBack ? [] : [{ field: 'oralStatement.readBack', code: 'case.not_read_back' as const }]),
  ]
}
