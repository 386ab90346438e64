import { inSql, type Invariant } from './invariant.js'

/** The number book. */
export const NUMBERS: readonly Invariant[] = [
  inSql({
    code: 'numbers.gapless',
    sentence: 'The numbers of a series and year are 1..last, each given once',
    rule: '9: numbers come from a counter row locked in the issuing transaction',
    sql: `SELECT coalesce(n.series, c.series) AS series, coalesce(n.year, c.year) AS year, n.rows, n.numbers, n.lowest, n.highest, c.last FROM
      (SELECT series, year, count(*)::int AS rows, count(DISTINCT sequence)::int AS numbers, min(sequence) AS lowest, max(sequence) AS highest FROM letter_number GROUP BY series, year) n
      FULL JOIN number_counter c ON c.series = n.series AND c.year = n.year
      WHERE (n.rows, n.numbers, n.lowest, n.highest) IS DISTINCT FROM (c.last, c.last, 1, c.last) AND NOT (n.series IS NULL AND c.last = 0)`,
  }),
  inSql({
    code: 'numbers.times_follow_numbers',
    sentence: 'A later number was not given at an earlier time',
    rule: '9: issue times do not decrease',
    sql: `SELECT series, year, sequence, at, earlier FROM (SELECT series, year, sequence, at, lag(at) OVER (PARTITION BY series ORDER BY year, sequence) AS earlier FROM letter_number) n
      WHERE earlier > at`,
  }),
  inSql({
    code: 'numbers.year',
    sentence: 'The year of a number is the Jakarta year of its issue, and its text says so',
    rule: '9: the year is the date in Asia/Jakarta inside the transaction',
    sql: `SELECT series, year, sequence, number, at FROM letter_number WHERE year <> extract(year FROM at AT TIME ZONE 'Asia/Jakarta')
      OR number !~ ('^(SR|R|T|B)-' || sequence || '/[A-Z]{2}[0-9.]*/' || to_char(at AT TIME ZONE 'Asia/Jakarta', 'MM') || '/' || year || '$')`,
  }),
  inSql({
    code: 'numbers.one_per_letter',
    sentence: 'Every issued letter stands in the book once, with its own number and time; a void has its reason',
    rule: '9: a void keeps its number with a reason',
    sql: `SELECT l.id AS "letterId", l.number, n.number AS book, l.issued_at AS "issuedAt", n.at FROM letter l
      LEFT JOIN letter_number n ON n.letter_id = l.id AND n.status = 'issued'
      WHERE l.status IN ('issued', 'delivered') AND (l.number, l.issued_at) IS DISTINCT FROM (n.number, n.at)
        OR l.status NOT IN ('issued', 'delivered') AND (n.id IS NOT NULL
          OR l.number IS NOT NULL AND NOT (l.status = 'withdrawn' AND EXISTS (SELECT 1 FROM letter_number v WHERE v.letter_id = l.id AND v.status = 'void' AND v.number = l.number)))
      UNION ALL
      SELECT letter_id, NULL, min(number), NULL, NULL FROM letter_number WHERE status = 'issued' GROUP BY letter_id HAVING count(*) > 1
      UNION ALL
      SELECT letter_id, NULL, number, NULL, at FROM letter_number WHERE status = 'void' AND void_reason IS NULL OR status = 'issued' AND letter_id IS NULL`,
  }),
  inSql({
    code: 'numbers.void_by_two',
    sentence:
      'A void number has its reason, who asked and who else consented, as the granted request of its withdrawn letter says; whoever asks is on the letter',
    rule: '19: a void needs two persons',
    sql: `SELECT n.letter_id AS "letterId", n.number, n.status, l.status AS letter, n.void_requested_by AS "askedBy", n.voided_by AS "consentedBy" FROM letter_number n
      LEFT JOIN letter l ON l.id = n.letter_id LEFT JOIN void_request r ON r.letter_id = n.letter_id AND r.status = 'granted'
      WHERE n.status = 'void' AND ((n.void_requested_by = n.voided_by) IS DISTINCT FROM false OR coalesce(length(trim(n.void_reason)), 0) < 3 OR l.status IS DISTINCT FROM 'withdrawn'
          OR (r.asked_by, r.answered_by, r.answered_at, r.reason) IS DISTINCT FROM (n.void_requested_by, n.voided_by, n.voided_at, n.void_reason))
        OR n.status <> 'void' AND r.id IS NOT NULL
      UNION ALL
      SELECT l.id, l.number, NULL, l.status, l.void_requested_by, r.asked_by FROM letter l LEFT JOIN void_request r ON r.letter_id = l.id AND r.status = 'asked'
      WHERE l.void_requested_by IS DISTINCT FROM r.asked_by`,
  }),
  inSql({
    code: 'numbers.order_of_acts',
    sentence: 'A letter is submitted, approved, numbered and delivered in this order',
    rule: '9: approved <= numbered <= signed <= delivered',
    sql: `SELECT id AS "letterId", submitted_at AS submitted, approved_at AS approved, issued_at AS issued, delivered_at AS delivered FROM letter
      WHERE submitted_at > approved_at AND status IN ('approved', 'issued', 'delivered') OR approved_at > issued_at OR issued_at > delivered_at
        OR status IN ('approved', 'issued', 'delivered') AND approved_at IS NULL
        OR status IN ('issued', 'delivered') AND issued_at IS NULL OR (status = 'delivered') <> (delivered_at IS NOT NULL)`,
  }),
  inSql({
    code: 'numbers.feedback',
    sentence: 'The feedback of a year is numbered 1..last, each once, in the Jakarta year in which it was logged',
    rule: '9: numbers come from a counter row locked in the transaction that uses them',
    sql: `SELECT coalesce(n.year, c.year) AS year, n.rows, n.numbers, n.highest, c.last FROM
      (SELECT year, count(*)::int AS rows, count(DISTINCT number)::int AS numbers, max(number) AS highest,
         bool_or(year <> extract(year FROM logged_at AT TIME ZONE 'Asia/Jakarta')) AS astray FROM feedback GROUP BY year) n
      FULL JOIN feedback_counter c ON c.year = n.year
      WHERE n.astray OR ((n.rows, n.numbers, n.highest) IS DISTINCT FROM (c.last, c.last, c.last) AND NOT (n.year IS NULL AND c.last = 0))`,
  }),
]
