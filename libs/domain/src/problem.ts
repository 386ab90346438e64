/** Every refusal the product can utter. The console has a sentence for each in both languages (client/src/app/problems.ts does not compile without). */
export const PROBLEMS = [
  'access.denied',
  'access.signed_out',
  'access.bad_credentials',
  'access.too_many_attempts',
  'access.step_up_required',
  'access.two_persons',
  'request.invalid',
  'request.key_reused',
  'request.too_large',
  'request.too_slow',
  'request.unknown_document',
  'conflict.changed_meanwhile',
  'conflict.busy',
  'case.wrong_stage',
  'case.incomplete_identity',
  'case.requirements_unanswered',
  'case.letter_missing',
  'case.letters_open',
  'case.no_email',
  'disposition.wrong_state',
  'disposition.no_recipient',
  'disposition.one_main_recipient',
  'disposition.recipient_not_below',
  'disposition.recipient_conflicted',
  'disposition.recipient_vacant',
  'disposition.reason_missing',
  'disposition.already_read',
  'disposition.ends_with_case',
  'disposition.due_in_past',
  'letter.wrong_status',
  'letter.own_work',
  'letter.already_reviewed',
  'letter.text_changed',
  'letter.reason_missing',
  'letter.body_invalid',
  'letter.fields_unresolved',
  'letter.chain_broken',
  'letter.kind_taken',
  'letter.being_edited',
  'letter.not_rendered',
  'letter.void_pending',
  'letter.under_way',
  'delivery.recipient_missing',
  'delivery.proof_missing',
  'delivery.wrong_status',
  'conflict_of_interest',
  'file.too_large',
  'file.kind_refused',
  'file.not_ready',
  'file.disk_full',
  'identity.nik_invalid',
  'identity.nip_invalid',
  'identity.email_invalid',
  'people.email_taken',
  'people.weak_password',
  'people.wrong_password',
  'people.post_overlap',
  'people.last_admin',
  'clock.calendar_missing',
] as const

export type ProblemCode = (typeof PROBLEMS)[number]

export const isProblem = (code: unknown): code is ProblemCode => PROBLEMS.some((known) => known === code)

/** An expected "no": thrown once, turned into `extensions.code` in one filter. `fields` names the inputs at fault, `detail` carries facts a sentence may use. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: Readonly<Record<string, string | number | readonly string[]>> = {},
  ) {
    super(code)
    this.name = 'Refusal'
  }
}
