import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What people tell the commission about its services, and the escalations of clocks. The checks repeat the domain's law. */
export class Feedback0016 implements MigrationInterface {
  name = 'Feedback0016'

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE feedback_counter (year int PRIMARY KEY, last int NOT NULL CHECK (last >= 0));

      CREATE TABLE feedback (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        year int NOT NULL,
        number int NOT NULL CHECK (number > 0),
        service text CHECK (service IN ('MEDLIN','MERIT','NETRALITAS','KODE_ETIK','JPT')),
        channel_kind text NOT NULL CHECK (channel_kind IN ('letter','hotline','email','lapor','wbs','medlin','facebook','instagram','twitter')),
        channel_address text NOT NULL CHECK (length(channel_address) BETWEEN 1 AND 300),
        kind text NOT NULL CHECK (kind IN ('complaint','suggestion','appreciation')),
        state text NOT NULL CHECK (state IN ('logged','assigned','answered','closed','dismissed')),
        text text NOT NULL CHECK (length(text) BETWEEN 3 AND 10000),
        name_sealed bytea,
        contact_kind text CHECK (contact_kind IN ('email','phone','address')),
        contact_sealed bytea,
        received_at timestamptz NOT NULL,
        logged_at timestamptz NOT NULL,
        logged_by uuid NOT NULL REFERENCES person,
        unit_id uuid REFERENCES unit,
        position_id uuid REFERENCES "position",
        assigned_at timestamptz,
        answer text CHECK (length(answer) BETWEEN 3 AND 10000),
        answer_way text CHECK (answer_way IN ('email','phone','post','same_channel','none')),
        answered_at timestamptz,
        answered_by uuid REFERENCES person,
        ended_at timestamptz,
        end_reason text CHECK (length(end_reason) BETWEEN 3 AND 2000),
        UNIQUE (year, number),
        CHECK (received_at <= logged_at),
        CHECK ((contact_kind IS NULL) = (contact_sealed IS NULL)),
        CHECK (contact_kind IS NULL OR name_sealed IS NOT NULL),
        CHECK ((unit_id IS NULL) = (assigned_at IS NULL) AND (position_id IS NULL OR unit_id IS NOT NULL)),
        CHECK ((state = 'logged') <= (unit_id IS NULL)),
        CHECK (state NOT IN ('assigned','answered','closed') OR unit_id IS NOT NULL),
        CHECK ((state IN ('answered','closed')) = (answered_at IS NOT NULL)),
        CHECK ((answered_at IS NULL) = (answer IS NULL) AND (answered_at IS NULL) = (answer_way IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL)),
        CHECK (answered_at IS NULL OR answered_at >= received_at),
        CHECK (answer_way IS DISTINCT FROM 'email' OR contact_kind = 'email'),
        CHECK (answer_way IS DISTINCT FROM 'phone' OR contact_kind = 'phone'),
        CHECK (answer_way IS DISTINCT FROM 'post' OR contact_kind = 'address'),
        CHECK (channel_kind <> 'wbs' OR answer_way IS NULL OR answer_way = 'same_channel'),
        CHECK ((state IN ('closed','dismissed')) = (ended_at IS NOT NULL)),
        CHECK ((state = 'dismissed') = (end_reason IS NOT NULL))
      );
      CREATE INDEX feedback_recent ON feedback (received_at DESC, id DESC);
      CREATE INDEX feedback_open_unit ON feedback (unit_id, received_at DESC) WHERE state = 'assigned';
      CREATE INDEX feedback_position ON feedback (position_id, received_at DESC) WHERE position_id IS NOT NULL;

      CREATE TABLE escalation (
        id uuid PRIMARY KEY,
        clock_id uuid NOT NULL REFERENCES clock,
        case_id uuid NOT NULL REFERENCES "case",
        step text NOT NULL CHECK (step IN ('at_risk','due','after')),
        due_at timestamptz NOT NULL,
        at timestamptz NOT NULL,
        position_ids uuid[] NOT NULL,
        CONSTRAINT escalation_once UNIQUE (clock_id, step, due_at)
      );
      CREATE INDEX escalation_case ON escalation (case_id, at);

      -- Whatever purposes there are by now, and two more.
      DO $$ DECLARE known text; BEGIN
        SELECT pg_get_constraintdef(oid) INTO STRICT known FROM pg_constraint WHERE conname = 'mail_purpose_check' AND conrelid = 'mail'::regclass;
        EXECUTE 'ALTER TABLE mail DROP CONSTRAINT mail_purpose_check, ADD CONSTRAINT mail_purpose_check ' || replace(known, ']', ', ''feedback''::text, ''escalation''::text]');
      END $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only')
  }
}
