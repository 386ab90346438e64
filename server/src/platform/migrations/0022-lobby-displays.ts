import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Screens on the wall of the lobby, paired by the front office and logged in as nobody; and visitors called by the name the register has now. */
export class LobbyDisplays0022 implements MigrationInterface {
  name = 'LobbyDisplays0022'

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE lobby_display (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
        paired_at timestamptz NOT NULL,
        paired_by uuid NOT NULL REFERENCES person,
        paired_by_name text NOT NULL,
        last_seen_at timestamptz,
        revoked_at timestamptz,
        revoked_by_name text,
        CHECK ((revoked_at IS NULL) = (revoked_by_name IS NULL))
      );
      -- Rows of minutes: a screen that nobody pairs leaves nothing behind.
      CREATE TABLE lobby_pairing (
        token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
        code text NOT NULL UNIQUE,
        expires_at timestamptz NOT NULL
      );

      -- A visitor is called by the name in the register, also after it was corrected there.
      CREATE FUNCTION copy_visitor_name() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        SELECT sender_name INTO STRICT NEW.visitor_name FROM "case" WHERE id = NEW.case_id;
        RETURN NEW;
      END $body$;
      CREATE TRIGGER visit_visitor_name BEFORE INSERT OR UPDATE ON visit FOR EACH ROW EXECUTE FUNCTION copy_visitor_name();
      DROP TRIGGER case_visit_facts_spread ON "case";
      CREATE TRIGGER case_visit_facts_spread AFTER UPDATE ON "case" FOR EACH ROW
        WHEN ((OLD.unit_id, OLD.secrecy, OLD.handler_position_ids, OLD.excluded_person_ids, OLD.holder_position_id, OLD.sender_name)
          IS DISTINCT FROM (NEW.unit_id, NEW.secrecy, NEW.handler_position_ids, NEW.excluded_person_ids, NEW.holder_position_id, NEW.sender_name))
        EXECUTE FUNCTION spread_visit_facts();
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only')
  }
}
