import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability'
import type { CaseFacts } from '../case/case.js'
import { CLOCK_REQUEST_ACTIONS, type ClockRequestAction, type ClockRequestFacts } from '../clock/clock-request.workflow.js'
import type { TaskFacts } from '../case/task.js'
import type { FeedbackFacts } from '../feedback/feedback.js'
import type { FeedbackAction } from '../feedback/feedback.workflow.js'
import type { DispositionFacts } from '../disposition/disposition.js'
import type { DispositionAction } from '../disposition/disposition.workflow.js'
import type { IdentityReleaseFacts } from '../identity/release.js'
import { RELEASE_ACTIONS, type ReleaseAction } from '../identity/release.workflow.js'
import type { RecommendationPointFacts } from '../handling/point.js'
import { POINT_ACTIONS, type PointAction } from '../handling/point.workflow.js'
import type { LetterFacts } from '../letter/letter.js'
import { LETTER_ACTIONS, type LetterAction } from '../letter/letter.workflow.js'
import type { ProblemCode } from '../problem.js'
import { CONSENTING_ROLES, type RuleDraftAction, type RuleDraftFacts } from '../rulebook/rule-draft.js'
import type { SelectionFacts } from '../selection/selection.js'
import { ASSISTED_SELECTION_ACTIONS, SELECTION_ACTIONS, type SelectionAction } from '../selection/selection.workflow.js'
import type { Secrecy } from '../standard/service.js'
import type { BookingAction, BookingFacts } from '../visit/booking.js'
import type { VisitFacts } from '../visit/visit.js'
import { COUNTER_ACTIONS, HEAD_ACTIONS, OFFICER_ACTIONS, UNIT_ACTIONS, VISIT_ACTIONS, type VisitAction } from '../visit/visit.workflow.js'
import { hasRole, positionIdsOf, positionsAs, unitIdsAs, type Viewer } from './viewer.js'

export type CaseAction =
  | 'read'
  | 'register'
  | 'amend'
  | 'hand_over'
  | 'dispose'
  | 'return_to_registry'
  | 'decide'
  | 'attach'
  | 'handle'
  | 'draft_letter'
  | 'withdraw'
  | 'keep_clocks'
  | 'reclassify'
  | 'set_clock_limit'
  | 'seal_reporter'
  | 'ask_identity'
export const CASE_ACTIONS: readonly CaseAction[] = [
  'read',
  'register',
  'amend',
  'hand_over',
  'dispose',
  'return_to_registry',
  'decide',
  'attach',
  'handle',
  'draft_letter',
  'withdraw',
  'keep_clocks',
  'reclassify',
  'set_clock_limit',
  'seal_reporter',
  'ask_identity',
]

/** A part of the console that has no record of its own; a rule opens it as a whole. */
export interface AreaFacts {
  readonly __typename: 'Area'
  readonly name: Area
  /** The unit looked at, where the area is cut by unit (workload); null for the whole organisation. */
  readonly unitId: string | null
}
export const AREAS = [
  'cases',
  'desk',
  'people',
  'workload',
  'agenda_book',
  'number_book',
  'trail',
  'outbox',
  'selections',
  'directory',
  'reference',
  'conformance',
  'guest_book',
  'lobby',
  'visits',
  'follow_up',
  'feedback',
  'feedback_report',
  'standards',
  'calendar',
  'releases',
  'dossier',
  'relations',
] as const
export type Area = (typeof AREAS)[number]

export type Facts =
  | RecommendationPointFacts
  | CaseFacts
  | TaskFacts
  | DispositionFacts
  | LetterFacts
  | SelectionFacts
  | ClockRequestFacts
  | VisitFacts
  | BookingFacts
  | FeedbackFacts
  | RuleDraftFacts
  | IdentityReleaseFacts
  | AreaFacts
export type SubjectName = Facts['__typename']
export type Action =
  | PointAction
  | ReleaseAction
  | FeedbackAction
  | ClockRequestAction
  | RuleDraftAction
  | CaseAction
  | VisitAction
  | BookingAction
  | 'book'
  | DispositionAction
  | LetterAction
  | SelectionAction
  | 'read'
  | 'read_results'
  | 'manage_people'
  | 'manage_organisation'
export type Ability = MongoAbility<[Action, SubjectName | Facts]>

/** What may be done to a booking. `book` is asked of the booking that would be made. */
const BOOKING_PLANNING = ['book', 'reschedule', 'cancel', 'miss_booking'] as const satisfies readonly Action[]
const BOOKING_COUNTER = ['cancel', 'receive', 'miss_booking'] as const satisfies readonly Action[]

const because = (code: ProblemCode): string => code

const OPEN_SECRECY: readonly Secrecy[] = ['biasa', 'terbatas']
const REGISTRY_SECRECY: readonly Secrecy[] = ['biasa', 'terbatas', 'rahasia']

/**
 * Who may do what. The last matching line wins, so prohibitions come last and bind everyone. Administrators have no line about cases or
 * letters: they see no case content. Past handlers lose the case because only live dispositions are in `handlerPositionIds`; what they
 * wrote stays theirs (`authorIds`).
 */
function rulesFor(me: Viewer): Ability {
  const { can, cannot, build } = new AbilityBuilder<Ability>(createMongoAbility)
  const posts = positionIdsOf(me)
  const pokja = unitIdsAs(me, 'POKJA')
  const leading = positionsAs(me, 'PIMPINAN').map((held) => held.id)
  const heading = positionsAs(me, 'POKJA').map((held) => held.id)
  const assisting = positionsAs(me, 'ASISTEN').map((held) => held.id)

  can('read', 'Area', { name: { $in: ['directory', 'reference'] } })

  can('read', 'Case', { handlerPositionIds: { $in: posts } })
  can('read', 'Disposition', { caseHandlerPositionIds: { $in: posts } })
  can('read', 'Letter', { caseHandlerPositionIds: { $in: posts } })
  can('read', 'Letter', { authorIds: me.id })
  can('read', 'Letter', { reviewerIds: me.id })

  can('read', 'RecommendationPoint', { caseHandlerPositionIds: { $in: posts } })

  can('read', 'Visit', { caseHandlerPositionIds: { $in: posts } })
  can('read', 'Booking', { caseHandlerPositionIds: { $in: posts } })
  can('read', 'Booking', { officerPositionId: { $in: posts } })

  can('read', 'Task', { positionId: { $in: posts } })

  can('ask_identity', 'Case', { handlerPositionIds: { $in: posts } })
  can(['read', 'withdraw'], 'IdentityRelease', { requestedBy: me.id })
  can('view_identity', 'IdentityRelease', { requestedBy: me.id, caseHandlerPositionIds: { $in: posts } })

  can(['read', 'read_results'], 'Selection', { handlerPositionIds: { $in: posts } })

  if (hasRole(me, 'SEKRETARIAT')) {
    can('read', 'Task', { unitId: { $in: unitIdsAs(me, 'SEKRETARIAT') }, secrecy: { $in: [...REGISTRY_SECRECY] } })
    can('read', 'Task', { unitId: { $in: unitIdsAs(me, 'SEKRETARIAT') }, caseRegistrarId: me.id })
    can('register', 'Case')
    can(['read', 'amend', 'hand_over', 'attach', 'withdraw', 'seal_reporter'], 'Case', { secrecy: { $in: [...REGISTRY_SECRECY] } })
    can(['read', 'amend', 'hand_over', 'attach', 'withdraw', 'seal_reporter'], 'Case', { registrarId: me.id })
    can('read', 'Disposition', { secrecy: { $in: [...REGISTRY_SECRECY] } })
    can('read', 'Disposition', { caseRegistrarId: me.id })
    can(['read', 'return_approved', 'issue', 'deliver', 'request_void'], 'Letter', { secrecy: { $in: [...REGISTRY_SECRECY] } })
    can(['read', 'return_approved', 'issue', 'deliver', 'request_void'], 'Letter', { caseRegistrarId: me.id })
    can('read', 'Area', { name: { $in: ['cases', 'agenda_book', 'number_book', 'outbox'] } })
    can(['read', 'record_reply'], 'RecommendationPoint', { secrecy: { $in: [...REGISTRY_SECRECY] } })
    can(['read', 'record_reply'], 'RecommendationPoint', { caseRegistrarId: me.id })
    can('read', 'Area', { name: 'follow_up' })
    can(['read', 'receive'], 'Selection', { secrecy: { $in: [...REGISTRY_SECRECY] } })
    can('read_results', 'Selection', { secrecy: { $in: [...REGISTRY_SECRECY] }, resultsReleased: true })
    can('read', 'Area', { name: 'selections' })
  }

  if (hasRole(me, 'FRONT_OFFICE')) {
    can('register', 'Case')
    can('read', 'Area', { name: 'cases' })
    can(['read', 'amend', 'attach', 'seal_reporter'], 'Case', { registrarId: me.id, stage: 'registered' })
  }

  can(['read', 'answer', 'read_contact'], 'Feedback', { positionId: { $in: posts } })
  if (hasRole(me, 'SEKRETARIAT')) {
    can(['log', 'read', 'read_contact', 'assign', 'close', 'dismiss'], 'Feedback')
    can('answer', 'Feedback', { unitId: { $in: unitIdsAs(me, 'SEKRETARIAT') }, positionId: null })
    can('read', 'Area', { name: { $in: ['feedback', 'feedback_report'] } })
  }
  if (hasRole(me, 'FRONT_OFFICE')) {
    can('log', 'Feedback')
    can(['read', 'read_contact'], 'Feedback', { loggedBy: me.id })
    can('read', 'Area', { name: 'feedback' })
  }
  if (hasRole(me, 'POKJA')) {
    can(['read', 'answer', 'read_contact'], 'Feedback', { unitId: { $in: pokja } })
    can('read', 'Area', { name: { $in: ['feedback', 'feedback_report'] } })
  }
  if (hasRole(me, 'ASISTEN')) {
    can(['read', 'answer', 'read_contact'], 'Feedback', { unitId: { $in: unitIdsAs(me, 'ASISTEN') }, positionId: null })
    can('read', 'Area', { name: 'feedback' })
  }
  if (hasRole(me, 'PIMPINAN')) {
    can('read', 'Feedback')
    can('read', 'Area', { name: { $in: ['feedback', 'feedback_report'] } })
  }
  if (hasRole(me, 'AUDITOR')) can('read', 'Area', { name: 'feedback_report' })

  if (hasRole(me, 'FRONT_OFFICE') || hasRole(me, 'SEKRETARIAT')) {
    can(['read', ...COUNTER_ACTIONS], 'Visit', { secrecy: { $in: [...REGISTRY_SECRECY] } })
    can(['read', ...COUNTER_ACTIONS], 'Visit', { caseRegistrarId: me.id })
    can(['read', ...BOOKING_COUNTER], 'Booking', { secrecy: { $in: [...REGISTRY_SECRECY] } })
    can(['read', ...BOOKING_COUNTER], 'Booking', { caseRegistrarId: me.id })
    can('read', 'Area', { name: { $in: ['guest_book', 'lobby', 'visits'] } })
  }

  if (hasRole(me, 'PIMPINAN')) {
    can('read', ['Visit', 'Booking'], { secrecy: { $in: [...REGISTRY_SECRECY] } })
    can('read', 'Area', { name: 'visits' })
    can('read', 'Case', { secrecy: { $in: [...REGISTRY_SECRECY] } })
    can('read', 'Disposition', { secrecy: { $in: [...REGISTRY_SECRECY] } })
    can(['read', 'void', 'decline_void'], 'Letter', { secrecy: { $in: [...REGISTRY_SECRECY] } })
    can(['void', 'decline_void'], 'Letter', { caseHandlerPositionIds: { $in: leading } })
    can('return_approved', 'Letter', { reviewerIds: me.id })
    can(['dispose', 'attach', 'withdraw'], 'Case', { handlerPositionIds: { $in: leading } })
    can('return_to_registry', 'Case', { holderPositionId: { $in: leading } })
    can(['keep_clocks', 'set_clock_limit'], 'Case', { handlerPositionIds: { $in: leading } })
    can('read', 'Area', { name: { $in: ['cases', 'desk', 'workload', 'agenda_book', 'number_book', 'dossier', 'conformance'] } })
    can('read', 'RecommendationPoint', { secrecy: { $in: [...REGISTRY_SECRECY] } })
    can('read', 'Area', { name: 'follow_up' })
    can(['read', 'read_results'], 'Selection', { secrecy: { $in: [...REGISTRY_SECRECY] } })
    can('read', 'Area', { name: 'selections' })
  }

  if (hasRole(me, 'POKJA')) {
    can('read', ['Visit', 'Booking'], { caseUnitId: { $in: pokja }, secrecy: { $in: [...OPEN_SECRECY] } })
    can([...HEAD_ACTIONS, ...UNIT_ACTIONS], 'Visit', { caseHandlerPositionIds: { $in: heading } })
    can([...BOOKING_PLANNING], 'Booking', { caseHandlerPositionIds: { $in: heading } })
    can('read', 'Area', { name: 'visits' })
    can('read', 'Case', { unitId: { $in: pokja }, secrecy: { $in: [...OPEN_SECRECY] } })
    can('read', 'Disposition', { caseUnitId: { $in: pokja }, secrecy: { $in: [...OPEN_SECRECY] } })
    can('read', 'Letter', { caseUnitId: { $in: pokja }, secrecy: { $in: [...OPEN_SECRECY] } })
    can(['dispose', 'attach', 'keep_clocks', 'set_clock_limit'], 'Case', { unitId: { $in: pokja }, handlerPositionIds: { $in: heading } })
    can('read', 'Area', { name: { $in: ['cases', 'desk', 'conformance'] } })
    can('read', 'Area', { name: { $in: ['workload', 'dossier'] }, unitId: { $in: pokja } })
    can('read', 'RecommendationPoint', { caseUnitId: { $in: pokja }, secrecy: { $in: [...OPEN_SECRECY] } })
    can([...POINT_ACTIONS], 'RecommendationPoint', { caseHandlerPositionIds: { $in: heading } })
    can('read', 'Area', { name: 'follow_up' })
    can('read', 'Selection', { unitId: { $in: pokja }, secrecy: { $in: [...OPEN_SECRECY] } })
    can('read_results', 'Selection', { unitId: { $in: pokja }, secrecy: { $in: [...OPEN_SECRECY] }, resultsReleased: true })
    can([...SELECTION_ACTIONS], 'Selection', { handlerPositionIds: { $in: heading } })
    can('read', 'Area', { name: 'selections' })
  }

  if (hasRole(me, 'ASISTEN')) {
    can([...UNIT_ACTIONS, ...OFFICER_ACTIONS], 'Visit', { caseHolderPositionId: { $in: assisting } })
    can([...BOOKING_PLANNING, 'receive'], 'Booking', { caseHolderPositionId: { $in: assisting } })
    can('read', 'Area', { name: 'visits' })
    can('read', 'Area', { name: 'cases' })
    can(['decide', 'draft_letter', 'attach', 'keep_clocks', 'reclassify', 'seal_reporter'], 'Case', {
      holderPositionId: { $in: assisting },
    })
    can('handle', 'Case', { holderPositionId: { $in: assisting } })
    can(['record_reply', 'accept_reply', 'reject_reply', 'give_up'], 'RecommendationPoint', { caseHolderPositionId: { $in: assisting } })
    can('read', 'Area', { name: 'follow_up' })
    can(['edit', 'submit', 'withdraw'], 'Letter', { caseHolderPositionId: { $in: assisting } })
    can('recall', 'Letter', { drafterId: me.id, caseHolderPositionId: { $in: assisting } })
    can([...ASSISTED_SELECTION_ACTIONS], 'Selection', { handlerPositionIds: { $in: assisting } })
    can(['read', 'attach_request'], 'Selection', { unitId: { $in: unitIdsAs(me, 'ASISTEN') }, secrecy: { $in: [...OPEN_SECRECY] } })
    can('read_results', 'Selection', {
      unitId: { $in: unitIdsAs(me, 'ASISTEN') },
      secrecy: { $in: [...OPEN_SECRECY] },
      resultsReleased: true,
    })
    can('read', 'Area', { name: 'selections' })
  }

  can(['mark_read', 'accept', 'finish', 'resume', 'send_back'], 'Disposition', {
    toPositionId: { $in: posts },
    caseHandlerPositionIds: { $in: posts },
  })
  can(['withdraw', 'supersede'], 'Disposition', { fromPositionId: { $in: posts } })
  can(['read', 'pass', 'approve', 'return'], 'Letter', { reviewerPositionId: { $in: posts } })
  can(['approve', 'decline'], 'ClockRequest', { approverPositionId: { $in: posts } })
  can('withdraw', 'ClockRequest', { askedBy: me.id })

  if (hasRole(me, 'PIMPINAN') || hasRole(me, 'POKJA') || hasRole(me, 'ADMIN') || hasRole(me, 'AUDITOR')) {
    can('read', 'Area', { name: { $in: ['standards', 'calendar'] } })
    can('read', 'RuleDraft')
  }
  if (hasRole(me, 'ADMIN')) can(['edit', 'rehearse', 'propose', 'discard'], 'RuleDraft')
  if (CONSENTING_ROLES.some((role) => hasRole(me, role))) can(['consent', 'send_back'], 'RuleDraft')

  if (hasRole(me, 'ADMIN')) {
    can(['read', 'manage_people', 'manage_organisation'], 'Area', { name: 'people' })
    can('read', 'Area', { name: 'outbox' })
  }
  if (hasRole(me, 'ADMIN') || hasRole(me, 'SEKRETARIAT')) can('read', 'Area', { name: 'relations' })
  if (hasRole(me, 'PIMPINAN') || hasRole(me, 'POKJA') || hasRole(me, 'ASISTEN')) can('read', 'Area', { name: 'releases' })
  if (hasRole(me, 'CUSTODIAN')) {
    can(['read', 'grant', 'refuse', 'revoke'], 'IdentityRelease')
    can('read', 'Area', { name: 'releases' })
  }
  if (hasRole(me, 'AUDITOR')) can('read', 'Area', { name: { $in: ['trail', 'people', 'number_book', 'conformance'] } })

  cannot(['pass', 'approve'], 'Letter', { authorIds: me.id }).because(because('letter.own_work'))
  cannot(['pass', 'approve'], 'Letter', { reviewerIds: me.id }).because(because('letter.already_reviewed'))
  cannot(['void', 'decline_void'], 'Letter', { voidRequestedBy: me.id }).because(because('access.two_persons'))
  cannot('consent', 'RuleDraft', { proposerId: me.id }).because(because('access.two_persons'))
  cannot(['approve', 'decline'], 'ClockRequest', { askedBy: me.id }).because(because('access.two_persons'))
  cannot(['grant', 'refuse'], 'IdentityRelease', { caseAuthorIds: me.id }).because(because('conflict_of_interest'))
  cannot(['grant', 'refuse'], 'IdentityRelease', { requestedBy: me.id }).because(because('access.two_persons'))
  cannot(['read', ...RELEASE_ACTIONS], 'IdentityRelease', { excludedPersonIds: me.id }).because(because('conflict_of_interest'))
  cannot([...CASE_ACTIONS], 'Case', { excludedPersonIds: me.id }).because(because('conflict_of_interest'))
  cannot([...CLOCK_REQUEST_ACTIONS], 'ClockRequest', { excludedPersonIds: me.id }).because(because('conflict_of_interest'))
  cannot('read', 'Task', { excludedPersonIds: me.id }).because(because('conflict_of_interest'))
  cannot(['read', 'mark_read', 'accept', 'finish', 'resume', 'send_back', 'withdraw', 'supersede'], 'Disposition', {
    excludedPersonIds: me.id,
  }).because(because('conflict_of_interest'))
  cannot(['read', ...LETTER_ACTIONS], 'Letter', { excludedPersonIds: me.id }).because(because('conflict_of_interest'))
  cannot(['read', 'read_results', ...SELECTION_ACTIONS], 'Selection', { excludedPersonIds: me.id }).because(because('conflict_of_interest'))

  cannot(['read', ...POINT_ACTIONS], 'RecommendationPoint', { excludedPersonIds: me.id }).because(because('conflict_of_interest'))
  cannot(['read', ...VISIT_ACTIONS], 'Visit', { excludedPersonIds: me.id }).because(because('conflict_of_interest'))
  cannot(['read', 'receive', ...BOOKING_PLANNING], 'Booking', { excludedPersonIds: me.id }).because(because('conflict_of_interest'))

  return build({ detectSubjectType: typeOf })
}

/** CASL treats an unknown type as 'all', which would let people past the prohibitions. Fail closed. */
function typeOf(subject: Facts | SubjectName): SubjectName {
  if (typeof subject === 'string') return subject
  if (!subject.__typename) throw new Error('A permission was asked about an object without __typename')
  return subject.__typename
}

const abilities = new WeakMap<Viewer, Ability>()

/** The viewer's rules, built once per viewer object. */
export function abilityOf(viewer: Viewer): Ability {
  const known = abilities.get(viewer)
  if (known) return known
  const fresh = rulesFor(viewer)
  abilities.set(viewer, fresh)
  return fresh
}

/** Why a rule forbids this, or null when it allows. Workflow is not asked: see the decisions beside each subject. */
export function ruleRefusal(viewer: Viewer, action: Action, subject: Facts): ProblemCode | null {
  const rule = abilityOf(viewer).relevantRuleFor(action, subject)
  if (rule && !rule.inverted) return null
  return (rule?.reason as ProblemCode | undefined) ?? 'access.denied'
}

export const mayRead = (viewer: Viewer, subject: Facts): boolean => abilityOf(viewer).can('read', subject)

export const mayEnter = (viewer: Viewer, name: Area, unitId: string | null = null): boolean =>
  abilityOf(viewer).can('read', { __typename: 'Area', name, unitId })
