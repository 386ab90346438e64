import type { LetterKind, Service } from '../standard/service.js'
import { JPT_TEMPLATES } from './templates/jpt.js'
import { KODE_ETIK_TEMPLATES } from './templates/kode-etik.js'
import { MEDLIN_TEMPLATES } from './templates/medlin.js'
import { MERIT_TEMPLATES } from './templates/merit.js'
import { NETRALITAS_TEMPLATES } from './templates/netralitas.js'
import type { LetterTemplate, ServiceTemplates } from './templates/template.js'

const TEMPLATES: Readonly<Record<Service, ServiceTemplates>> = {
  MEDLIN: MEDLIN_TEMPLATES,
  MERIT: MERIT_TEMPLATES,
  NETRALITAS: NETRALITAS_TEMPLATES,
  KODE_ETIK: KODE_ETIK_TEMPLATES,
  JPT: JPT_TEMPLATES,
}

/** What a new draft of that kind starts from, or null when the service sends no such letter. Every product has one. */
export const templateFor = (service: Service, kind: LetterKind): LetterTemplate | null => TEMPLATES[service][kind] ?? null
