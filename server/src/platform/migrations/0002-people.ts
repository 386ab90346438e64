import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Units, people, the posts they hold with dates, sessions, and what slows down guessing at the login. */
export class People0002 implements MigrationInterface {
  name = 'People0002'

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;

      CREATE TABLE unit (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        code text NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 40),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        kind text NOT NULL CHECK (kind IN ('leadership','pokja','secretariat','front_office','administration')),
        parent_id uuid REFERENCES unit,
        CHECK (parent_id IS DISTINCT FROM id)
      );

      CREATE TABLE person (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        email text NOT NULL CHECK (email = lower(email) AND position('@' IN email) > 1),
        nip_sealed bytea,
        nip_index bytea UNIQUE CHECK (octet_length(nip_index) = 32),
        password_hash text NOT NULL,
        epoch int NOT NULL DEFAULT 1 CHECK (epoch > 0),
        disabled_at timestamptz,
        locale text NOT NULL DEFAULT 'id' CHECK (locale IN ('id','en')),
        CHECK ((nip_sealed IS NULL) = (nip_index IS NULL))
      );
      CREATE UNIQUE INDEX person_email ON person (email);
      CREATE INDEX person_name ON person (name, id);

      CREATE TABLE "position" (
        id uuid PRIMARY KEY,
        version int NOT NULL CHECK (version > 0),
        code text NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 40),
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
        unit_id uuid NOT NULL REFERENCES unit,
        role text NOT NULL CHECK (role IN ('PIMPINAN','POKJA','ASISTEN','SEKRETARIAT','FRONT_OFFICE','ADMIN','CUSTODIAN','AUDITOR')),
        superior_id uuid REFERENCES "position",
        rank int NOT NULL CHECK (rank >= 0),
        closed_at timestamptz,
        CHECK (superior_id IS DISTINCT FROM id)
      );
      CREATE INDEX position_unit ON "position" (unit_id);
      CREATE INDEX position_superior ON "position" (superior_id) WHERE superior_id IS NOT NULL;

      -- until is the last day of holding; ended on the day it began means never held, an empty range.
      CREATE TABLE position_holder (
        id uuid PRIMARY KEY,
        position_id uuid NOT NULL REFERENCES "position",
        person_id uuid NOT NULL REFERENCES person,
        kind text NOT NULL CHECK (kind IN ('definitive','plt','plh')),
        mandate text CHECK (length(mandate) BETWEEN 1 AND 200),
        since date NOT NULL,
        until date CHECK (until >= since - 1),
        created_at timestamptz NOT NULL,
        CONSTRAINT position_holder_one_in_charge EXCLUDE USING gist (position_id WITH =, daterange(since, until + 1) WITH &&) WHERE (kind IN ('definitive','plt')),
        CONSTRAINT position_holder_one_plh EXCLUDE USING gist (position_id WITH =, daterange(since, until + 1) WITH &&) WHERE (kind = 'plh'),
        CONSTRAINT position_holder_once EXCLUDE USING gist (position_id WITH =, person_id WITH =, daterange(since, until + 1) WITH &&),
        CHECK (kind = 'definitive' OR mandate IS NOT NULL)
      );
      CREATE INDEX position_holder_person ON position_holder (person_id);

      CREATE TABLE session (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
        person_id uuid NOT NULL REFERENCES person,
        epoch int NOT NULL,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        address text NOT NULL,
        user_agent text NOT NULL,
        CHECK (expires_at > created_at)
      );
      CREATE INDEX session_person ON session (person_id);

      -- Keys are hashes of an account with an address, or of an address alone.
      CREATE TABLE login_throttle (
        key bytea PRIMARY KEY CHECK (octet_length(key) = 32),
        failures int NOT NULL CHECK (failures > 0),
        last_at timestamptz NOT NULL,
        free_at timestamptz NOT NULL
      );
      CREATE INDEX login_throttle_last ON login_throttle (last_at);
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only')
  }
}
