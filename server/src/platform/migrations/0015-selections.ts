import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Selections for senior posts through their six stages. The checks repeat the law: ranks are unique and follow the scores, a shortlist is the first three of
 * the final ranking and complete, the authority follows from the level, and the appointed is one of the three.
 */
export class Selections0015 implements MigrationInterface {
  name = 'Selections0015'

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE selection (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        title text NOT NULL CHECK (length(title) BETWEEN 3 AND 300),
        agency_code text NOT NULL REFERENCES agency,
        opened_by_case_id uuid NOT NULL REFERENCES "case",
        state text NOT NULL CHECK (state IN ('running','finished','cancelled')),
        stage text NOT NULL CHECK (stage IN ('planning','announcement','application','selection','results','appointment')),
        opened_at timestamptz NOT NULL,
        stage_since timestamptz NOT NULL,
        ended_at timestamptz,
        end_reason text CHECK (length(end_reason) BETWEEN 3 AND 2000),
        unit_id uuid REFERENCES unit,
        secrecy text NOT NULL CHECK (secrecy IN ('biasa','terbatas','rahasia','sangat_rahasia')),
        handler_position_ids uuid[] NOT NULL DEFAULT '{}',
        excluded_person_ids uuid[] NOT NULL DEFAULT '{}',
        results_released boolean NOT NULL DEFAULT false,
        CHECK ((state = 'running') = (ended_at IS NULL)),
        CHECK (state <> 'finished' OR stage = 'appointment'),
        CHECK ((state = 'cancelled') = (end_reason IS NOT NULL))
      );
      CREATE INDEX selection_board ON selection (state, stage, stage_since, id);
      CREATE INDEX selection_unit ON selection (unit_id, state);
      CREATE INDEX selection_handlers ON selection USING gin (handler_position_ids) WITH (fastupdate = off);

      CREATE TABLE selection_request (
        id uuid PRIMARY KEY,
        selection_id uuid NOT NULL REFERENCES selection,
        case_id uuid NOT NULL UNIQUE REFERENCES "case",
        stage text NOT NULL CHECK (stage IN ('planning','announcement','application','selection','results','appointment')),
        state text NOT NULL CHECK (state IN ('awaiting_documents','incomplete','complete','answered','withdrawn')),
        attached_at timestamptz NOT NULL,
        completed_at timestamptz,
        CHECK (state <> 'complete' OR completed_at IS NOT NULL)
      );
      CREATE INDEX selection_request_of ON selection_request (selection_id, attached_at);

      CREATE TABLE selection_schedule (
        selection_id uuid NOT NULL REFERENCES selection,
        stage text NOT NULL CHECK (stage IN ('planning','announcement','application','selection','results','appointment')),
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        PRIMARY KEY (selection_id, stage),
        CHECK (ends_on >= starts_on)
      );

      CREATE TABLE announcement_extension (
        id uuid PRIMARY KEY,
        selection_id uuid NOT NULL REFERENCES selection,
        old_closes_on date NOT NULL,
        new_closes_on date NOT NULL,
        reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 2000),
        at timestamptz NOT NULL,
        by_name text NOT NULL,
        CHECK (new_closes_on > old_closes_on)
      );
      CREATE INDEX announcement_extension_of ON announcement_extension (selection_id, at);

      CREATE TABLE panel_member (
        id uuid PRIMARY KEY,
        selection_id uuid NOT NULL REFERENCES selection,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        role text NOT NULL CHECK (role IN ('chair','secretary','member')),
        origin text NOT NULL CHECK (origin IN ('internal','external')),
        institution text NOT NULL CHECK (length(institution) BETWEEN 1 AND 200)
      );
      CREATE INDEX panel_member_of ON panel_member (selection_id);

      CREATE TABLE vacant_post (
        id uuid PRIMARY KEY,
        selection_id uuid NOT NULL REFERENCES selection,
        title text NOT NULL CHECK (length(title) BETWEEN 3 AND 300),
        level text NOT NULL CHECK (level IN ('utama','madya','pratama')),
        dropped_at timestamptz,
        drop_reason text CHECK (length(drop_reason) BETWEEN 3 AND 2000),
        UNIQUE (id, level),
        UNIQUE (id, selection_id),
        CHECK ((dropped_at IS NULL) = (drop_reason IS NULL))
      );
      CREATE INDEX vacant_post_of ON vacant_post (selection_id);

      CREATE TABLE candidate (
        id uuid PRIMARY KEY,
        selection_id uuid NOT NULL REFERENCES selection,
        post_id uuid NOT NULL,
        number int NOT NULL CHECK (number > 0),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        nip_sealed bytea NOT NULL,
        nip_index bytea NOT NULL,
        nip_masked text NOT NULL,
        agency_name text NOT NULL CHECK (length(agency_name) BETWEEN 1 AND 200),
        job_title text CHECK (length(job_title) BETWEEN 1 AND 200),
        invited boolean NOT NULL,
        recommendation_number text CHECK (length(recommendation_number) BETWEEN 1 AND 150),
        recommendation_on date,
        qualified boolean,
        qualification_note text CHECK (length(qualification_note) BETWEEN 1 AND 1000),
        FOREIGN KEY (post_id, selection_id) REFERENCES vacant_post (id, selection_id),
        UNIQUE (id, post_id),
        UNIQUE (selection_id, number),
        UNIQUE (post_id, nip_index),
        CHECK ((recommendation_number IS NULL) = (recommendation_on IS NULL)),
        CHECK (qualified IS NOT TRUE OR recommendation_number IS NOT NULL),
        CHECK (qualified IS NOT FALSE OR qualification_note IS NOT NULL)
      );

      CREATE TABLE selection_document (
        selection_id uuid NOT NULL REFERENCES selection,
        stage text NOT NULL,
        code text NOT NULL,
        state text NOT NULL CHECK (state IN ('received','missing')),
        note text CHECK (length(note) BETWEEN 1 AND 1000),
        recorded_at timestamptz NOT NULL,
        recorded_by_name text NOT NULL,
        PRIMARY KEY (selection_id, stage, code)
      );

      CREATE TABLE selection_check (
        selection_id uuid NOT NULL REFERENCES selection,
        stage text NOT NULL,
        code text NOT NULL,
        met boolean NOT NULL,
        note text CHECK (length(note) BETWEEN 1 AND 2000),
        checked_at timestamptz NOT NULL,
        checked_by_name text NOT NULL,
        PRIMARY KEY (selection_id, stage, code),
        CHECK (met OR note IS NOT NULL)
      );

      CREATE TABLE component_result (
        id uuid PRIMARY KEY,
        selection_id uuid NOT NULL REFERENCES selection,
        post_id uuid NOT NULL,
        component text NOT NULL CHECK (component IN ('track_record','assessment','paper','interview','final')),
        tie_reason text CHECK (length(tie_reason) BETWEEN 3 AND 2000),
        recorded_at timestamptz NOT NULL,
        recorded_by_name text NOT NULL,
        source text NOT NULL CHECK (source IN ('typed','table')),
        table_sha256 text,
        FOREIGN KEY (post_id, selection_id) REFERENCES vacant_post (id, selection_id),
        UNIQUE (post_id, component),
        CHECK ((source = 'table') = (table_sha256 IS NOT NULL))
      );

      CREATE TABLE candidate_score (
        id uuid PRIMARY KEY,
        candidate_id uuid NOT NULL,
        post_id uuid NOT NULL,
        component text NOT NULL,
        score numeric(5,2) NOT NULL CHECK (score BETWEEN 0 AND 100),
        rank int NOT NULL CHECK (rank > 0),
        proceeds boolean NOT NULL,
        FOREIGN KEY (candidate_id, post_id) REFERENCES candidate (id, post_id),
        FOREIGN KEY (post_id, component) REFERENCES component_result (post_id, component) ON DELETE CASCADE,
        UNIQUE (candidate_id, component),
        UNIQUE (post_id, component, rank),
        UNIQUE (candidate_id, component, rank)
      );

      CREATE TABLE shortlisted (
        post_id uuid NOT NULL,
        candidate_id uuid NOT NULL,
        place int NOT NULL CHECK (place BETWEEN 1 AND 3),
        component text NOT NULL DEFAULT 'final' CHECK (component = 'final'),
        at timestamptz NOT NULL,
        PRIMARY KEY (post_id, candidate_id),
        UNIQUE (post_id, place),
        FOREIGN KEY (candidate_id, post_id) REFERENCES candidate (id, post_id),
        FOREIGN KEY (candidate_id, component, place) REFERENCES candidate_score (candidate_id, component, rank)
      );

      CREATE TABLE appointment (
        post_id uuid PRIMARY KEY,
        level text NOT NULL,
        authority text NOT NULL CHECK (authority IN ('ppk','president')),
        candidate_id uuid NOT NULL,
        decree_number text NOT NULL CHECK (length(decree_number) BETWEEN 1 AND 150),
        decree_on date NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by_name text NOT NULL,
        FOREIGN KEY (post_id, level) REFERENCES vacant_post (id, level),
        FOREIGN KEY (post_id, candidate_id) REFERENCES shortlisted (post_id, candidate_id),
        CHECK ((level = 'pratama') = (authority = 'ppk'))
      );
    `)

    await db.query(`
      -- A shortlist is three names or none, whatever the statements of the transaction were.
      CREATE FUNCTION shortlist_of_three() RETURNS trigger LANGUAGE plpgsql AS $body$
      DECLARE post uuid := coalesce(NEW.post_id, OLD.post_id);
      BEGIN
        IF (SELECT count(*) FROM shortlisted WHERE post_id = post) NOT IN (0, 3) THEN
          RAISE EXCEPTION 'Exactly three are chosen for a post' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $body$;
      CREATE CONSTRAINT TRIGGER shortlist_of_three AFTER INSERT OR UPDATE OR DELETE ON shortlisted DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION shortlist_of_three();

      -- Ranks are 1..n and follow the scores, once the table of a component is whole.
      CREATE FUNCTION ranks_follow_scores() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        IF EXISTS (
          SELECT FROM (SELECT rank, score, row_number() OVER (ORDER BY rank) AS place, lag(score) OVER (ORDER BY rank) AS better
            FROM candidate_score WHERE post_id = NEW.post_id AND component = NEW.component) r
          WHERE r.rank <> r.place OR r.score > r.better
        ) THEN
          RAISE EXCEPTION 'Ranks follow the scores' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $body$;
      CREATE CONSTRAINT TRIGGER candidate_score_ranks AFTER INSERT OR UPDATE ON candidate_score DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION ranks_follow_scores();

      -- A selection ends well only when every post that was not dropped has its three names and one of them appointed.
      CREATE FUNCTION finished_with_appointments() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        IF NEW.state = 'finished' AND EXISTS (
          SELECT FROM vacant_post p WHERE p.selection_id = NEW.id AND p.dropped_at IS NULL AND NOT EXISTS (SELECT FROM appointment a WHERE a.post_id = p.id)
        ) THEN
          RAISE EXCEPTION 'A selection is finished when every post is filled' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $body$;
      CREATE CONSTRAINT TRIGGER selection_finished AFTER INSERT OR UPDATE ON selection DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION finished_with_appointments();

      -- What the rules know of a selection is copied from its cases; the strictest secrecy of any, everybody excluded from any, the unit of the youngest.
      CREATE FUNCTION copy_selection_facts() RETURNS trigger LANGUAGE plpgsql AS $body$
      DECLARE f record;
      BEGIN
        SELECT (array_agg(c.unit_id ORDER BY c.received_at DESC, c.id) FILTER (WHERE c.unit_id IS NOT NULL))[1] AS unit_id,
               (ARRAY['biasa','terbatas','rahasia','sangat_rahasia'])[max(array_position(ARRAY['biasa','terbatas','rahasia','sangat_rahasia'], c.secrecy))] AS secrecy,
               ARRAY(SELECT DISTINCT h FROM "case" k, unnest(k.handler_position_ids) h
                     WHERE k.id = NEW.opened_by_case_id OR k.id IN (SELECT case_id FROM selection_request WHERE selection_id = NEW.id) ORDER BY h) AS handlers,
               ARRAY(SELECT DISTINCT e FROM "case" k, unnest(k.excluded_person_ids) e
                     WHERE k.id = NEW.opened_by_case_id OR k.id IN (SELECT case_id FROM selection_request WHERE selection_id = NEW.id) ORDER BY e) AS excluded
          INTO f FROM "case" c WHERE c.id = NEW.opened_by_case_id OR c.id IN (SELECT case_id FROM selection_request WHERE selection_id = NEW.id);
        NEW.unit_id := f.unit_id;
        NEW.secrecy := f.secrecy;
        NEW.handler_position_ids := f.handlers;
        NEW.excluded_person_ids := f.excluded;
        NEW.results_released := EXISTS (
          SELECT FROM selection_request r JOIN letter l ON l.case_id = r.case_id
          WHERE r.selection_id = NEW.id AND r.stage = 'results' AND l.kind = 'recommendation' AND l.status IN ('issued', 'delivered'));
        RETURN NEW;
      END $body$;
      CREATE TRIGGER selection_facts BEFORE INSERT OR UPDATE ON selection FOR EACH ROW EXECUTE FUNCTION copy_selection_facts();

      CREATE FUNCTION spread_to_selection() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        UPDATE selection SET id = id WHERE id = NEW.selection_id;
        RETURN NULL;
      END $body$;
      CREATE TRIGGER selection_request_spread AFTER INSERT ON selection_request FOR EACH ROW EXECUTE FUNCTION spread_to_selection();

      CREATE FUNCTION spread_case_to_selection() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        IF OLD.stage IS DISTINCT FROM NEW.stage AND NEW.stage IN ('closed', 'withdrawn') THEN
          UPDATE selection_request SET state = CASE NEW.stage WHEN 'closed' THEN 'answered' ELSE 'withdrawn' END
            WHERE case_id = NEW.id AND state IN ('awaiting_documents', 'incomplete', 'complete');
        END IF;
        IF (OLD.unit_id, OLD.secrecy, OLD.handler_position_ids, OLD.excluded_person_ids)
           IS DISTINCT FROM (NEW.unit_id, NEW.secrecy, NEW.handler_position_ids, NEW.excluded_person_ids) THEN
          UPDATE selection SET id = id WHERE id IN (SELECT selection_id FROM selection_request WHERE case_id = NEW.id);
        END IF;
        RETURN NULL;
      END $body$;
      CREATE TRIGGER case_selection_spread AFTER UPDATE ON "case" FOR EACH ROW WHEN (NEW.service = 'JPT') EXECUTE FUNCTION spread_case_to_selection();

      CREATE FUNCTION spread_letter_to_selection() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        UPDATE selection SET id = id WHERE id IN (SELECT selection_id FROM selection_request WHERE case_id = NEW.case_id AND stage = 'results');
        RETURN NULL;
      END $body$;
      CREATE TRIGGER letter_selection_spread AFTER UPDATE ON letter FOR EACH ROW
        WHEN (NEW.kind = 'recommendation' AND OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION spread_letter_to_selection();
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only')
  }
}
