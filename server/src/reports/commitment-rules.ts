import type { Commitment } from '@domain'

/** Where in the repository a commitment is kept: a file, and what it exports. `npm run conformance` looks whether both exist. */
export interface CodeReference {
  readonly file: string
  readonly name: string
}

const DOMAIN = 'libs/domain/src'
const at = (file: string, name: string): CodeReference => ({ file, name })

const REGISTER = at('server/src/cases/register-case.ts', 'RegisterCase')
const RECEIPT = at('server/src/cases/receipt.ts', 'receiptOf')
const DISPOSE = at('server/src/dispositions/dispose-case.ts', 'DisposeCase')
const DECIDE = at('server/src/cases/decide-case.ts', 'DecideCase')
const DRAFT = at('server/src/letters/draft-letter.ts', 'DraftLetter')
const REVIEW = at('server/src/letters/review-letter.ts', 'ReviewLetter')
const ISSUE = at('server/src/letters/issue-letter.ts', 'IssueLetter')
const DELIVER = at('server/src/mail/deliver-letter.ts', 'DeliverLetter')
const NOTICE = at(`${DOMAIN}/letter/draftable.ts`, 'draftableKinds')
const VISIT = at(`${DOMAIN}/visit/visit.workflow.ts`, 'VISIT_WORKFLOW')
const GUEST_BOOK = at(`${DOMAIN}/visit/visit-registration.ts`, 'visitFaults')
const BOOKING = at(`${DOMAIN}/visit/booking.decisions.ts`, 'bookingRefusal')
const APPOINTMENT = at(`${DOMAIN}/visit/appointment.ts`, 'appointmentValues')
const STAGES = at(`${DOMAIN}/selection/stages.ts`, 'STAGE_RULES')

/** The steps of the printed procedures, each with the rule or the act that carries it out. */
const OF_PROCEDURE: Readonly<Record<string, CodeReference>> = {
  'medlin.written.1': REGISTER,
  'medlin.written.2': RECEIPT,
  'medlin.written.3': DECIDE,
  'medlin.written.4': at(`${DOMAIN}/case/case.workflow.ts`, 'CASE_WORKFLOW'),
  'medlin.written.5': NOTICE,
  'medlin.visit.1': GUEST_BOOK,
  'medlin.visit.2': VISIT,
  'medlin.visit.3': GUEST_BOOK,
  'medlin.visit.4': VISIT,
  'medlin.visit.5': VISIT,
  'medlin.visit.6': VISIT,
  'merit.written.1': REGISTER,
  'merit.written.2': DISPOSE,
  'merit.written.3': DECIDE,
  'merit.written.4': DRAFT,
  'merit.written.5': REVIEW,
  'merit.written.6': REVIEW,
  'merit.written.7': ISSUE,
  'merit.written.8': DELIVER,
  'merit.face_to_face.1': GUEST_BOOK,
  'merit.face_to_face.2': GUEST_BOOK,
  'merit.face_to_face.3': BOOKING,
  'merit.face_to_face.4': VISIT,
  'netralitas.complaint.1': REGISTER,
  'netralitas.complaint.2': at(`${DOMAIN}/handling/handling.ts`, 'HANDLING_METHODS'),
  'netralitas.complaint.3': at(`${DOMAIN}/handling/handling.ts`, 'HANDLING_METHODS'),
  'kode_etik.written.1': REGISTER,
  'kode_etik.written.2': RECEIPT,
  'kode_etik.written.3': DISPOSE,
  'kode_etik.written.4': APPOINTMENT,
  'kode_etik.written.5': BOOKING,
  'kode_etik.written.6': BOOKING,
  'kode_etik.visit.1': GUEST_BOOK,
  'kode_etik.visit.2': GUEST_BOOK,
  'kode_etik.visit.3': VISIT,
  'kode_etik.visit.4': VISIT,
  'kode_etik.visit.5': VISIT,
  'jpt.stages.1': STAGES,
  'jpt.stages.2': at(`${DOMAIN}/selection/vacancy.ts`, 'isOpenLongEnough'),
  'jpt.stages.3': at(`${DOMAIN}/selection/vacancy.ts`, 'takesPart'),
  'jpt.stages.4': STAGES,
  'jpt.stages.5': at(`${DOMAIN}/selection/ranking.ts`, 'threeBest'),
  'jpt.stages.6': at(`${DOMAIN}/selection/appointing.ts`, 'authorityFor'),
}

const isVisit = (channel: Commitment['channel']): boolean => channel === 'walk_in' || channel === 'virtual'

/** The rule that implements a commitment; null when nothing does, which is an error. */
export function ruleOf(commitment: Commitment): CodeReference | null {
  switch (commitment.section) {
    case 'requirement':
      return at(`${DOMAIN}/case/registration.ts`, 'completeness')
    case 'channel':
      return isVisit(commitment.channel) ? VISIT : at(`${DOMAIN}/standard/standards.ts`, 'acceptedChannels')
    case 'procedure':
      return OF_PROCEDURE[commitment.code] ?? null
    case 'time':
      return commitment.clocks.length > 0 ? at(`${DOMAIN}/clock/standard-rules.ts`, 'CLOCK_RULES') : null
    case 'hours':
      return at(`${DOMAIN}/clock/indonesian-calendar.ts`, 'INDONESIAN_CALENDAR')
    case 'cost':
      return RECEIPT
    case 'product':
      return at(`${DOMAIN}/letter/templates.ts`, 'templateFor')
    case 'complaint':
      return at(`${DOMAIN}/feedback/feedback-channels.ts`, 'FEEDBACK_CHANNELS')
  }
}
