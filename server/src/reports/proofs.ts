/** A test that says in its title which commitment it proves. */
export interface Proof {
  readonly code: string
  readonly file: string
  readonly title: string
}

/** Written by `npm run conformance -- --write` from the titles of the specs; `npm run check` holds it in step. */
export const PROOFS: readonly Proof[] = [
  {
    code: 'netralitas.lapor_no_field',
    file: 'libs/domain/src/clock/ledger.spec.ts',
    title:
      'reclassified from 5 to 14 to 60 days a complaint keeps its start and its pauses [netralitas.lapor_no_field] [netralitas.lapor_field]',
  },
  {
    code: 'netralitas.lapor_field',
    file: 'libs/domain/src/clock/ledger.spec.ts',
    title:
      'reclassified from 5 to 14 to 60 days a complaint keeps its start and its pauses [netralitas.lapor_no_field] [netralitas.lapor_field]',
  },
  {
    code: 'netralitas.siapnet_direct',
    file: 'libs/domain/src/clock/ledger.spec.ts',
    title: 'from direct to technical [netralitas.siapnet_direct] [netralitas.siapnet_technical]',
  },
  {
    code: 'netralitas.siapnet_technical',
    file: 'libs/domain/src/clock/ledger.spec.ts',
    title: 'from direct to technical [netralitas.siapnet_direct] [netralitas.siapnet_technical]',
  },
  {
    code: 'jpt.answer',
    file: 'libs/domain/src/clock/ledger.spec.ts',
    title: 'an open limit has no date until one is set, and follows the last one that was [jpt.answer]',
  },
  {
    code: 'medlin.feedback.1',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'medlin.feedback.2',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'medlin.feedback.3',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'medlin.feedback.4',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'medlin.feedback.5',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'medlin.feedback.6',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'medlin.feedback.7',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'medlin.feedback.8',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  { code: 'merit.feedback.1', file: 'libs/domain/src/feedback/feedback-channels.spec.ts', title: 'feedback can be logged against it [%s]' },
  { code: 'merit.feedback.2', file: 'libs/domain/src/feedback/feedback-channels.spec.ts', title: 'feedback can be logged against it [%s]' },
  { code: 'merit.feedback.3', file: 'libs/domain/src/feedback/feedback-channels.spec.ts', title: 'feedback can be logged against it [%s]' },
  { code: 'merit.feedback.4', file: 'libs/domain/src/feedback/feedback-channels.spec.ts', title: 'feedback can be logged against it [%s]' },
  { code: 'merit.feedback.5', file: 'libs/domain/src/feedback/feedback-channels.spec.ts', title: 'feedback can be logged against it [%s]' },
  { code: 'merit.feedback.6', file: 'libs/domain/src/feedback/feedback-channels.spec.ts', title: 'feedback can be logged against it [%s]' },
  { code: 'merit.feedback.7', file: 'libs/domain/src/feedback/feedback-channels.spec.ts', title: 'feedback can be logged against it [%s]' },
  { code: 'merit.feedback.8', file: 'libs/domain/src/feedback/feedback-channels.spec.ts', title: 'feedback can be logged against it [%s]' },
  { code: 'merit.feedback.9', file: 'libs/domain/src/feedback/feedback-channels.spec.ts', title: 'feedback can be logged against it [%s]' },
  {
    code: 'netralitas.feedback.1',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'netralitas.feedback.2',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'netralitas.feedback.3',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'netralitas.feedback.4',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'netralitas.feedback.5',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'netralitas.feedback.6',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'netralitas.feedback.7',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'netralitas.feedback.8',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'netralitas.feedback.9',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'kode_etik.feedback.1',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'kode_etik.feedback.2',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'kode_etik.feedback.3',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'kode_etik.feedback.4',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'kode_etik.feedback.5',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'kode_etik.feedback.6',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'kode_etik.feedback.7',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'kode_etik.feedback.8',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  {
    code: 'kode_etik.feedback.9',
    file: 'libs/domain/src/feedback/feedback-channels.spec.ts',
    title: 'feedback can be logged against it [%s]',
  },
  { code: 'jpt.feedback.1', file: 'libs/domain/src/feedback/feedback-channels.spec.ts', title: 'feedback can be logged against it [%s]' },
  { code: 'jpt.feedback.2', file: 'libs/domain/src/feedback/feedback-channels.spec.ts', title: 'feedback can be logged against it [%s]' },
  { code: 'jpt.feedback.3', file: 'libs/domain/src/feedback/feedback-channels.spec.ts', title: 'feedback can be logged against it [%s]' },
  { code: 'jpt.feedback.4', file: 'libs/domain/src/feedback/feedback-channels.spec.ts', title: 'feedback can be logged against it [%s]' },
  { code: 'jpt.feedback.5', file: 'libs/domain/src/feedback/feedback-channels.spec.ts', title: 'feedback can be logged against it [%s]' },
  { code: 'jpt.feedback.6', file: 'libs/domain/src/feedback/feedback-channels.spec.ts', title: 'feedback can be logged against it [%s]' },
  { code: 'jpt.feedback.7', file: 'libs/domain/src/feedback/feedback-channels.spec.ts', title: 'feedback can be logged against it [%s]' },
  { code: 'jpt.feedback.8', file: 'libs/domain/src/feedback/feedback-channels.spec.ts', title: 'feedback can be logged against it [%s]' },
  { code: 'jpt.feedback.9', file: 'libs/domain/src/feedback/feedback-channels.spec.ts', title: 'feedback can be logged against it [%s]' },
  {
    code: 'jpt.sijapti_entry',
    file: 'libs/domain/src/selection/portal.spec.ts',
    title: 'a request by %s, entered since: %s; the agency is told to enter it: %s [jpt.sijapti_entry] [jpt.sijapti_entry_later]',
  },
  {
    code: 'jpt.sijapti_entry_later',
    file: 'libs/domain/src/selection/portal.spec.ts',
    title: 'a request by %s, entered since: %s; the agency is told to enter it: %s [jpt.sijapti_entry] [jpt.sijapti_entry_later]',
  },
  {
    code: 'jpt.sijapti_entry_later',
    file: 'libs/domain/src/selection/portal.spec.ts',
    title: 'every letter about senior posts says where its request stands [jpt.sijapti_entry_later]',
  },
  {
    code: 'jpt.product.recommendation',
    file: 'libs/domain/src/selection/selection.workflow.spec.ts',
    title: 'every letter that answers a stage is a product of the standard [jpt.product.recommendation] [jpt.product.answer]',
  },
  {
    code: 'jpt.product.answer',
    file: 'libs/domain/src/selection/selection.workflow.spec.ts',
    title: 'every letter that answers a stage is a product of the standard [jpt.product.recommendation] [jpt.product.answer]',
  },
  {
    code: 'jpt.stages.5',
    file: 'libs/domain/src/selection/selection.workflow.spec.ts',
    title: 'the names of the three are chosen in the results only, the one in the appointment only [jpt.stages.5] [jpt.stages.6]',
  },
  {
    code: 'jpt.stages.6',
    file: 'libs/domain/src/selection/selection.workflow.spec.ts',
    title: 'the names of the three are chosen in the results only, the one in the appointment only [jpt.stages.5] [jpt.stages.6]',
  },
  {
    code: 'jpt.stage_documents',
    file: 'libs/domain/src/selection/selection.workflow.spec.ts',
    title: 'a file that was complete becomes incomplete when a paper turns out to be missing, until it is answered [jpt.stage_documents]',
  },
  {
    code: 'medlin.request_letter',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'medlin.identity',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'medlin.purpose',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'medlin.identity_copy',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'medlin.letter_of_head',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'medlin.identity_shown',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'merit.identity',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'merit.substance',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'netralitas.complaint_letter',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'netralitas.oral_statement',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'netralitas.bawaslu',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'netralitas.reporter_person',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'netralitas.reporter_body',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'netralitas.stamp',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'netralitas.reported_identity',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'netralitas.reported_active',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'netralitas.evidence',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'kode_etik.identity',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'kode_etik.asn_identity',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'kode_etik.assignment_letter',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'kode_etik.substance',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'kode_etik.meeting_date',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'jpt.agency_letter',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'jpt.identity_shown',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'jpt.control_form',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'jpt.addressed_letter',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'jpt.stage_documents',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'jpt.sijapti_entry',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s from %s, and without it the file is not complete',
  },
  {
    code: 'kode_etik.contact',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s and recorded, and does not hold the file up',
  },
  {
    code: 'jpt.sijapti_entry_later',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] is asked of %s by %s and recorded, and does not hold the file up',
  },
  {
    code: 'medlin.channel.counter',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'medlin.channel.post',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'medlin.channel.medlin',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'medlin.channel.walk_in',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'medlin.channel.virtual',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'merit.channel.counter',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'merit.channel.post',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'merit.channel.email',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'merit.channel.walk_in',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'netralitas.channel.counter',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'netralitas.channel.post',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'netralitas.channel.email',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'netralitas.channel.walk_in',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'netralitas.channel.lapor',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'netralitas.channel.siapnet',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'kode_etik.channel.counter',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'kode_etik.channel.post',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'kode_etik.channel.walk_in',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'jpt.channel.counter',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'jpt.channel.post',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'jpt.channel.email',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'jpt.channel.sijapti',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  {
    code: 'jpt.channel.walk_in',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] %s is reached by %s, and by no channel of another service',
  },
  { code: 'medlin.answer', file: 'libs/domain/src/standard/kept.spec.ts', title: '[%s] counted by %s from %s: due %s WIB' },
  { code: 'medlin.walk_in', file: 'libs/domain/src/standard/kept.spec.ts', title: '[%s] counted by %s from %s: due %s WIB' },
  { code: 'medlin.virtual', file: 'libs/domain/src/standard/kept.spec.ts', title: '[%s] counted by %s from %s: due %s WIB' },
  { code: 'merit.answer', file: 'libs/domain/src/standard/kept.spec.ts', title: '[%s] counted by %s from %s: due %s WIB' },
  { code: 'merit.face_to_face', file: 'libs/domain/src/standard/kept.spec.ts', title: '[%s] counted by %s from %s: due %s WIB' },
  { code: 'netralitas.follow_up', file: 'libs/domain/src/standard/kept.spec.ts', title: '[%s] counted by %s from %s: due %s WIB' },
  { code: 'netralitas.completion', file: 'libs/domain/src/standard/kept.spec.ts', title: '[%s] counted by %s from %s: due %s WIB' },
  { code: 'netralitas.lapor_normative', file: 'libs/domain/src/standard/kept.spec.ts', title: '[%s] counted by %s from %s: due %s WIB' },
  { code: 'netralitas.lapor_no_field', file: 'libs/domain/src/standard/kept.spec.ts', title: '[%s] counted by %s from %s: due %s WIB' },
  { code: 'netralitas.lapor_field', file: 'libs/domain/src/standard/kept.spec.ts', title: '[%s] counted by %s from %s: due %s WIB' },
  { code: 'netralitas.internal_direct', file: 'libs/domain/src/standard/kept.spec.ts', title: '[%s] counted by %s from %s: due %s WIB' },
  { code: 'netralitas.internal_technical', file: 'libs/domain/src/standard/kept.spec.ts', title: '[%s] counted by %s from %s: due %s WIB' },
  { code: 'netralitas.siapnet_direct', file: 'libs/domain/src/standard/kept.spec.ts', title: '[%s] counted by %s from %s: due %s WIB' },
  { code: 'netralitas.siapnet_technical', file: 'libs/domain/src/standard/kept.spec.ts', title: '[%s] counted by %s from %s: due %s WIB' },
  { code: 'kode_etik.answer', file: 'libs/domain/src/standard/kept.spec.ts', title: '[%s] counted by %s from %s: due %s WIB' },
  { code: 'jpt.answer', file: 'libs/domain/src/standard/kept.spec.ts', title: '[%s] counted by %s from %s: due %s WIB' },
  { code: 'kode_etik.hours.1', file: 'libs/domain/src/standard/kept.spec.ts', title: '[%s] on %s the doors of the service are open %s' },
  { code: 'kode_etik.hours.2', file: 'libs/domain/src/standard/kept.spec.ts', title: '[%s] on %s the doors of the service are open %s' },
  {
    code: 'medlin.product.answer',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'medlin.product.notice',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'medlin.product.schedule',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'medlin.product.completeness_request',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'merit.product.answer',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'merit.product.notice',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'merit.product.confirmation',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'merit.product.completeness_request',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'netralitas.product.recommendation',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'netralitas.product.answer',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'netralitas.product.notice',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'netralitas.product.confirmation',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'netralitas.product.completeness_request',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'kode_etik.product.answer',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'kode_etik.product.schedule',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'kode_etik.product.notice',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'kode_etik.product.completeness_request',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'jpt.product.recommendation',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'jpt.product.answer',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'jpt.product.notice',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'jpt.product.completeness_request',
    file: 'libs/domain/src/standard/kept.spec.ts',
    title: '[%s] of %s can be drafted as %s, from its own template',
  },
  {
    code: 'medlin.visit.3',
    file: 'libs/domain/src/visit/visit.workflow.spec.ts',
    title: 'a virtual visit knows neither guest book nor waiting room [medlin.visit.3] [medlin.visit.4] [medlin.visit.5]',
  },
  {
    code: 'medlin.visit.4',
    file: 'libs/domain/src/visit/visit.workflow.spec.ts',
    title: 'a virtual visit knows neither guest book nor waiting room [medlin.visit.3] [medlin.visit.4] [medlin.visit.5]',
  },
  {
    code: 'medlin.visit.5',
    file: 'libs/domain/src/visit/visit.workflow.spec.ts',
    title: 'a virtual visit knows neither guest book nor waiting room [medlin.visit.3] [medlin.visit.4] [medlin.visit.5]',
  },
  {
    code: 'medlin.visit.2',
    file: 'libs/domain/src/visit/visit.workflow.spec.ts',
    title: 'online the head names the officer before anything else, and the officer begins at once [medlin.visit.2]',
  },
  {
    code: 'medlin.written.4',
    file: 'libs/domain/src/visit/visit.workflow.spec.ts',
    title: 'category %s decides whether the unit may %s: %s [medlin.written.4] [medlin.written.5]',
  },
  {
    code: 'medlin.written.5',
    file: 'libs/domain/src/visit/visit.workflow.spec.ts',
    title: 'category %s decides whether the unit may %s: %s [medlin.written.4] [medlin.written.5]',
  },
  {
    code: 'netralitas.complaint.2',
    file: 'server/src/handling/handling.spec.ts',
    title: 'decided by analysis fills the letter that confirms it to the complainant [netralitas.complaint.2]',
  },
  {
    code: 'netralitas.complaint.3',
    file: 'server/src/handling/handling.spec.ts',
    title: 'face to face names the place and the officer whom the complainant asks for [netralitas.complaint.3]',
  },
  {
    code: 'netralitas.reported_active',
    file: 'server/src/handling/handling.spec.ts',
    title: 'are handled once they are confirmed to be active civil servants [netralitas.reported_active] [netralitas.reported_identity]',
  },
  {
    code: 'netralitas.reported_identity',
    file: 'server/src/handling/handling.spec.ts',
    title: 'are handled once they are confirmed to be active civil servants [netralitas.reported_active] [netralitas.reported_identity]',
  },
  {
    code: 'netralitas.evidence',
    file: 'server/src/handling/handling.spec.ts',
    title: 'of kind %s is sufficient only with every check of its kind met [netralitas.evidence]',
  },
  {
    code: 'netralitas.product.recommendation',
    file: 'server/src/handling/handling.spec.ts',
    title: 'begin the letter of recommendation, which carries every point word for word [netralitas.product.recommendation]',
  },
  {
    code: 'netralitas.oral_statement',
    file: 'server/src/handling/handling.spec.ts',
    title: 'is taken down at either office, read back and printed for the complainant [netralitas.oral_statement]',
  },
  { code: 'medlin.written.1', file: 'server/src/reports/conformance.spec.ts', title: '[%s] a request for %s is on record with %s' },
  { code: 'medlin.written.3', file: 'server/src/reports/conformance.spec.ts', title: '[%s] a request for %s is on record with %s' },
  { code: 'netralitas.complaint.1', file: 'server/src/reports/conformance.spec.ts', title: '[%s] a request for %s is on record with %s' },
  { code: 'kode_etik.written.1', file: 'server/src/reports/conformance.spec.ts', title: '[%s] a request for %s is on record with %s' },
  { code: 'kode_etik.written.3', file: 'server/src/reports/conformance.spec.ts', title: '[%s] a request for %s is on record with %s' },
  {
    code: 'medlin.written.2',
    file: 'server/src/reports/conformance.spec.ts',
    title: '[%s] who asked for %s gets a tanda terima with agenda number and sender',
  },
  {
    code: 'kode_etik.written.2',
    file: 'server/src/reports/conformance.spec.ts',
    title: '[%s] who asked for %s gets a tanda terima with agenda number and sender',
  },
  {
    code: 'medlin.cost',
    file: 'server/src/reports/conformance.spec.ts',
    title: '[%s] the tanda terima of %s says that the service is free',
  },
  {
    code: 'merit.cost',
    file: 'server/src/reports/conformance.spec.ts',
    title: '[%s] the tanda terima of %s says that the service is free',
  },
  {
    code: 'netralitas.cost',
    file: 'server/src/reports/conformance.spec.ts',
    title: '[%s] the tanda terima of %s says that the service is free',
  },
  {
    code: 'kode_etik.cost',
    file: 'server/src/reports/conformance.spec.ts',
    title: '[%s] the tanda terima of %s says that the service is free',
  },
  { code: 'jpt.cost', file: 'server/src/reports/conformance.spec.ts', title: '[%s] the tanda terima of %s says that the service is free' },
  {
    code: 'jpt.stages.1',
    file: 'server/src/selections/selections.spec.ts',
    title: 'opens a selection at its planning, with what the rules know copied from the case [jpt.stages.1]',
  },
  {
    code: 'jpt.answer',
    file: 'server/src/selections/selections.spec.ts',
    title: 'start the five working days when they are complete, and not before [jpt.answer] [jpt.stage_documents]',
  },
  {
    code: 'jpt.stage_documents',
    file: 'server/src/selections/selections.spec.ts',
    title: 'start the five working days when they are complete, and not before [jpt.answer] [jpt.stage_documents]',
  },
  {
    code: 'jpt.answer',
    file: 'server/src/selections/selections.spec.ts',
    title:
      'a paper that turns out to be missing lets the clock stand still, and the complete file lets it go on [jpt.answer] [jpt.stage_documents]',
  },
  {
    code: 'jpt.stage_documents',
    file: 'server/src/selections/selections.spec.ts',
    title:
      'a paper that turns out to be missing lets the clock stand still, and the complete file lets it go on [jpt.answer] [jpt.stage_documents]',
  },
  {
    code: 'jpt.answer',
    file: 'server/src/selections/selections.spec.ts',
    title: 'of a region that is excepted have no limit until one is set [jpt.answer]',
  },
  {
    code: 'jpt.sijapti_entry_later',
    file: 'server/src/selections/selections.spec.ts',
    title: 'a request that came another way is accepted, and its portal entry noted when it follows [jpt.sijapti_entry_later]',
  },
  {
    code: 'jpt.product.recommendation',
    file: 'server/src/selections/selections.spec.ts',
    title: 'the planning is left when its letter of recommendation was delivered, and not before [jpt.product.recommendation]',
  },
  {
    code: 'jpt.stages.2',
    file: 'server/src/selections/selections.spec.ts',
    title: 'fewer than three applicants keep it with the applications; the announcement is extended [jpt.stages.2] [jpt.stages.3]',
  },
  {
    code: 'jpt.stages.3',
    file: 'server/src/selections/selections.spec.ts',
    title: 'fewer than three applicants keep it with the applications; the announcement is extended [jpt.stages.2] [jpt.stages.3]',
  },
  {
    code: 'medlin.walk_in',
    file: 'server/src/timekeeping/allowances.spec.ts',
    title:
      'a visitor who waits longer than the hour is excused by a recorded reason, which everybody who reads the case sees [medlin.walk_in]',
  },
  {
    code: 'medlin.walk_in',
    file: 'server/src/timekeeping/allowances.spec.ts',
    title:
      'a consultation that begins late with its reason is excused by it: the ledger says so, and no promise counts as broken [medlin.walk_in]',
  },
  {
    code: 'jpt.answer',
    file: 'server/src/timekeeping/allowances.spec.ts',
    title: 'the clock runs without a date and says so, until the head sets a limit whose reason everybody sees [jpt.answer]',
  },
  {
    code: 'netralitas.lapor_normative',
    file: 'server/src/timekeeping/timekeeping.spec.ts',
    title: 'leaves the date visible, marks it, and moves it when work is resumed [netralitas.lapor_normative]',
  },
  {
    code: 'netralitas.lapor_no_field',
    file: 'server/src/timekeeping/timekeeping.spec.ts',
    title:
      'gives its own time from the same start, with pauses kept: 5, then 14, then 60 days [netralitas.lapor_no_field] [netralitas.lapor_field]',
  },
  {
    code: 'netralitas.lapor_field',
    file: 'server/src/timekeeping/timekeeping.spec.ts',
    title:
      'gives its own time from the same start, with pauses kept: 5, then 14, then 60 days [netralitas.lapor_no_field] [netralitas.lapor_field]',
  },
  {
    code: 'netralitas.siapnet_direct',
    file: 'server/src/timekeeping/timekeeping.spec.ts',
    title: 'of a report through SIAPNET goes from direct to technical [netralitas.siapnet_direct] [netralitas.siapnet_technical]',
  },
  {
    code: 'netralitas.siapnet_technical',
    file: 'server/src/timekeeping/timekeeping.spec.ts',
    title: 'of a report through SIAPNET goes from direct to technical [netralitas.siapnet_direct] [netralitas.siapnet_technical]',
  },
  {
    code: 'jpt.answer',
    file: 'server/src/timekeeping/timekeeping.spec.ts',
    title: 'a 3T region gets its limit from the head, with a reason [jpt.answer]',
  },
  {
    code: 'kode_etik.written.4',
    file: 'server/src/visits/bookings.spec.ts',
    title: 'is told of the meeting, of its change and of its end, with one appointment for the calendar [kode_etik.written.4]',
  },
  {
    code: 'kode_etik.written.5',
    file: 'server/src/visits/bookings.spec.ts',
    title: 'comes at the booked time, is shown to the officer, and the request is answered by word of mouth [kode_etik.written.5]',
  },
  {
    code: 'kode_etik.written.6',
    file: 'server/src/visits/bookings.spec.ts',
    title: 'is met online at the booked time, without counter and waiting room [kode_etik.written.6]',
  },
  {
    code: 'kode_etik.written.4',
    file: 'server/src/visits/bookings.spec.ts',
    title: 'schedule and contact person flow into the letter [kode_etik.written.4]',
  },
  {
    code: 'medlin.walk_in',
    file: 'server/src/visits/visits.spec.ts',
    title:
      'runs one open hour from the confirmation of the unit, and stops when the consultation begins [medlin.walk_in] [medlin.visit.1] [medlin.visit.6]',
  },
  {
    code: 'medlin.visit.1',
    file: 'server/src/visits/visits.spec.ts',
    title:
      'runs one open hour from the confirmation of the unit, and stops when the consultation begins [medlin.walk_in] [medlin.visit.1] [medlin.visit.6]',
  },
  {
    code: 'medlin.visit.6',
    file: 'server/src/visits/visits.spec.ts',
    title:
      'runs one open hour from the confirmation of the unit, and stops when the consultation begins [medlin.walk_in] [medlin.visit.1] [medlin.visit.6]',
  },
  {
    code: 'medlin.walk_in',
    file: 'server/src/visits/visits.spec.ts',
    title: 'begins late only with the running activity of the unit recorded [medlin.walk_in]',
  },
  {
    code: 'medlin.written.5',
    file: 'server/src/visits/visits.spec.ts',
    title: 'outside the category it is refused by letter, never served; inside it is never refused [medlin.written.5]',
  },
  {
    code: 'medlin.virtual',
    file: 'server/src/visits/visits.spec.ts',
    title: 'online it has no queue number, and begins at once without a word of excuse [medlin.virtual]',
  },
  {
    code: 'kode_etik.answer',
    file: 'server/src/visits/visits.spec.ts',
    title: 'a consultation on ethics runs from receipt in service hours, across the Friday break [kode_etik.answer] [kode_etik.visit.2]',
  },
  {
    code: 'kode_etik.visit.2',
    file: 'server/src/visits/visits.spec.ts',
    title: 'a consultation on ethics runs from receipt in service hours, across the Friday break [kode_etik.answer] [kode_etik.visit.2]',
  },
  {
    code: 'merit.face_to_face.1',
    file: 'server/src/visits/visits.spec.ts',
    title: 'a merit consultation is held within one day of arrival [merit.face_to_face.1] [merit.face_to_face.2] [merit.face_to_face.4]',
  },
  {
    code: 'merit.face_to_face.2',
    file: 'server/src/visits/visits.spec.ts',
    title: 'a merit consultation is held within one day of arrival [merit.face_to_face.1] [merit.face_to_face.2] [merit.face_to_face.4]',
  },
  {
    code: 'merit.face_to_face.4',
    file: 'server/src/visits/visits.spec.ts',
    title: 'a merit consultation is held within one day of arrival [merit.face_to_face.1] [merit.face_to_face.2] [merit.face_to_face.4]',
  },
  {
    code: 'kode_etik.assignment_letter',
    file: 'server/src/visits/visits.spec.ts',
    title:
      'keep a civil servant without surat tugas from being received, but not from being told why or offered another time [kode_etik.assignment_letter]',
  },
  {
    code: 'kode_etik.answer',
    file: 'server/src/visits/visits.spec.ts',
    title: 'an ethics visitor is entered under the topic %s [kode_etik.answer]',
  },
  {
    code: 'kode_etik.visit.1',
    file: 'server/src/visits/visits.spec.ts',
    title: 'records that surat tugas is missing: the visitor is entered all the same [kode_etik.visit.1]',
  },
  {
    code: 'merit.face_to_face.3',
    file: 'server/src/visits/visits.spec.ts',
    title: 'another time is proposed, kept and confirmed; the visitor comes back to the same officer [merit.face_to_face.3]',
  },
  {
    code: 'merit.face_to_face.3',
    file: 'server/src/visits/visits.spec.ts',
    title: 'a visitor who calls off the proposed time beforehand frees the officer, and the request ends [merit.face_to_face.3]',
  },
  {
    code: 'netralitas.evidence',
    file: 'test/browser/handling.spec.ts',
    title: 'an Asisten handles a complaint on its page, and a colleague sees it live [netralitas.evidence]',
  },
  {
    code: 'netralitas.lapor_field',
    file: 'test/browser/reclassification.spec.ts',
    title: 'a classification is shown before anybody decides; the head consents, and both desks see the new date [netralitas.lapor_field]',
  },
  {
    code: 'jpt.stages.5',
    file: 'test/browser/selection-import.spec.ts',
    title: 'a table of results is refused row by row, corrected, and kept whole [jpt.stages.5]',
  },
  {
    code: 'netralitas.channel.siapnet',
    file: 'test/stories/complaint-followed-up.spec.ts',
    title: 'registered from SIAPNET with two reported persons, it runs on the shortest time of that portal [netralitas.channel.siapnet]',
  },
  {
    code: 'netralitas.siapnet_direct',
    file: 'test/stories/complaint-followed-up.spec.ts',
    title: 'classified as one that can be followed up directly, and decided: 4 working days [netralitas.siapnet_direct]',
  },
  {
    code: 'netralitas.lapor_field',
    file: 'test/stories/complaint-followed-up.spec.ts',
    title:
      'field examination: shown beforehand, asked by the Asisten, consented to by the head; start and pause stay [netralitas.lapor_field]',
  },
  {
    code: 'netralitas.complaint.2',
    file: 'test/stories/complaint-followed-up.spec.ts',
    title:
      'the letter to the complainant says how, when and with whom it is handled [netralitas.complaint.2] [netralitas.product.confirmation]',
  },
  {
    code: 'netralitas.product.confirmation',
    file: 'test/stories/complaint-followed-up.spec.ts',
    title:
      'the letter to the complainant says how, when and with whom it is handled [netralitas.complaint.2] [netralitas.product.confirmation]',
  },
  {
    code: 'netralitas.reported_active',
    file: 'test/stories/complaint-followed-up.spec.ts',
    title: 'each reported person is confirmed, accused and proved for themselves [netralitas.reported_active] [netralitas.evidence]',
  },
  {
    code: 'netralitas.evidence',
    file: 'test/stories/complaint-followed-up.spec.ts',
    title: 'each reported person is confirmed, accused and proved for themselves [netralitas.reported_active] [netralitas.evidence]',
  },
  {
    code: 'netralitas.product.recommendation',
    file: 'test/stories/complaint-followed-up.spec.ts',
    title: 'the recommendation quotes the points to the PPK and is approved; delivered, they bind [netralitas.product.recommendation]',
  },
  {
    code: 'netralitas.product.answer',
    file: 'test/stories/complaint-followed-up.spec.ts',
    title: 'answered in time, the complaint is closed and its clock stops; the points live on [netralitas.product.answer]',
  },
  {
    code: 'netralitas.lapor_normative',
    file: 'test/stories/reclassified.spec.ts',
    title: 'a normative complaint has five working days, and a pause adds the days it took [netralitas.lapor_normative]',
  },
  {
    code: 'netralitas.lapor_field',
    file: 'test/stories/reclassified.spec.ts',
    title: 'the Asisten sees beforehand what a field examination would mean, and the head consents to it [netralitas.lapor_field]',
  },
  {
    code: 'medlin.written.5',
    file: 'test/stories/refusal.spec.ts',
    title: 'the notice goes the way of every letter, and closes the case when it is delivered [medlin.written.5]',
  },
  {
    code: 'merit.written.3',
    file: 'test/stories/refusal.spec.ts',
    title:
      'a consultation on the merit system that cannot be processed is told so by letter, and no week of an answer ever begins [merit.written.3]',
  },
  {
    code: 'jpt.stages.1',
    file: 'test/stories/selection.spec.ts',
    title:
      'a request of a 3T region opens a selection; it came by post, so the agency must enter it in SIJAPTI [jpt.stages.1] [jpt.sijapti_entry_later]',
  },
  {
    code: 'jpt.sijapti_entry_later',
    file: 'test/stories/selection.spec.ts',
    title:
      'a request of a 3T region opens a selection; it came by post, so the agency must enter it in SIJAPTI [jpt.stages.1] [jpt.sijapti_entry_later]',
  },
  {
    code: 'jpt.product.completeness_request',
    file: 'test/stories/selection.spec.ts',
    title: 'an incomplete file is asked for by letter, and starts no clock [jpt.product.completeness_request] [jpt.stage_documents]',
  },
  {
    code: 'jpt.stage_documents',
    file: 'test/stories/selection.spec.ts',
    title: 'an incomplete file is asked for by letter, and starts no clock [jpt.product.completeness_request] [jpt.stage_documents]',
  },
  {
    code: 'jpt.answer',
    file: 'test/stories/selection.spec.ts',
    title: 'complete papers start the clock of the region, which has no limit until one is set [jpt.answer]',
  },
  {
    code: 'jpt.answer',
    file: 'test/stories/selection.spec.ts',
    title: 'the head sets the limit of the region with a reason, and the date is exact; elsewhere it is five working days [jpt.answer]',
  },
  {
    code: 'jpt.product.recommendation',
    file: 'test/stories/selection.spec.ts',
    title: 'the planning is answered by a recommendation, and left with it [jpt.product.recommendation] [jpt.stages.1]',
  },
  {
    code: 'jpt.stages.1',
    file: 'test/stories/selection.spec.ts',
    title: 'the planning is answered by a recommendation, and left with it [jpt.product.recommendation] [jpt.stages.1]',
  },
  {
    code: 'jpt.product.answer',
    file: 'test/stories/selection.spec.ts',
    title: 'the announcement is answered by a letter of response [jpt.product.answer] [jpt.stages.2]',
  },
  {
    code: 'jpt.stages.2',
    file: 'test/stories/selection.spec.ts',
    title: 'the announcement is answered by a letter of response [jpt.product.answer] [jpt.stages.2]',
  },
  {
    code: 'jpt.stages.2',
    file: 'test/stories/selection.spec.ts',
    title:
      'applications need the recommendation of the PPK; fewer than three keep the announcement open; no letter answers them [jpt.stages.2] [jpt.stages.3]',
  },
  {
    code: 'jpt.stages.3',
    file: 'test/stories/selection.spec.ts',
    title:
      'applications need the recommendation of the PPK; fewer than three keep the announcement open; no letter answers them [jpt.stages.2] [jpt.stages.3]',
  },
  {
    code: 'jpt.stages.4',
    file: 'test/stories/selection.spec.ts',
    title: 'scores come as a table: errors by row first, then the whole of it [jpt.stages.4] [jpt.stages.5]',
  },
  {
    code: 'jpt.stages.5',
    file: 'test/stories/selection.spec.ts',
    title: 'scores come as a table: errors by row first, then the whole of it [jpt.stages.4] [jpt.stages.5]',
  },
  {
    code: 'jpt.product.completeness_request',
    file: 'test/stories/selection.spec.ts',
    title:
      'the selection is reported with papers missing: they are asked for, then a letter of response answers [jpt.product.completeness_request] [jpt.stages.4]',
  },
  {
    code: 'jpt.stages.4',
    file: 'test/stories/selection.spec.ts',
    title:
      'the selection is reported with papers missing: they are asked for, then a letter of response answers [jpt.product.completeness_request] [jpt.stages.4]',
  },
  {
    code: 'jpt.stages.5',
    file: 'test/stories/selection.spec.ts',
    title: 'the three best of each post are recommended, and then no secret any more [jpt.stages.5]',
  },
  {
    code: 'jpt.stages.6',
    file: 'test/stories/selection.spec.ts',
    title:
      'one of the three is appointed, by the PPK for pratama and by the President for madya; a letter answers, and the selection ends [jpt.stages.6]',
  },
  {
    code: 'medlin.visit.2',
    file: 'test/stories/visit.spec.ts',
    title: 'a visitor for mediation is entered, and the unit sees them come without asking [medlin.visit.2] [medlin.visit.3]',
  },
  {
    code: 'medlin.visit.3',
    file: 'test/stories/visit.spec.ts',
    title: 'a visitor for mediation is entered, and the unit sees them come without asking [medlin.visit.2] [medlin.visit.3]',
  },
  {
    code: 'medlin.written.5',
    file: 'test/stories/visit.spec.ts',
    title:
      'outside the category the unit refuses, the front office hears why, and the officer writes the surat penolakan [medlin.written.5]',
  },
  {
    code: 'kode_etik.answer',
    file: 'test/stories/visit.spec.ts',
    title:
      'is entered at 11.10 with the surat tugas shown, and received at 11.20: the answer is due at the end of service hours on Monday [kode_etik.answer] [kode_etik.visit.3] [kode_etik.visit.4]',
  },
  {
    code: 'kode_etik.visit.3',
    file: 'test/stories/visit.spec.ts',
    title:
      'is entered at 11.10 with the surat tugas shown, and received at 11.20: the answer is due at the end of service hours on Monday [kode_etik.answer] [kode_etik.visit.3] [kode_etik.visit.4]',
  },
  {
    code: 'kode_etik.visit.4',
    file: 'test/stories/visit.spec.ts',
    title:
      'is entered at 11.10 with the surat tugas shown, and received at 11.20: the answer is due at the end of service hours on Monday [kode_etik.answer] [kode_etik.visit.3] [kode_etik.visit.4]',
  },
  {
    code: 'kode_etik.written.5',
    file: 'test/stories/visit.spec.ts',
    title: 'is met at 13.00, the minutes are kept, and the written answer reaches them [kode_etik.written.5] [kode_etik.visit.5]',
  },
  {
    code: 'kode_etik.visit.5',
    file: 'test/stories/visit.spec.ts',
    title: 'is met at 13.00, the minutes are kept, and the written answer reaches them [kode_etik.written.5] [kode_etik.visit.5]',
  },
  {
    code: 'medlin.visit.2',
    file: 'test/stories/visit.spec.ts',
    title:
      'a virtual visitor joins without guest book and waiting room, the head names the officer on the board, and the officer hears of it [medlin.visit.2] [medlin.visit.6]',
  },
  {
    code: 'medlin.visit.6',
    file: 'test/stories/visit.spec.ts',
    title:
      'a virtual visitor joins without guest book and waiting room, the head names the officer on the board, and the officer hears of it [medlin.visit.2] [medlin.visit.6]',
  },
  {
    code: 'merit.written.1',
    file: 'test/stories/whole-job.spec.ts',
    title: 'the Sekretariat registers a letter with its scan: it enters the book, and no unit [merit.written.1]',
  },
  {
    code: 'merit.written.2',
    file: 'test/stories/whole-job.spec.ts',
    title: 'the head disposes: the Asisten sees it, the colleague beside does not [merit.written.2]',
  },
  {
    code: 'merit.written.3',
    file: 'test/stories/whole-job.spec.ts',
    title: 'the Asisten decides that it can be processed: the clock of the standard begins there [merit.written.3]',
  },
  {
    code: 'merit.written.4',
    file: 'test/stories/whole-job.spec.ts',
    title: 'the Asisten drafts; autosave is nobody else’s business, and never overwrites [merit.written.4]',
  },
  {
    code: 'merit.written.5',
    file: 'test/stories/whole-job.spec.ts',
    title: 'submitted, passed, approved: each desk in its turn [merit.written.5] [merit.written.6]',
  },
  {
    code: 'merit.written.6',
    file: 'test/stories/whole-job.spec.ts',
    title: 'submitted, passed, approved: each desk in its turn [merit.written.5] [merit.written.6]',
  },
  {
    code: 'merit.written.7',
    file: 'test/stories/whole-job.spec.ts',
    title: 'issued: the letter has its number, and the PDF is the very one whose hash it carries [merit.written.7]',
  },
  {
    code: 'merit.written.8',
    file: 'test/stories/whole-job.spec.ts',
    title: 'delivered by hand, the case closes and nothing waits for anybody [merit.written.8]',
  },
]
