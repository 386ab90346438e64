/** A test that says in its title which commitment it proves. */
export interface Proof {
  readonly code: string
  readonly file: string
  readonly title: string
}

/** Written by `npm run conformance -- --write` from the titles of the specs; `npm run check` holds it in step. */
export const PROOFS: readonly Proof[] = [
  {
    code: 'jpt.answer',
    file: 'libs/domain/src/selection/selection.workflow.spec.ts',
    title: 'every letter that answers a stage is a product of the standard [jpt.recommendation] [jpt.answer]',
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
    title: 'a file that was complete does not become incomplete again [jpt.stage_documents]',
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
    code: 'medlin.written.4',
    file: 'libs/domain/src/visit/visit.workflow.spec.ts',
    title: 'category %s decides whether the unit may %s: %s [medlin.written.4] [medlin.written.5]',
  },
  {
    code: 'medlin.written.5',
    file: 'libs/domain/src/visit/visit.workflow.spec.ts',
    title: 'category %s decides whether the unit may %s: %s [medlin.written.4] [medlin.written.5]',
  },
]
