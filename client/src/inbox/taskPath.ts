import type { TaskKind } from '@domain'

interface Reachable {
  readonly kind: TaskKind
  readonly caseId: string
  readonly letterId: string | null
}

/**
 * Where the work of a task is done: the letter for those who write and review, the time limits for those who consent to more time, the list of
 * releases for custodians, the case for the rest.
 */
export const taskPath = (task: Reachable): string =>
  task.kind === 'release'
    ? '/pelepasan-identitas'
    : task.letterId
      ? `/surat/${task.letterId}`
      : `/perkara/${task.caseId}${task.kind === 'approve_clock' ? '?bagian=waktu' : ''}`

export const TASK_ICON: Record<TaskKind, string> = {
  complete_registration: 'i-lucide-clipboard-check',
  dispose: 'i-lucide-git-branch',
  decide: 'i-lucide-scale',
  draft: 'i-lucide-pencil-line',
  revise: 'i-lucide-undo-2',
  review: 'i-lucide-eye',
  issue: 'i-lucide-stamp',
  deliver: 'i-lucide-send',
  consent_void: 'i-lucide-ban',
  approve_clock: 'i-lucide-timer',
  reassign: 'i-lucide-user-x',
  release: 'i-lucide-key-round',
}
