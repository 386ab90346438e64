import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Numbers that are voided: who asked, who else consented, and why. A void stays in the book; two persons stand behind it (the checks repeat the law). And who has settled a remark. */
export class VoidNumbers0006 implements MigrationInterface {
  name = 'VoidNumbers0006'

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE void_request (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        letter_id uuid NOT NULL REFERENCES letter,
        status text NOT NULL CHECK (status IN ('asked','granted','declined')),
        reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 2000),
        asked_by uuid NOT NULL REFERENCES person,
        asked_by_name text NOT NULL,
        asked_by_title text NOT NULL,
        asked_at timestamptz NOT NULL,
        answered_by uuid REFERENCES person,
        answered_by_name text,
        answered_by_title text,
        answered_at timestamptz,
        note text CHECK (length(note) BETWEEN 1 AND 2000),
        CHECK (answered_by <> asked_by),
        CHECK (answered_at >= asked_at),
        CHECK ((status = 'asked') = (answered_by IS NULL)),
        CHECK ((answered_by IS NULL) = (answered_at IS NULL) AND (answered_by IS NULL) = (answered_by_name IS NULL) AND (answered_by IS NULL) = (answered_by_title IS NULL)),
        CHECK (status <> 'declined' OR note IS NOT NULL)
      );
      CREATE INDEX void_request_letter ON void_request (letter_id, asked_at);
      CREATE UNIQUE INDEX void_request_one_unanswered ON void_request (letter_id) WHERE status = 'asked';
      CREATE UNIQUE INDEX void_request_granted_once ON void_request (letter_id) WHERE status = 'granted';

      ALTER TABLE letter ADD COLUMN void_requested_by uuid REFERENCES person;
      ALTER TABLE letter ADD CONSTRAINT letter_void_of_issued CHECK (void_requested_by IS NULL OR status = 'issued');

      ALTER TABLE letter_number ADD COLUMN void_requested_by uuid REFERENCES person, ADD COLUMN voided_by uuid REFERENCES person, ADD COLUMN voided_at timestamptz;
      ALTER TABLE letter_number ADD CONSTRAINT letter_number_void_by_two CHECK (status <> 'void'
        OR (void_requested_by IS NOT NULL AND voided_by IS NOT NULL AND voided_at IS NOT NULL AND void_requested_by <> voided_by));
      ALTER TABLE letter_number ADD CONSTRAINT letter_number_void_only CHECK (status = 'void' OR num_nonnulls(void_reason, void_requested_by, voided_by, voided_at) = 0);

      ALTER TABLE letter_comment ADD COLUMN resolved_by uuid REFERENCES person, ADD COLUMN resolved_by_name text;
      ALTER TABLE letter_comment ADD CONSTRAINT letter_comment_resolved_by
        CHECK ((resolved_at IS NULL) = (resolved_by IS NULL) AND (resolved_at IS NULL) = (resolved_by_name IS NULL));

      ALTER TABLE task DROP CONSTRAINT task_kind_check;
      ALTER TABLE task ADD CONSTRAINT task_kind_check
        CHECK (kind IN ('complete_registration','dispose','decide','draft','revise','review','issue','deliver','consent_void'));
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only')
  }
}
