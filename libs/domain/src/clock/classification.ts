import type { Bilingual, Channel, Service } from '../standard/service.js'

/**
 * How a neutrality complaint is classified; it decides the time for its completion
 * (Standar Pelayanan Pengaduan Netralitas, Waktu Penyelesaian 2, 3 and 4).
 */
export const CLASSIFICATIONS = [
  'normative',
  'no_field_examination',
  'field_examination',
  'direct',
  'technical',
  'internal_direct',
  'internal_technical',
] as const
export type Classification = (typeof CLASSIFICATIONS)[number]

export const CLASSIFICATION_LABEL: Record<Classification, Bilingual> = {
  normative: { id: 'Bersifat normatif', en: 'Normative' },
  no_field_examination: {
    id: 'Tidak berkadar pengawasan dan/atau tanpa pemeriksaan lapangan',
    en: 'Not supervisory and/or without field examination',
  },
  field_examination: { id: 'Berkadar pengawasan dan memerlukan pemeriksaan lapangan', en: 'Supervisory, with field examination' },
  direct: { id: 'Dapat ditindaklanjuti langsung', en: 'Can be followed up directly' },
  technical: { id: 'Bersifat teknis dan perlu koordinasi', en: 'Technical, needs coordination' },
  internal_direct: { id: 'Pengaduan internal, dapat ditindaklanjuti langsung', en: 'About this office, can be followed up directly' },
  internal_technical: { id: 'Pengaduan internal, teknis dan perlu koordinasi', en: 'About this office, technical, needs coordination' },
}

const INTERNAL = ['internal_direct', 'internal_technical'] as const satisfies readonly Classification[]

/**
 * The classifications an Asisten may choose from; none where the standard makes no difference. A report of Bawaslu that has to be examined on the spot takes the
 * time of any other field examination: the standard prints none of its own for SIAPNET.
 */
export function classificationsFor(service: Service, channel: Channel): readonly Classification[] {
  if (service !== 'NETRALITAS') return []
  if (channel === 'lapor') return ['normative', 'no_field_examination', 'field_examination', ...INTERNAL]
  if (channel === 'siapnet') return ['direct', 'technical', 'field_examination', ...INTERNAL]
  return INTERNAL
}

export const isClassification = (value: unknown): value is Classification => CLASSIFICATIONS.some((known) => known === value)
