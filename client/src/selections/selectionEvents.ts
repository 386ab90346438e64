import type { EventKind } from '@domain'

type Told = EventKind extends infer Kind ? (Kind extends `selection.${infer Word}` ? Word : never) : never

const TOLD: Readonly<Record<Told, true>> = {
  opened: true,
  request_attached: true,
  documents_recorded: true,
  checks_recorded: true,
  posts_saved: true,
  plan_saved: true,
  announcement_extended: true,
  post_dropped: true,
  applicants_recorded: true,
  results_recorded: true,
  results_corrected: true,
  shortlisted: true,
  appointed: true,
  advanced: true,
  finished: true,
  reopened: true,
  cancelled: true,
}

/** Whether the console has a sentence for it; the compiler asks for one when the domain has a new kind. */
export const isSelectionEvent = (kind: string): kind is Told => Object.hasOwn(TOLD, kind)
