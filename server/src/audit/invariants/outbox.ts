import { inSql, type Invariant } from './invariant.js'

/** What leaves the house by machine: mail, jobs, kept answers. */
export const OUTBOX: readonly Invariant[] = [
  inSql({
    code: 'outbox.lease',
    sentence: 'No mail is being sent beyond its lease: it is settled, or uncertain for a person to decide',
    rule: '37: an uncertain letter is resolved by a person',
    sql: `SELECT id AS "mailId", purpose, attempts, lease_until AS lease FROM mail WHERE status = 'sending' AND (lease_until IS NULL OR lease_until < now() - interval '2 minutes')`,
  }),
  inSql({
    code: 'outbox.pending_has_a_job',
    sentence: 'Every waiting mail has a job that will send it or has been given up in sight of the administrators',
    rule: '8: a dead letter that someone sees',
    sql: `SELECT m.id AS "mailId", m.purpose, m.at FROM mail m WHERE m.status = 'pending' AND NOT EXISTS (
      SELECT 1 FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id AND t.identifier = 'mail.send'
      WHERE j.payload->>'mailId' = m.id::text)`,
  }),
  inSql({
    code: 'outbox.printer_has_a_job',
    sentence: 'Every issued letter without a PDF has a job that will print it or has been given up in sight of the administrators',
    rule: '8: a dead letter that someone sees',
    sql: `SELECT l.id AS "letterId", l.number, l.issued_at AS issued FROM letter l WHERE l.status = 'issued' AND l.pdf_sha256 IS NULL AND NOT EXISTS (
      SELECT 1 FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id AND t.identifier = 'letter.render'
      WHERE j.payload->>'letterId' = l.id::text)`,
  }),
  inSql({
    code: 'outbox.sent_once',
    sentence: 'A letter was mailed at most once to a recipient for a purpose',
    rule: '37: never sent again by itself',
    sql: `SELECT m.letter_id AS "letterId", m.purpose, count(*)::int AS mails FROM mail m JOIN delivery d ON d.id = m.delivery_id WHERE m.status = 'sent'
      GROUP BY m.letter_id, m.purpose, d.recipient_name HAVING count(*) > 1
      UNION ALL
      SELECT NULL, min(purpose), count(*)::int FROM mail GROUP BY message_id HAVING count(*) > 1`,
  }),
  inSql({
    code: 'outbox.delivery_follows_mail',
    sentence: 'A delivery by e-mail stands where its mail stands',
    rule: '37: pending, sending, then sent, uncertain or failed',
    sql: `SELECT d.id AS "deliveryId", d.letter_id AS "letterId", d.status AS delivery, m.status AS mail FROM delivery d LEFT JOIN mail m ON m.delivery_id = d.id
      WHERE d.method = 'email' AND NOT coalesce(m.status = d.status OR (m.status = 'sent' AND d.status = 'delivered'), false)
        OR d.method <> 'email' AND m.id IS NOT NULL OR m.id IS NOT NULL AND m.letter_id IS DISTINCT FROM d.letter_id`,
  }),
  inSql({
    code: 'outbox.confidential_mail_is_empty',
    sentence: 'A confidential letter is not in the mail that announces it',
    rule: '37: confidential -> no content in the mail',
    sql: `SELECT m.id AS "mailId", m.letter_id AS "letterId", l.secrecy FROM mail m JOIN letter l ON l.id = m.letter_id
      WHERE l.secrecy IN ('rahasia', 'sangat_rahasia') AND (NOT m.confidential OR cardinality(m.attachment_file_ids) > 0)`,
  }),
  inSql({
    code: 'outbox.requests_answered',
    sentence: 'Every kept request has its answer, and every key is used once by a person',
    rule: '5: same key and hash -> the stored result',
    sql: `SELECT person_id AS "personId", action, count(*)::int AS times, bool_or(result IS NULL) AS unanswered FROM request
      GROUP BY person_id, key, action HAVING count(*) > 1 OR bool_or(result IS NULL)`,
  }),
  inSql({
    code: 'outbox.feedback_answered',
    sentence: 'Feedback that was answered by e-mail has its one mail, and no other feedback has any',
    rule: '8: what speaks to the outside is written in the transaction of its act',
    sql: `SELECT f.id AS "feedbackId", f.number, f.answer_way AS way, sent.mails FROM feedback f
      CROSS JOIN LATERAL (SELECT count(*)::int AS mails FROM mail m WHERE m.purpose = 'feedback' AND m.message_id LIKE '<feedback.' || f.id || '@%') sent
      WHERE sent.mails <> (f.answer_way IS NOT DISTINCT FROM 'email')::int`,
  }),
]
