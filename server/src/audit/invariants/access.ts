import { inCode, inSql, MOST_ROWS, type Invariant, type OffendingRow, type Queryable } from './invariant.js'

/** Every sealed column there is, also of a table that came later; key id and nonce are its first sixteen bytes. */
const SEALED_COLUMNS = `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
  WHERE table_schema = 'public' AND data_type = 'bytea' AND column_name LIKE '%\\_sealed' ORDER BY table_name, column_name`

async function* usedAgain(db: Queryable): AsyncIterable<OffendingRow> {
  const columns = await db.query<{ table: string; column: string }>(SEALED_COLUMNS)
  const sealed = columns.map(
    ({ table, column }) => `SELECT '${table}.${column}' AS place, ${column} AS sealed FROM "${table}" WHERE ${column} IS NOT NULL`,
  )
  yield* await db.query<OffendingRow>(
    `WITH sealed AS (${sealed.join(' UNION ALL ')})
     SELECT min(place) AS place, count(*)::int AS "values", 'nonce used again' AS problem FROM sealed WHERE octet_length(sealed) > 32 GROUP BY substr(sealed, 1, 16) HAVING count(*) > 1
     UNION ALL
     SELECT place, 1, 'too short to be sealed' FROM sealed WHERE octet_length(sealed) <= 32 LIMIT ${MOST_ROWS}`,
  )
}

/** Where an identity number lies sealed beside its blind index. */
const INDEXED = [
  ['party', 'nik'],
  ['party', 'nip'],
  ['person', 'nip'],
  ['candidate', 'nip'],
  ['declared_relation', 'nip'],
  ['sealed_identity', 'nik'],
  ['sealed_identity', 'nip'],
  ['sealed_identity', 'email'],
] as const

/** Who could do what they did. */
export const ACCESS: readonly Invariant[] = [
  inSql({
    code: 'access.no_session_of_the_disabled',
    sentence: 'A disabled person has no session, and no session outlives a change of epoch',
    rule: '17: disabling a person ends their sessions',
    sql: `SELECT s.id AS "sessionId", s.person_id AS "personId", p.disabled_at AS disabled, s.epoch, p.epoch AS "personEpoch" FROM session s JOIN person p ON p.id = s.person_id
      WHERE p.disabled_at IS NOT NULL OR s.epoch <> p.epoch`,
  }),
  inSql({
    code: 'access.acted_in_a_post_held',
    sentence: 'Whoever acted in a post held it on that day',
    rule: 'promise: every act stores the person and the position they acted in',
    sql: `SELECT e.id AS "eventId", e.kind, e.actor_id AS "actorId", e.position_id AS "positionId", e.at FROM event e WHERE e.position_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM position_holder h WHERE h.position_id = e.position_id AND h.person_id = e.actor_id
        AND (e.at AT TIME ZONE 'Asia/Jakarta')::date BETWEEN h.since AND coalesce(h.until + 1, 'infinity'))`,
  }),
  inSql({
    code: 'access.no_act_of_the_excluded',
    sentence: 'Nobody acted on a case they were excluded from',
    rule: '24: the reported person is excluded everywhere',
    sql: `SELECT id AS "eventId", kind, actor_id AS "actorId", case_id AS "caseId" FROM event WHERE before->'excludedPersonIds' ? actor_id::text`,
  }),
  inCode({
    code: 'access.nonces',
    sentence: 'No key sealed two values with the same nonce, and every sealed value is whole',
    rule: '30: (key, nonce) pairs are unique',
    offending: (db) => usedAgain(db),
  }),
  inSql({
    code: 'access.blind_index',
    sentence: 'A sealed identity number has its blind index, and an index its number',
    rule: '30: equality search by blind index',
    sql: INDEXED.map(
      ([table, of]) =>
        `SELECT '${table}.${of}' AS place, id FROM ${table} WHERE (${of}_sealed IS NULL) <> (${of}_index IS NULL) OR octet_length(${of}_index) <> 32`,
    ).join(' UNION ALL '),
  }),
  inSql({
    code: 'access.reported_staff_excluded',
    sentence: 'Staff who are reported in a case, found by blind index, are excluded from it',
    rule: '24: the reported person (by NIP blind index) is excluded everywhere',
    sql: `SELECT c.id AS "caseId", s.id AS "personId" FROM party p JOIN person s ON s.nip_index = p.nip_index JOIN "case" c ON c.id = p.case_id
      WHERE p.role = 'reported' AND NOT s.id = ANY (c.excluded_person_ids)`,
  }),
  inSql({
    code: 'access.one_in_charge',
    sentence: 'No post is held by two in charge, nor by two standing in, on one day',
    rule: 'promise: people hold positions with dates',
    sql: `SELECT a.position_id AS "positionId", a.id AS "holderId", b.id AS "otherId" FROM position_holder a JOIN position_holder b ON b.position_id = a.position_id AND b.id > a.id
      WHERE (a.kind = 'plh') = (b.kind = 'plh') AND daterange(a.since, a.until + 1) && daterange(b.since, b.until + 1)`,
  }),
]
