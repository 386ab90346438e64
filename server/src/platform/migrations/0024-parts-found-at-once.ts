import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Indexes for what pages and deletions look up by its case, booking, agency or file; and checks that repeat laws which only the domain held. */
export class PartsFoundAtOnce0024 implements MigrationInterface {
  name = 'PartsFoundAtOnce0024'

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- the handling of one complaint
      CREATE INDEX evidence_case ON evidence (case_id, recorded_at, id);
      CREATE INDEX finding_case ON finding (case_id);
      -- a file is swept only after a look at what refers to it
      CREATE INDEX evidence_file ON evidence (file_id) WHERE file_id IS NOT NULL;
      CREATE INDEX point_reply_file ON point_reply (file_id) WHERE file_id IS NOT NULL;
      -- the bookings of a case, ended ones included, and the visit that waits for a booking
      CREATE INDEX booking_case ON booking (case_id, starts_at);
      CREATE INDEX visit_booking ON visit (booking_id) WHERE booking_id IS NOT NULL;
      CREATE INDEX component_result_of ON component_result (selection_id);
      -- the dossier of an agency, and the running cases that a declared relation takes somebody out of
      CREATE INDEX case_agency ON "case" (agency_code) WHERE agency_code IS NOT NULL;

      ALTER TABLE selection_document ADD CONSTRAINT selection_document_stage
        CHECK (stage IN ('planning','announcement','application','selection','results','appointment'));
      ALTER TABLE selection_check ADD CONSTRAINT selection_check_stage
        CHECK (stage IN ('planning','announcement','application','selection','results','appointment'));
      ALTER TABLE candidate ADD CONSTRAINT candidate_nip_index CHECK (octet_length(nip_index) = 32);
      ALTER TABLE handling_step ADD CONSTRAINT handling_step_link CHECK (method = 'face_to_face' OR position('https://' IN place) > 0);
      -- a custodian opens an identity no longer than was asked for
      ALTER TABLE identity_release ADD CONSTRAINT identity_release_as_asked CHECK (until <= decided_at + hours * interval '1 hour');
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only')
  }
}
