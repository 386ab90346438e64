import { CUSTODIAN_ROLE } from '@domain'
import { inSql, type Invariant } from './invariant.js'

/** Where the pseudonym of a protected reporter stands: on the case, and on the reporter's own party. */
const PSEUDONYM = `'Pelapor ' || repeat('0', greatest(4 - length(c.agenda_number::text), 0)) || c.agenda_number || '/' || c.agenda_year`

/** Who a protected reporter is, and who was let in on it. */
export const IDENTITY: readonly Invariant[] = [
  inSql({
    code: 'access.protected_reporter',
    sentence: 'A protected reporter is called by the pseudonym wherever their name could stand, and a sealed one is sealed',
    rule: '30: the name of a sealed reporter is sealed',
    sql: `SELECT c.id AS "caseId", c.reporter_protection AS protection FROM "case" c LEFT JOIN party p ON p.case_id = c.id AND p.role = 'requester'
      WHERE c.reporter_protection <> 'open' AND (c.sender_name <> ${PSEUDONYM} OR p.name IS DISTINCT FROM c.sender_name OR c.letter_number IS NOT NULL
        OR position(lower(c.sender_name) IN c.search) = 0
        OR num_nonnulls(p.job_title, p.work_unit, p.agency_name, p.representative, p.nik_sealed, p.nip_sealed, p.phone_sealed, p.email_sealed, p.address_sealed) > 0)
      UNION ALL
      SELECT c.id, c.reporter_protection FROM "case" c LEFT JOIN sealed_identity s ON s.case_id = c.id WHERE (c.reporter_protection = 'sealed') <> (s.id IS NOT NULL)
      UNION ALL
      SELECT m.case_id, m.purpose FROM mail m JOIN "case" c ON c.id = m.case_id
      WHERE c.reporter_protection = 'sealed' AND m.purpose IN ('receipt', 'confirmation', 'appointment') AND NOT m.to_hidden`,
  }),
  inSql({
    code: 'access.identity_read_in_window',
    sentence: 'Every look at a sealed identity was by the one who asked, inside the window that a custodian had opened',
    rule: 'a read of sealed identity lies inside a release window',
    sql: `SELECT e.id AS "eventId", e.actor_id AS "actorId", e.at, r.id AS "releaseId" FROM event e LEFT JOIN identity_release r ON r.id = e.subject_id
      WHERE e.kind = 'identity.read' AND (r.id IS NULL OR e.actor_id <> r.requested_by OR r.decided_at IS NULL OR e.at < r.decided_at OR e.at >= r.until
        OR e.at > coalesce(r.ended_at, 'infinity'))`,
  }),
  inSql({
    code: 'access.release_by_two',
    sentence:
      'A release was asked for by one person and decided by another who then held the post of a custodian, and its looks are counted',
    rule: '19: identity release needs two persons',
    sql: `SELECT r.id AS "releaseId", r.requested_by AS "requestedBy", r.decided_by AS "decidedBy" FROM identity_release r
      WHERE r.decided_by = r.requested_by OR (r.decided_by IS NOT NULL AND NOT EXISTS (
        SELECT FROM position_holder h JOIN "position" p ON p.id = h.position_id WHERE p.role = '${CUSTODIAN_ROLE}' AND h.person_id = r.decided_by
          AND (r.decided_at AT TIME ZONE 'Asia/Jakarta')::date BETWEEN h.since AND coalesce(h.until + 1, 'infinity')))
        OR r.reads <> (SELECT count(*) FROM event e WHERE e.kind = 'identity.read' AND e.subject_id = r.id)
        OR r.version <> (SELECT count(*) FROM event e WHERE e.subject_type = 'IdentityRelease' AND e.subject_id = r.id)`,
  }),
  inSql({
    code: 'access.releases_wait',
    sentence: 'A request for an identity waits on the desk of a custodian until nobody in its case asks any more',
    rule: '1: one business action is one transaction',
    sql: `SELECT r.id AS "releaseId", r.case_id AS "caseId" FROM identity_release r WHERE r.status = 'requested' AND NOT EXISTS (
        SELECT FROM task t JOIN "position" p ON p.id = t.position_id WHERE t.case_id = r.case_id AND t.kind = 'release' AND t.closed_at IS NULL AND p.role = '${CUSTODIAN_ROLE}')
      UNION ALL
      SELECT NULL, t.case_id FROM task t WHERE t.kind = 'release' AND t.closed_at IS NULL
        AND NOT EXISTS (SELECT FROM identity_release r WHERE r.case_id = t.case_id AND r.status = 'requested')`,
  }),
  inSql({
    code: 'access.sealed_files',
    sentence:
      'Sealed attachments belong to sealed reporters, their bytes are sealed or a job will do it, and looks at them were looks at files of the case',
    rule: '30: what shows a sealed reporter is sealed',
    sql: `SELECT f.id AS "fileId", f.case_id AS "caseId" FROM file f JOIN "case" c ON c.id = f.case_id WHERE f.sealed_at IS NOT NULL AND (c.reporter_protection <> 'sealed'
        OR (f.state = 'clean' AND NOT f.bytes_sealed AND NOT EXISTS (
          SELECT 1 FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id AND t.identifier = 'file.seal'
          WHERE j.payload->>'fileId' = f.id::text)))
      UNION ALL
      SELECT NULL, e.case_id FROM event e LEFT JOIN file f ON f.id = (e.detail->>'fileId')::uuid
      WHERE e.kind = 'identity.read' AND e.detail ? 'fileId' AND (f.sealed_at IS NULL OR f.sealed_at > e.at OR f.case_id IS DISTINCT FROM e.case_id)`,
  }),
  inSql({
    code: 'access.related_staff_excluded',
    sentence: 'Whoever has declared a relation has no part in a running case against the person or the agency',
    rule: '24: declared relations are excluded everywhere',
    sql: `SELECT c.id AS "caseId", d.person_id AS "personId" FROM declared_relation d JOIN "case" c ON c.closed_at IS NULL AND NOT d.person_id = ANY (c.excluded_person_ids)
      WHERE d.ended_at IS NULL AND (c.agency_code = d.agency_code
        OR EXISTS (SELECT FROM party p WHERE p.case_id = c.id AND p.role = 'reported' AND p.nip_index = d.nip_index))`,
  }),
]
