import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Reference data, cases with what was found at the counter, dispositions, letters, numbers, clocks, files, mail. The checks repeat the domain's law. */
export class Casework0003 implements MigrationInterface {
  name = 'Casework0003'

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE agency (
        code text PRIMARY KEY, name text NOT NULL, kind text NOT NULL, province text, underdeveloped boolean NOT NULL
      );
      CREATE INDEX agency_name_trgm ON agency USING gin (name gin_trgm_ops);

      CREATE TABLE calendar_version (
        id uuid PRIMARY KEY, code text NOT NULL UNIQUE, effective_from date NOT NULL, data jsonb NOT NULL
      );

      CREATE TABLE standard_version (
        id uuid PRIMARY KEY, service text NOT NULL, number int NOT NULL, effective_from date NOT NULL, document jsonb NOT NULL, UNIQUE (service, number)
      );

      CREATE TABLE review_chain (
        id uuid PRIMARY KEY, service text NOT NULL, letter_kind text NOT NULL, number int NOT NULL, effective_from date NOT NULL, tiers jsonb NOT NULL,
        UNIQUE (service, letter_kind, number)
      );

      CREATE TABLE agenda_counter (year int PRIMARY KEY, last int NOT NULL CHECK (last >= 0));

      CREATE TABLE "case" (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        agenda_year int NOT NULL,
        agenda_number int NOT NULL CHECK (agenda_number > 0),
        service text NOT NULL CHECK (service IN ('MEDLIN','MERIT','NETRALITAS','KODE_ETIK','JPT')),
        channel text NOT NULL,
        classification text,
        standard_version_id uuid NOT NULL REFERENCES standard_version,
        stage text NOT NULL CHECK (stage IN ('registered','handed_over','with_unit','assigned','in_process','answered','closed','withdrawn')),
        urgency text NOT NULL CHECK (urgency IN ('biasa','segera','sangat_segera')),
        secrecy text NOT NULL CHECK (secrecy IN ('biasa','terbatas','rahasia','sangat_rahasia')),
        subject text NOT NULL CHECK (length(subject) BETWEEN 3 AND 500),
        summary text NOT NULL,
        sender_name text NOT NULL,
        sender_kind text NOT NULL CHECK (sender_kind IN ('individual','legal_body','community_group','agency','asn')),
        agency_code text REFERENCES agency,
        agency_name text,
        letter_number text,
        letter_date date,
        received_at timestamptz NOT NULL,
        registered_at timestamptz NOT NULL,
        registrar_id uuid NOT NULL REFERENCES person,
        registrar_position_id uuid NOT NULL REFERENCES "position",
        unit_id uuid REFERENCES unit,
        holder_position_id uuid REFERENCES "position",
        handler_position_ids uuid[] NOT NULL DEFAULT '{}',
        excluded_person_ids uuid[] NOT NULL DEFAULT '{}',
        processable boolean,
        decision_reason text,
        complete_at timestamptz,
        decided_at timestamptz,
        answered_at timestamptz,
        closed_at timestamptz,
        next_due_at timestamptz,
        next_clock_code text,
        next_clock_started_at timestamptz,
        next_due_flag text,
        next_at_risk_at timestamptz,
        search text NOT NULL,
        UNIQUE (agenda_year, agenda_number),
        CHECK ((processable IS NULL) = (decided_at IS NULL)),
        CHECK (stage NOT IN ('in_process','answered','closed') OR processable IS NOT NULL),
        CHECK (stage NOT IN ('with_unit','assigned','in_process') OR unit_id IS NOT NULL),
        CHECK (stage NOT IN ('handed_over','with_unit','assigned','in_process') OR holder_position_id IS NOT NULL),
        CHECK (stage <> 'registered' OR holder_position_id IS NULL),
        CHECK ((closed_at IS NOT NULL) = (stage IN ('closed','withdrawn')))
      );
      CREATE INDEX case_due ON "case" (coalesce(next_due_at, 'infinity'::timestamptz), id) WHERE closed_at IS NULL;
      CREATE INDEX case_due_all ON "case" (coalesce(next_due_at, 'infinity'::timestamptz), id);
      CREATE INDEX case_agenda ON "case" (agenda_year DESC, agenda_number DESC);
      CREATE INDEX case_received ON "case" (received_at DESC, id);
      CREATE INDEX case_unit_due ON "case" (unit_id, coalesce(next_due_at, 'infinity'::timestamptz), id);
      CREATE INDEX case_unit_received ON "case" (unit_id, received_at DESC, id);
      CREATE INDEX case_holder ON "case" (holder_position_id, stage) WHERE closed_at IS NULL;
      CREATE INDEX case_handlers ON "case" USING gin (handler_position_ids);
      CREATE INDEX case_registrar ON "case" (registrar_id, id);
      CREATE INDEX case_search ON "case" USING gin (search gin_trgm_ops);
      CREATE INDEX case_letter_number ON "case" (lower(letter_number)) WHERE letter_number IS NOT NULL;

      CREATE TABLE party (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        role text NOT NULL CHECK (role IN ('requester','reported')),
        kind text NOT NULL,
        name text NOT NULL,
        job_title text, work_unit text, agency_name text, representative text, active_asn boolean,
        nik_sealed bytea, nik_index bytea, nip_sealed bytea, nip_index bytea,
        phone_sealed bytea, email_sealed bytea, address_sealed bytea,
        nik_masked text, nip_masked text
      );
      CREATE INDEX party_case ON party (case_id);
      CREATE INDEX party_nip ON party (nip_index) WHERE nip_index IS NOT NULL;

      CREATE TABLE requirement_check (
        id uuid PRIMARY KEY, case_id uuid NOT NULL REFERENCES "case", code text NOT NULL,
        state text NOT NULL CHECK (state IN ('met','missing','not_applicable')), note text, UNIQUE (case_id, code)
      );

      CREATE TABLE case_link (
        case_id uuid NOT NULL REFERENCES "case", other_id uuid NOT NULL REFERENCES "case", kind text NOT NULL CHECK (kind IN ('duplicate','related')),
        PRIMARY KEY (case_id, other_id), CHECK (case_id <> other_id)
      );

      CREATE TABLE disposition (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        case_id uuid NOT NULL REFERENCES "case",
        parent_id uuid REFERENCES disposition,
        kind text NOT NULL CHECK (kind IN ('main','copy')),
        state text NOT NULL CHECK (state IN ('sent','read','accepted','done','returned','withdrawn','superseded')),
        from_position_id uuid NOT NULL REFERENCES "position",
        from_person_id uuid NOT NULL REFERENCES person,
        from_person_name text NOT NULL,
        from_title text NOT NULL,
        to_position_id uuid NOT NULL REFERENCES "position",
        to_unit_id uuid NOT NULL REFERENCES unit,
        instructions text[] NOT NULL,
        note text,
        due_on date,
        sent_at timestamptz NOT NULL,
        read_at timestamptz, read_by_name text,
        accepted_at timestamptz, done_at timestamptz, ended_at timestamptz,
        closing_note text,
        case_unit_id uuid REFERENCES unit,
        secrecy text NOT NULL,
        case_handler_position_ids uuid[] NOT NULL DEFAULT '{}',
        excluded_person_ids uuid[] NOT NULL DEFAULT '{}',
        CHECK (parent_id IS DISTINCT FROM id),
        CHECK ((ended_at IS NOT NULL) = (state IN ('done','returned','withdrawn','superseded'))),
        CHECK (state <> 'returned' OR closing_note IS NOT NULL)
      );
      CREATE INDEX disposition_case ON disposition (case_id, sent_at);
      CREATE INDEX disposition_to ON disposition (to_position_id, state);
      CREATE UNIQUE INDEX disposition_one_live_main_child ON disposition (parent_id) WHERE kind = 'main' AND state IN ('sent','read','accepted','done') AND parent_id IS NOT NULL;
      CREATE UNIQUE INDEX disposition_one_live_main_root ON disposition (case_id) WHERE kind = 'main' AND state IN ('sent','read','accepted','done') AND parent_id IS NULL;

      CREATE TABLE letter (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        case_id uuid NOT NULL REFERENCES "case",
        kind text NOT NULL CHECK (kind IN ('answer','recommendation','notice','confirmation','completeness_request','schedule')),
        status text NOT NULL CHECK (status IN ('draft','in_review','returned','approved','issued','delivered','withdrawn')),
        closes_case boolean NOT NULL,
        archive_code text NOT NULL,
        urgency text NOT NULL,
        subject text NOT NULL,
        addressee jsonb NOT NULL,
        cc text[] NOT NULL DEFAULT '{}',
        attachment_note text,
        body jsonb NOT NULL,
        draft_revision int NOT NULL CHECK (draft_revision > 0),
        draft_saved_at timestamptz NOT NULL,
        drafter_id uuid NOT NULL REFERENCES person,
        drafter_name text NOT NULL,
        drafter_position_id uuid NOT NULL REFERENCES "position",
        author_ids uuid[] NOT NULL,
        reviewer_ids uuid[] NOT NULL DEFAULT '{}',
        reviewer_position_id uuid REFERENCES "position",
        chain_id uuid REFERENCES review_chain,
        chain jsonb NOT NULL DEFAULT '[]',
        tier int NOT NULL DEFAULT 0,
        tiers int NOT NULL DEFAULT 0,
        round int NOT NULL DEFAULT 0,
        submitted_version int NOT NULL DEFAULT 0,
        submitted_at timestamptz,
        content_hash text,
        return_reason text,
        approved_at timestamptz, approved_by uuid REFERENCES person, approved_hash text,
        signatory_position_id uuid REFERENCES "position", signatory_name text, signatory_title text,
        issued_at timestamptz, number text, issued_hash text,
        verification_token text UNIQUE,
        pdf_file_id uuid, pdf_sha256 text,
        delivered_at timestamptz,
        updated_at timestamptz NOT NULL,
        case_unit_id uuid REFERENCES unit,
        secrecy text NOT NULL,
        case_handler_position_ids uuid[] NOT NULL DEFAULT '{}',
        case_holder_position_id uuid REFERENCES "position",
        case_registrar_id uuid NOT NULL REFERENCES person,
        excluded_person_ids uuid[] NOT NULL DEFAULT '{}',
        CHECK ((status = 'in_review') = (reviewer_position_id IS NOT NULL)),
        CHECK (status <> 'in_review' OR (tier BETWEEN 1 AND tiers AND content_hash IS NOT NULL)),
        CHECK (status NOT IN ('approved','issued','delivered') OR (approved_hash IS NOT NULL AND approved_hash = content_hash)),
        CHECK (status NOT IN ('issued','delivered') OR (number IS NOT NULL AND issued_hash = approved_hash)),
        CHECK (status <> 'delivered' OR (pdf_sha256 IS NOT NULL AND delivered_at IS NOT NULL)),
        CHECK (approved_by IS NULL OR NOT (approved_by = ANY (author_ids)))
      );
      CREATE INDEX letter_case ON letter (case_id);
      CREATE INDEX letter_reviewer ON letter (reviewer_position_id) WHERE status = 'in_review';
      CREATE INDEX letter_status ON letter (status, updated_at DESC);
      CREATE UNIQUE INDEX letter_one_open_of_a_kind ON letter (case_id, kind) WHERE status IN ('draft','returned','in_review','approved');

      CREATE TABLE letter_version (
        id uuid PRIMARY KEY, letter_id uuid NOT NULL REFERENCES letter, number int NOT NULL CHECK (number > 0), content jsonb NOT NULL, content_hash text NOT NULL,
        author_id uuid NOT NULL REFERENCES person, author_name text NOT NULL, at timestamptz NOT NULL, UNIQUE (letter_id, number)
      );
      CREATE TABLE review_step (
        id uuid PRIMARY KEY, letter_id uuid NOT NULL REFERENCES letter, round int NOT NULL, tier int NOT NULL,
        action text NOT NULL CHECK (action IN ('submit','pass','approve','return','recall')),
        person_id uuid NOT NULL REFERENCES person, person_name text NOT NULL, position_id uuid NOT NULL REFERENCES "position", position_title text NOT NULL, on_behalf_of text,
        content_hash text, note text, at timestamptz NOT NULL
      );
      CREATE INDEX review_step_letter ON review_step (letter_id, at);
      CREATE UNIQUE INDEX review_step_once ON review_step (letter_id, round, tier, action) WHERE action IN ('pass','approve','return');
      CREATE UNIQUE INDEX review_step_distinct_people ON review_step (letter_id, round, person_id) WHERE action IN ('pass','approve');
      CREATE TABLE letter_comment (
        id uuid PRIMARY KEY, letter_id uuid NOT NULL REFERENCES letter, version_number int NOT NULL, author_id uuid NOT NULL REFERENCES person, author_name text NOT NULL,
        position_title text, text text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000), quote text, at timestamptz NOT NULL, resolved_at timestamptz
      );
      CREATE INDEX letter_comment_letter ON letter_comment (letter_id, at);

      -- last_at keeps issue times in the order of the numbers: transactions lock the counter in another order than they began.
      CREATE TABLE number_counter (
        series text NOT NULL, year int NOT NULL, last int NOT NULL CHECK (last >= 0), last_at timestamptz NOT NULL, PRIMARY KEY (series, year)
      );
      CREATE TABLE letter_number (
        id uuid PRIMARY KEY, series text NOT NULL, year int NOT NULL, sequence int NOT NULL CHECK (sequence > 0), number text NOT NULL UNIQUE,
        status text NOT NULL CHECK (status IN ('issued','void','reserved')), letter_id uuid REFERENCES letter, void_reason text, at timestamptz NOT NULL,
        UNIQUE (series, year, sequence), CHECK (status <> 'void' OR void_reason IS NOT NULL), CHECK (status <> 'issued' OR letter_id IS NOT NULL),
        CHECK (year = extract(year FROM at AT TIME ZONE 'Asia/Jakarta'))
      );
      CREATE INDEX letter_number_book ON letter_number (year, sequence DESC, id);
      CREATE UNIQUE INDEX letter_number_once ON letter_number (letter_id) WHERE status = 'issued';

      CREATE TABLE task (
        id uuid PRIMARY KEY,
        version int NOT NULL,
        kind text NOT NULL CHECK (kind IN ('complete_registration','dispose','decide','draft','revise','review','issue','deliver')),
        case_id uuid NOT NULL REFERENCES "case",
        disposition_id uuid REFERENCES disposition,
        letter_id uuid REFERENCES letter,
        position_id uuid REFERENCES "position",
        unit_id uuid REFERENCES unit,
        opened_at timestamptz NOT NULL,
        closed_at timestamptz,
        due_at timestamptz NOT NULL DEFAULT 'infinity',
        secrecy text NOT NULL,
        case_registrar_id uuid NOT NULL,
        excluded_person_ids uuid[] NOT NULL DEFAULT '{}',
        CHECK ((position_id IS NULL) <> (unit_id IS NULL))
      );
      CREATE INDEX task_position ON task (position_id, due_at, id) WHERE closed_at IS NULL;
      CREATE INDEX task_unit ON task (unit_id, due_at, id) WHERE closed_at IS NULL;
      CREATE INDEX task_case ON task (case_id);
      CREATE UNIQUE INDEX task_once ON task (case_id, kind, coalesce(position_id, unit_id), coalesce(letter_id, case_id)) WHERE closed_at IS NULL;

      CREATE TABLE clock (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        code text NOT NULL,
        rule jsonb NOT NULL,
        calendar_version_id uuid NOT NULL REFERENCES calendar_version,
        started_at timestamptz,
        due_at timestamptz,
        stopped_at timestamptz,
        flag text,
        UNIQUE (case_id, code),
        CHECK (due_at IS NULL OR started_at IS NOT NULL),
        CHECK (stopped_at IS NULL OR started_at IS NULL OR stopped_at >= started_at)
      );
      CREATE INDEX clock_running ON clock (due_at) WHERE stopped_at IS NULL AND due_at IS NOT NULL;
      CREATE TABLE clock_event (
        id uuid PRIMARY KEY, clock_id uuid NOT NULL REFERENCES clock, kind text NOT NULL CHECK (kind IN ('start','pause','resume','extend','reclassify','stop')),
        at timestamptz NOT NULL, actor_id uuid REFERENCES person, reason text
      );
      CREATE INDEX clock_event_clock ON clock_event (clock_id, at);
      CREATE UNIQUE INDEX clock_event_one_start ON clock_event (clock_id) WHERE kind = 'start';

      CREATE TABLE file (
        id uuid PRIMARY KEY,
        case_id uuid REFERENCES "case",
        letter_id uuid REFERENCES letter,
        purpose text NOT NULL CHECK (purpose IN ('attachment','letter')),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
        media_type text NOT NULL,
        size bigint NOT NULL CHECK (size >= 0),
        sha256 text,
        state text NOT NULL CHECK (state IN ('quarantined','clean','refused')),
        refusal text,
        uploaded_by uuid REFERENCES person,
        added_by_name text NOT NULL,
        added_at timestamptz NOT NULL,
        CHECK (state <> 'clean' OR sha256 IS NOT NULL)
      );
      CREATE INDEX file_case ON file (case_id) WHERE case_id IS NOT NULL;
      ALTER TABLE letter ADD CONSTRAINT letter_pdf FOREIGN KEY (pdf_file_id) REFERENCES file;

      CREATE TABLE delivery (
        id uuid PRIMARY KEY, version int NOT NULL, letter_id uuid NOT NULL REFERENCES letter, method text NOT NULL CHECK (method IN ('email','courier','hand')),
        status text NOT NULL CHECK (status IN ('pending','sending','sent','uncertain','failed','delivered')),
        recipient_name text NOT NULL, email_sealed bytea, courier text, tracking_number text, receipt_name text, receipt_on date, note text, failure text, at timestamptz NOT NULL,
        recorded_by uuid NOT NULL REFERENCES person, proven_at timestamptz,
        CHECK ((method = 'email') = (email_sealed IS NOT NULL)),
        CHECK (status <> 'delivered' OR proven_at IS NOT NULL),
        CHECK (status <> 'delivered' OR method = 'email' OR (receipt_name IS NOT NULL AND receipt_on IS NOT NULL))
      );
      CREATE INDEX delivery_letter ON delivery (letter_id);
      CREATE UNIQUE INDEX delivery_one_under_way ON delivery (letter_id) WHERE status IN ('pending','sending','uncertain');

      CREATE TABLE mail (
        id uuid PRIMARY KEY, message_id text NOT NULL UNIQUE, purpose text NOT NULL CHECK (purpose IN ('letter','receipt','confirmation')), to_sealed bytea NOT NULL, subject text NOT NULL, text text NOT NULL, attachment_file_ids uuid[] NOT NULL DEFAULT '{}',
        status text NOT NULL CHECK (status IN ('pending','sending','sent','uncertain','failed')),
        attempts int NOT NULL DEFAULT 0, last_error text, case_id uuid REFERENCES "case", letter_id uuid REFERENCES letter, delivery_id uuid UNIQUE REFERENCES delivery,
        confidential boolean NOT NULL, kept_locally boolean NOT NULL DEFAULT false, at timestamptz NOT NULL, sent_at timestamptz, lease_until timestamptz,
        CHECK ((purpose = 'letter') = (delivery_id IS NOT NULL)),
        CHECK ((status = 'sending') = (lease_until IS NOT NULL)),
        CHECK ((status = 'sent') = (sent_at IS NOT NULL))
      );
      CREATE INDEX mail_recent ON mail (at DESC, id);
    `)

    await db.query(`
      CREATE FUNCTION copy_case_facts() RETURNS trigger LANGUAGE plpgsql AS $body$
      DECLARE c record;
      BEGIN
        SELECT unit_id, secrecy, handler_position_ids, excluded_person_ids, holder_position_id, registrar_id INTO c FROM "case" WHERE id = NEW.case_id;
        NEW.secrecy := c.secrecy;
        NEW.excluded_person_ids := c.excluded_person_ids;
        IF TG_TABLE_NAME IN ('letter', 'task') THEN NEW.case_registrar_id := c.registrar_id; END IF;
        IF TG_TABLE_NAME IN ('letter', 'disposition') THEN
          NEW.case_unit_id := c.unit_id;
          NEW.case_handler_position_ids := c.handler_position_ids;
        END IF;
        IF TG_TABLE_NAME = 'letter' THEN NEW.case_holder_position_id := c.holder_position_id; END IF;
        RETURN NEW;
      END $body$;
      CREATE TRIGGER task_case_facts BEFORE INSERT OR UPDATE ON task FOR EACH ROW EXECUTE FUNCTION copy_case_facts();
      CREATE TRIGGER disposition_case_facts BEFORE INSERT OR UPDATE ON disposition FOR EACH ROW EXECUTE FUNCTION copy_case_facts();
      CREATE TRIGGER letter_case_facts BEFORE INSERT OR UPDATE ON letter FOR EACH ROW EXECUTE FUNCTION copy_case_facts();
      CREATE FUNCTION spread_case_facts() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        IF (OLD.unit_id, OLD.secrecy, OLD.handler_position_ids, OLD.excluded_person_ids, OLD.holder_position_id)
           IS DISTINCT FROM (NEW.unit_id, NEW.secrecy, NEW.handler_position_ids, NEW.excluded_person_ids, NEW.holder_position_id) THEN
          UPDATE disposition SET case_id = case_id WHERE case_id = NEW.id;
          UPDATE letter SET case_id = case_id WHERE case_id = NEW.id;
          IF (OLD.secrecy, OLD.excluded_person_ids) IS DISTINCT FROM (NEW.secrecy, NEW.excluded_person_ids) THEN
            UPDATE task SET case_id = case_id WHERE case_id = NEW.id;
          END IF;
        END IF;
        RETURN NULL;
      END $body$;
      CREATE TRIGGER case_facts_spread AFTER UPDATE ON "case" FOR EACH ROW EXECUTE FUNCTION spread_case_facts();

      -- The law of the review, once more: whoever wrote in a letter neither passes nor approves it, and only the text that was submitted.
      CREATE FUNCTION review_by_others() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        IF NEW.action IN ('pass', 'approve') AND NOT EXISTS (
          SELECT 1 FROM letter l WHERE l.id = NEW.letter_id AND NOT (NEW.person_id = ANY (l.author_ids)) AND l.content_hash = NEW.content_hash
        ) THEN
          RAISE EXCEPTION 'A letter is reviewed as submitted, by somebody who did not write it' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $body$;
      CREATE TRIGGER review_step_by_others BEFORE INSERT ON review_step FOR EACH ROW EXECUTE FUNCTION review_by_others();

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN RAISE EXCEPTION '% rows are never changed', TG_TABLE_NAME; END $body$;
      CREATE TRIGGER letter_version_immutable BEFORE UPDATE OR DELETE ON letter_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER review_step_immutable BEFORE UPDATE OR DELETE ON review_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER clock_event_immutable BEFORE UPDATE OR DELETE ON clock_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only')
  }
}
