import { VISIT_CHANNELS, visitFaults, type Channel, type IdentityCard, type MedlinCategory, type Standard } from '@domain'
import { t } from '../app/words.js'
import { fieldName } from '../cases/fieldNames.js'
import { identitySentence } from '../cases/identityProblem.js'
import { checklistOf, emptyDraft, faultAt, inputOf, type RegistrationDraft, type StandardFor } from '../cases/registration.js'
import type { RegisterVisitInput } from '../generated/graphql.js'

/** The guest book's form while it is typed. It lives in memory only: it holds personal data. */
export interface VisitDraft extends RegistrationDraft {
  category: MedlinCategory | null
  identityCard: IdentityCard | ''
  identityNumber: string
  unitId: string
  proposedPositionId: string
  note: string
}

export const emptyVisit = (kept: Partial<Pick<VisitDraft, 'service' | 'channel' | 'senderKind' | 'unitId'>> = {}): VisitDraft => ({
  ...emptyDraft({ channel: 'walk_in', ...kept }),
  category: null,
  identityCard: '',
  identityNumber: '',
  unitId: kept.unitId ?? '',
  proposedPositionId: '',
  note: '',
})

/** Ways to be present that the standard of the service prints. */
export const visitChannelsOf = (standard: Standard | null): Channel[] =>
  VISIT_CHANNELS.filter((channel) => standard?.channels.some((known) => known.channel === channel))

/** The form as the server takes it; null until the service is chosen. */
export function visitInputOf(draft: VisitDraft, standardFor: StandardFor): RegisterVisitInput | null {
  const input = inputOf(draft, [], standardFor)
  if (!input) return null
  return {
    ...input,
    letterNumber: null,
    letterDate: null,
    receivedAt: null,
    category: draft.service === 'MEDLIN' ? draft.category : null,
    identityCard: draft.identityCard || null,
    identityNumber: draft.identityNumber.trim() || null,
    identityShown: draft.identityCard !== '',
    unitId: draft.unitId || null,
    proposedPositionId: draft.unitId && draft.proposedPositionId ? draft.proposedPositionId : null,
    note: draft.note.trim() || null,
  }
}

/** Everything that keeps the form from being saved, each with its sentence. */
export function visitFaultsOf(
  draft: VisitDraft,
  now: Date,
  standardFor: StandardFor,
): { readonly path: string; readonly sentence: string }[] {
  const input = visitInputOf(draft, standardFor)
  const { service } = draft
  if (!input || !service) return [{ path: 'service', sentence: identitySentence('required', fieldName('service')) }]
  const standard = standardFor(service)
  const entry = { ...input, unitId: draft.unitId || null, letterDate: null, receivedAt: null }
  const faults = visitFaults(entry, now, standard).map(({ field }) => {
    if (field === 'identityCard' || field === 'unitId' || field === 'classification')
      return { path: field, sentence: t(`visits.problem.${field}`) }
    const { path, problem, group } = faultAt(draft, standard, field)
    return { path, sentence: identitySentence(problem, fieldName(path, group)) }
  })
  if (!input.summary) faults.push({ path: 'summary', sentence: identitySentence('required', t('visits.summary')) })
  const unanswered = checklistOf(draft, standardFor).find(({ code }) => !draft.requirements[code])
  if (unanswered) faults.push({ path: `requirement.${unanswered.code}`, sentence: t('visits.problem.requirement') })
  return faults
}
