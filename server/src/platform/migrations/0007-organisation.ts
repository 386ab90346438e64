import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What the organisation is called and where it is found, version by version. A version is never changed: what was printed under it must be printable again.
 * Its number series stays for ever: the name is nowhere printed, and another name would begin a second run of the same numbers within the year.
 */
export class Organisation0007 implements MigrationInterface {
  name = 'Organisation0007'

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE organisation_profile (
        id uuid PRIMARY KEY,
        number int NOT NULL UNIQUE CHECK (number > 0),
        valid_from date NOT NULL,
        organisation text NOT NULL CHECK (length(organisation) BETWEEN 1 AND 120),
        english text CHECK (length(english) BETWEEN 1 AND 120),
        address text NOT NULL CHECK (length(address) BETWEEN 1 AND 140),
        contact text NOT NULL CHECK (length(contact) BETWEEN 1 AND 140),
        place text NOT NULL CHECK (length(place) BETWEEN 1 AND 60),
        series text NOT NULL CHECK (length(series) BETWEEN 1 AND 40),
        emblem_svg text CHECK (length(emblem_svg) <= 40000),
        saved_by uuid REFERENCES person,
        saved_by_name text NOT NULL,
        saved_at timestamptz NOT NULL,
        CHECK (number = 1 OR saved_by IS NOT NULL)
      );

      CREATE FUNCTION organisation_profile_guard() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'INSERT' THEN
          RAISE EXCEPTION 'A version of the organisation profile is never changed';
        END IF;
        IF EXISTS (SELECT 1 FROM organisation_profile WHERE series <> NEW.series) THEN
          RAISE EXCEPTION 'The number series is the same in every version of the organisation profile';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER organisation_profile_guard BEFORE INSERT OR UPDATE OR DELETE ON organisation_profile
        FOR EACH ROW EXECUTE FUNCTION organisation_profile_guard();
    `)
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only')
  }
}
