import { ruleRefusal } from '../access/rules.js'
import type { Viewer } from '../access/viewer.js'
import { epochMs, type Instant } from '../clock/jakarta.js'
import { Refusal, type ProblemCode } from '../problem.js'
import type { Service } from '../standard/service.js'
import type { MedlinCategory, VisitFacts, VisitState } from './visit.js'
import { VISIT_WORKFLOW, type VisitAction, type VisitStep } from './visit.workflow.js'

/** Why the viewer cannot take this action on the visit now, or null when they can. */
export function visitRefusal(visit: VisitFacts, action: VisitAction, viewer: Viewer): ProblemCode | null {
  const rule = ruleRefusal(viewer, action, visit)
  if (rule) return rule
  const step: VisitStep = VISIT_WORKFLOW[action]
  return step.channels.includes(visit.channel) && step.from.includes(visit.state) ? null : 'visit.wrong_state'
}

/** The state the visit will have, or a refusal. */
export function nextVisitState(visit: VisitFacts, action: VisitAction, viewer: Viewer): VisitState {
  const refusal = visitRefusal(visit, action, viewer)
  if (refusal) throw new Refusal(refusal)
  return VISIT_WORKFLOW[action].to ?? visit.state
}

/**
 * Mediation and protection is served when its category fits and refused by letter when it does not - never the other way round (Standar Pelayanan
 * Konsultasi Mediasi dan Perlindungan, Sistem, Mekanisme dan Prosedur 1.4 and 1.5). Other services know no category.
 */
export function categoryRefusal(
  service: Service,
  category: MedlinCategory | null,
  answer: 'confirm' | 'begin' | 'decline',
): ProblemCode | null {
  if (service !== 'MEDLIN') return category === null ? null : 'request.invalid'
  if (category === null) return 'visit.category_missing'
  if (answer === 'decline') return category === 'outside' ? null : 'visit.category_fits'
  return category === 'outside' ? 'visit.category_outside' : null
}

/**
 * Whether a consultation that begins at this instant needs the recorded reason of "dikondisikan dengan kegiatan yang sedang berlangsung": only a
 * promise that allows it, and only when it is broken.
 */
export const needsActivityReason = (
  clock: { readonly dueAt: Instant | null; readonly asUnitActivityAllows: boolean } | null,
  now: Instant,
): boolean => clock?.asUnitActivityAllows === true && clock.dueAt !== null && epochMs(now) > epochMs(clock.dueAt)
