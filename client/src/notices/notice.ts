import type { WordKey } from '../app/words.js'
import type { NoticeRowFragment } from '../generated/graphql.js'

interface Look {
  readonly label: WordKey
  readonly icon: string
}

/** What the server notifies people of, and how the console says it. */
const LOOKS: Readonly<Record<string, Look>> = {
  'case.waits_for_disposition': { label: 'notices.kind.dispose', icon: 'i-lucide-git-branch' },
  'case.assigned_to_you': { label: 'notices.kind.assigned', icon: 'i-lucide-inbox' },
  'case.returned_to_you': { label: 'notices.kind.returned', icon: 'i-lucide-undo-2' },
  'case.withdrawn': { label: 'notices.kind.caseWithdrawn', icon: 'i-lucide-ban' },
  'case.completed': { label: 'notices.kind.completed', icon: 'i-lucide-file-check' },
  'case.closed': { label: 'notices.kind.closed', icon: 'i-lucide-circle-check' },
  'disposition.copy_for_you': { label: 'notices.kind.copy', icon: 'i-lucide-copy' },
  'disposition.done': { label: 'notices.kind.done', icon: 'i-lucide-check' },
  'disposition.withdrawn': { label: 'notices.kind.withdrawn', icon: 'i-lucide-ban' },
  'letter.waits_for_review': { label: 'notices.kind.review', icon: 'i-lucide-eye' },
  'letter.waits_for_issue': { label: 'notices.kind.issue', icon: 'i-lucide-stamp' },
  'letter.waits_for_delivery': { label: 'notices.kind.deliver', icon: 'i-lucide-send' },
  'letter.returned_to_you': { label: 'notices.kind.letterReturned', icon: 'i-lucide-undo-2' },
  'letter.approval_withdrawn': { label: 'notices.kind.approvalWithdrawn', icon: 'i-lucide-undo-2' },
  'letter.approved': { label: 'notices.kind.approved', icon: 'i-lucide-check' },
  'letter.issued': { label: 'notices.kind.issued', icon: 'i-lucide-stamp' },
  'letter.delivered': { label: 'notices.kind.delivered', icon: 'i-lucide-check-check' },
  'letter.commented': { label: 'notices.kind.comment', icon: 'i-lucide-message-square' },
  'letter.comment_resolved': { label: 'notices.kind.commentResolved', icon: 'i-lucide-message-square-off' },
  'letter.comment_reopened': { label: 'notices.kind.commentReopened', icon: 'i-lucide-message-square' },
  'letter.void_waits_for_consent': { label: 'notices.kind.voidAsked', icon: 'i-lucide-ban' },
  'letter.number_voided': { label: 'notices.kind.voided', icon: 'i-lucide-ban' },
  'letter.void_declined': { label: 'notices.kind.voidDeclined', icon: 'i-lucide-undo-2' },
  'letter.withdrawn': { label: 'notices.kind.letterWithdrawn', icon: 'i-lucide-ban' },
  'point.opened': { label: 'notices.kind.pointOpened', icon: 'i-lucide-flag' },
  'point.replied': { label: 'notices.kind.pointReplied', icon: 'i-lucide-reply' },
  'point.nears': { label: 'notices.kind.pointNears', icon: 'i-lucide-triangle-alert' },
  'point.due': { label: 'notices.kind.pointDue', icon: 'i-lucide-alarm-clock' },
  'point.late': { label: 'notices.kind.pointLate', icon: 'i-lucide-alarm-clock-off' },
  'feedback.assigned_to_you': { label: 'notices.kind.feedbackAssigned', icon: 'i-lucide-message-square-quote' },
  'feedback.answered': { label: 'notices.kind.feedbackAnswered', icon: 'i-lucide-message-square-quote' },
  'selection.reopened': { label: 'notices.kind.selectionReopened', icon: 'i-lucide-undo-2' },
  'visit.waits_for_unit': { label: 'notices.kind.visitor', icon: 'i-lucide-armchair' },
  'visit.answered': { label: 'notices.kind.visitAnswered', icon: 'i-lucide-check' },
  'visit.completed': { label: 'notices.kind.visitCompleted', icon: 'i-lucide-list-checks' },
  'visit.in_waiting_room': { label: 'notices.kind.visitWaiting', icon: 'i-lucide-armchair' },
  'booking.made': { label: 'notices.kind.booked', icon: 'i-lucide-calendar-plus' },
  'booking.moved': { label: 'notices.kind.bookingMoved', icon: 'i-lucide-calendar-clock' },
  'booking.cancelled': { label: 'notices.kind.bookingCancelled', icon: 'i-lucide-calendar-x' },
  'booking.displaced': { label: 'notices.kind.bookingDisplaced', icon: 'i-lucide-calendar-off' },
  'booking.no_show': { label: 'notices.kind.noShow', icon: 'i-lucide-user-x' },
  'clock.at_risk': { label: 'notices.kind.atRisk', icon: 'i-lucide-triangle-alert' },
  'clock.escalated': { label: 'notices.kind.escalated', icon: 'i-lucide-siren' },
  'clock.late': { label: 'notices.kind.late', icon: 'i-lucide-alarm-clock-off' },
  'clock.requested': { label: 'notices.kind.clockAsked', icon: 'i-lucide-timer' },
  'clock.paused': { label: 'notices.kind.clockApproved', icon: 'i-lucide-check' },
  'clock.extended': { label: 'notices.kind.clockApproved', icon: 'i-lucide-check' },
  'case.classified': { label: 'notices.kind.clockApproved', icon: 'i-lucide-check' },
  'relation.declared': { label: 'notices.kind.relationDeclared', icon: 'i-lucide-user-x' },
  'relation.ended': { label: 'notices.kind.relationEnded', icon: 'i-lucide-user-check' },
  'identity.requested': { label: 'notices.kind.identityAsked', icon: 'i-lucide-key-round' },
  'identity.granted': { label: 'notices.kind.identityGranted', icon: 'i-lucide-key-round' },
  'identity.granted_by_colleague': { label: 'notices.kind.identityGrantedByColleague', icon: 'i-lucide-key-round' },
  'identity.refused': { label: 'notices.kind.identityRefused', icon: 'i-lucide-circle-x' },
  'identity.revoked': { label: 'notices.kind.identityRevoked', icon: 'i-lucide-ban' },
  'identity.guarded': { label: 'notices.kind.identityGuarded', icon: 'i-lucide-shield-alert' },
  'identity.read': { label: 'notices.kind.identityRead', icon: 'i-lucide-eye' },
  'case.needs_reassignment': { label: 'notices.kind.reassign', icon: 'i-lucide-user-x' },
  'standard.waits_for_consent': { label: 'notices.kind.standardAsked', icon: 'i-lucide-scroll-text' },
  'standard.returned_to_you': { label: 'notices.kind.standardReturned', icon: 'i-lucide-undo-2' },
  'standard.consented': { label: 'notices.kind.standardConsented', icon: 'i-lucide-check' },
  'calendar.waits_for_consent': { label: 'notices.kind.calendarAsked', icon: 'i-lucide-calendar-days' },
  'calendar.returned_to_you': { label: 'notices.kind.calendarReturned', icon: 'i-lucide-undo-2' },
  'calendar.consented': { label: 'notices.kind.calendarConsented', icon: 'i-lucide-check' },
  'clock.declined': { label: 'notices.kind.clockDeclined', icon: 'i-lucide-undo-2' },
}
/** Custodians do not read the case: what concerns them leads to the releases. */
const FOR_CUSTODIANS: readonly string[] = ['identity.requested', 'identity.granted_by_colleague', 'identity.read', 'identity.guarded']
const OTHER: Look = { label: 'notices.kind.other', icon: 'i-lucide-bell' }

/** How a notice looks; a kind this console does not know yet is "something changed". */
export const noticeLook = (notice: Pick<NoticeRowFragment, 'kind'>): Look => LOOKS[notice.kind] ?? OTHER

/** Where notices of a feature lead whose subject is no case. */
const PAGE_OF: Readonly<Record<string, string>> = {
  feedback: '/masukan',
  relation: '/profil',
  selection: '/seleksi',
  standard: '/standar',
  calendar: '/kalender',
}

/** Where the notice leads; null when there is nowhere to go. */
export function noticePath({ kind, letterId, caseId }: Pick<NoticeRowFragment, 'kind' | 'letterId' | 'caseId'>): string | null {
  const page = FOR_CUSTODIANS.includes(kind) ? '/pelepasan-identitas' : PAGE_OF[kind.split('.')[0] ?? '']
  if (page) return page
  return letterId ? `/surat/${letterId}` : caseId ? `/perkara/${caseId}` : null
}
