import { IDENTITY_FIELD_LABEL, type IdentityField } from '@domain'
import { say, t } from '../app/words.js'

const OWN_FIELDS = ['service', 'channel', 'letterNumber', 'letterDate', 'receivedAt', 'subject', 'summary', 'classification'] as const
const ORAL_FIELDS = ['office', 'text', 'readBack'] as const

/** "Alamat lengkap, Nomor telepon, Alamat e-mail". */
export const labelsOf = (fields: readonly IdentityField[]): string => fields.map((field) => say(IDENTITY_FIELD_LABEL[field])).join(', ')

/** How the form names the input at a path: "sender.nik", "reported.0.agency", "subject". With a group, the names of all its inputs. */
export function fieldName(path: string, group: readonly IdentityField[] = []): string {
  const oral = ORAL_FIELDS.find((field) => path === `oralStatement.${field}`)
  if (oral) return t(`register.oral.${oral}`)
  const own = OWN_FIELDS.find((field) => field === path)
  if (own) return t(`register.${own}`)
  const parts = path.split('.')
  const field = parts.at(-1)
  const label = group.length > 0 ? labelsOf(group) : field && field in IDENTITY_FIELD_LABEL ? labelsOf([field as IdentityField]) : ''
  return parts[0] === 'reported' ? `${label} (${t('register.reportedPerson', { number: Number(parts[1]) + 1 })})` : label
}
