import type { NoticeRowFragment } from '../generated/graphql.js'
import type { WordKey } from '../app/words.js'

type Kind =
  | 'task'
  | 'disposition'
  | 'copy'
  | 'returned'
  | 'review'
  | 'approved'
  | 'issued'
  | 'delivered'
  | 'withdrawn'
  | 'at_risk'
  | 'late'
  | 'comment'
  | 'other'

const ICON: Record<Kind, string> = {
  task: 'i-lucide-inbox',
  disposition: 'i-lucide-git-branch',
  copy: 'i-lucide-copy',
  returned: 'i-lucide-undo-2',
  review: 'i-lucide-eye',
  approved: 'i-lucide-check',
  issued: 'i-lucide-stamp',
  delivered: 'i-lucide-send',
  withdrawn: 'i-lucide-ban',
  at_risk: 'i-lucide-triangle-alert',
  late: 'i-lucide-alarm-clock-off',
  comment: 'i-lucide-message-square',
  other: 'i-lucide-bell',
}

/** Words the server may use in a notice's kind ('letter.returned', 'task.opened', 'clock.late'), the telling ones first. */
const MEANINGS: readonly (readonly [RegExp, Kind])[] = [
  [/late|overdue|missed/, 'late'],
  [/risk|due/, 'at_risk'],
  [/return|revise|sent_back/, 'returned'],
  [/comment/, 'comment'],
  [/withdraw|recall|supersed/, 'withdrawn'],
  [/deliver/, 'delivered'],
  [/issue/, 'issued'],
  [/approve/, 'approved'],
  [/review|submit|pass/, 'review'],
  [/copy/, 'copy'],
  [/dispos|assign/, 'disposition'],
  [/task|hand/, 'task'],
]

const kindOf = (notice: Pick<NoticeRowFragment, 'kind'>): Kind => MEANINGS.find(([pattern]) => pattern.test(notice.kind))?.[1] ?? 'other'

export const noticeLabel = (notice: Pick<NoticeRowFragment, 'kind'>): WordKey => `notices.kind.${kindOf(notice)}`
export const noticeIcon = (notice: Pick<NoticeRowFragment, 'kind'>): string => ICON[kindOf(notice)]

/** Where the notice leads; null when there is nowhere to go. */
export const noticePath = (notice: Pick<NoticeRowFragment, 'letterId' | 'caseId'>): string | null =>
  notice.letterId ? `/surat/${notice.letterId}` : notice.caseId ? `/perkara/${notice.caseId}` : null
