import { inSql, type Invariant } from './invariant.js'

/** Letters that have left the house. */
export const LETTERS: readonly Invariant[] = [
  inSql({
    code: 'letters.pdf',
    sentence: 'The printed letter is a clean file of that letter with the same hash',
    rule: '10: later steps compare the SHA-256 of the PDF',
    sql: `SELECT l.id AS "letterId", l.number, l.pdf_sha256 AS letter, f.sha256 AS file FROM letter l LEFT JOIN file f ON f.id = l.pdf_file_id
      WHERE (l.pdf_sha256 IS NULL) <> (l.pdf_file_id IS NULL)
        OR l.pdf_file_id IS NOT NULL AND (f.sha256, f.letter_id, f.case_id, f.purpose, f.state) IS DISTINCT FROM (l.pdf_sha256, l.id, l.case_id, 'letter', 'clean')
        OR l.pdf_file_id IS NOT NULL AND l.issued_at IS NULL OR l.status = 'delivered' AND l.pdf_file_id IS NULL`,
  }),
  inSql({
    code: 'letters.delivered_is_proven',
    sentence: 'A letter is delivered exactly when one of its deliveries is proven',
    rule: 'promise: delivery with proof',
    sql: `SELECT l.id AS "letterId", l.status, d.proven, d.first FROM letter l
      CROSS JOIN LATERAL (SELECT count(*)::int AS proven, min(proven_at) AS first FROM delivery WHERE letter_id = l.id AND status = 'delivered' AND proven_at IS NOT NULL) d
      WHERE (l.status = 'delivered') <> (d.proven > 0) OR l.status = 'delivered' AND d.first IS DISTINCT FROM l.delivered_at`,
  }),
  inSql({
    code: 'letters.proof',
    sentence: 'A proven delivery shows its proof: a receipt with name and date, or a mail that was sent',
    rule: 'promise: delivery with proof',
    sql: `SELECT d.id AS "deliveryId", d.letter_id AS "letterId", d.method, d.status FROM delivery d
      WHERE (d.status = 'delivered') <> (d.proven_at IS NOT NULL)
        OR d.status = 'delivered' AND (d.receipt_name IS NULL OR d.receipt_on IS NULL)
          AND NOT (d.method = 'email' AND EXISTS (SELECT 1 FROM mail m WHERE m.delivery_id = d.id AND m.status = 'sent'))`,
  }),
  inSql({
    code: 'letters.delivered_only_issued',
    sentence: 'Nothing is delivered before it is issued and printed',
    rule: '10: what was approved is what is sent',
    sql: `SELECT d.id AS "deliveryId", d.letter_id AS "letterId", l.status, d.at, l.issued_at AS "issuedAt" FROM delivery d JOIN letter l ON l.id = d.letter_id
      WHERE l.status NOT IN ('issued', 'delivered') AND NOT (l.status = 'withdrawn' AND d.status = 'failed') OR l.issued_at IS NULL OR l.pdf_sha256 IS NULL OR d.at < l.issued_at`,
  }),
  inSql({
    code: 'letters.verification',
    sentence: 'Every issued letter has a verification token of its own',
    rule: '22: ids are random',
    sql: `SELECT id AS "letterId", number, 'missing' AS problem FROM letter WHERE (issued_at IS NOT NULL) <> (verification_token IS NOT NULL) OR length(verification_token) < 22
      UNION ALL
      SELECT id, number, 'shared' FROM letter WHERE verification_token IN (SELECT verification_token FROM letter GROUP BY 1 HAVING count(*) > 1)`,
  }),
  inSql({
    code: 'letters.one_open_of_a_kind',
    sentence: 'A case has at most one open letter of a kind',
    rule: '4: the database repeats the law',
    sql: `SELECT case_id AS "caseId", kind, count(*)::int AS letters FROM letter WHERE status IN ('draft', 'returned', 'in_review', 'approved')
      GROUP BY case_id, kind HAVING count(*) > 1`,
  }),
]
