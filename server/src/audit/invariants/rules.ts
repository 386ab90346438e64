import { inSql, type Invariant } from './invariant.js'

/** The versions of standards and calendars by which everything else is judged. */
export const RULES: readonly Invariant[] = [
  inSql({
    code: 'rules.two_persons',
    sentence: 'Whoever proposed a version did not consent to it, and the trail names both',
    rule: '19, 24: two persons',
    sql: `SELECT d.id AS "draftId", d.kind, d.proposer_id AS proposer, d.consenter_id AS consenter, p.actor_id AS "proposedBy", a.actor_id AS "consentedBy" FROM rule_draft d
      LEFT JOIN LATERAL (SELECT actor_id FROM event WHERE subject_id = d.id AND kind = d.kind || '.proposed' ORDER BY id DESC LIMIT 1) p ON true
      LEFT JOIN LATERAL (SELECT actor_id FROM event WHERE subject_id = d.id AND kind = d.kind || '.activated' ORDER BY id DESC LIMIT 1) a ON true
      WHERE d.state = 'active' AND (d.consenter_id = d.proposer_id OR p.actor_id IS DISTINCT FROM d.proposer_id OR a.actor_id IS DISTINCT FROM d.consenter_id)`,
  }),
  inSql({
    code: 'rules.versions',
    sentence: 'Every step of a draft was announced: its version is the last one that the trail tells',
    rule: '31: every business change has its event',
    sql: `SELECT d.id AS "draftId", d.version, e.version AS told, e.times FROM rule_draft d
      CROSS JOIN LATERAL (SELECT max(version) AS version, count(*)::int AS times FROM event WHERE subject_id = d.id AND kind <> 'calendar.recounted') e
      WHERE e.version IS DISTINCT FROM d.version OR e.times <> d.version`,
  }),
  inSql({
    code: 'rules.installed_as_rehearsed',
    sentence: 'A version in force is the document that was rehearsed and consented to, and every consent installed one',
    rule: '10: approval binds bytes',
    sql: `SELECT d.id AS "draftId", d.kind, d.state, v.id AS "versionId" FROM rule_draft d
      LEFT JOIN (SELECT id, draft_id, document FROM standard_version UNION ALL SELECT id, draft_id, data - 'version' FROM calendar_version) v ON v.draft_id = d.id
      LEFT JOIN LATERAL (SELECT detail->>'hash' AS hash FROM event WHERE subject_id = d.id AND kind = d.kind || '.activated' ORDER BY id DESC LIMIT 1) a ON true
      WHERE (d.state = 'active') <> (v.id IS NOT NULL)
        OR (d.state = 'active' AND (v.document IS DISTINCT FROM CASE d.kind WHEN 'calendar' THEN d.document - 'version' ELSE d.document END
          OR a.hash IS DISTINCT FROM d.rehearsal->>'hash'))`,
  }),
  inSql({
    code: 'rules.never_back_in_time',
    sentence: 'A version begins on the day of the consent or later, and later than every version before it',
    rule: 'promise: running cases keep the standard they were registered under',
    sql: `SELECT v.id AS "versionId", v.service, v.number, v.effective_from::text AS "from", d.consented_at AS consented FROM standard_version v
      LEFT JOIN rule_draft d ON d.id = v.draft_id
      WHERE v.effective_from < (d.consented_at AT TIME ZONE 'Asia/Jakarta')::date
        OR EXISTS (SELECT 1 FROM standard_version o WHERE o.service = v.service AND o.number < v.number AND o.effective_from >= v.effective_from)`,
  }),
  inSql({
    code: 'rules.standard_of_its_day',
    sentence: 'A case is kept under a version of its own standard that had taken effect when it was registered',
    rule: 'promise: running cases keep the standard they were registered under',
    sql: `SELECT c.id AS "caseId", c.service, v.service AS "versionOf", v.number, v.effective_from::text AS "from" FROM "case" c
      LEFT JOIN standard_version v ON v.id = c.standard_version_id
      WHERE v.service IS DISTINCT FROM c.service OR v.effective_from > (c.registered_at AT TIME ZONE 'Asia/Jakarta')::date`,
  }),
  inSql({
    code: 'rules.calendar_installed',
    sentence: 'Every clock counts with a calendar that is installed',
    rule: 'promise: a clock is a pure function of rule, calendar and ledger',
    sql: `SELECT k.id AS "clockId", k.case_id AS "caseId", k.code, k.calendar_version_id AS calendar FROM clock k
      LEFT JOIN calendar_version v ON v.id = k.calendar_version_id WHERE v.id IS NULL`,
  }),
]
