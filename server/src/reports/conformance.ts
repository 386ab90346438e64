import { COMMITMENTS, type Commitment, type EventKind } from '@domain'
import { ruleOf, type CodeReference } from './commitment-rules.js'
import { PROOFS, type Proof } from './proofs.js'

/** How a commitment was kept: `running` is still open and in time, null where nothing is counted. */
export interface Measured {
  readonly kept: number
  readonly broken: number
  readonly running: number
}

/** One line of the sheet: a sentence of the standard, the rule that implements it, the tests that prove it, and how it was kept. */
export interface ConformanceLine {
  readonly commitment: Commitment
  readonly rule: CodeReference | null
  readonly tests: readonly Proof[]
  readonly measured: Measured | null
}

interface Asked {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>
}

interface Counted {
  key: string
  kept: number
  broken: number
  running: number
}

/** What a closed case must have been through, step by step of the printed procedure. */
const EVENT_OF_STEP: Readonly<Record<string, EventKind>> = {
  'medlin.written.1': 'case.registered',
  'medlin.written.2': 'case.registered',
  'medlin.written.3': 'case.decided',
  'merit.written.1': 'case.registered',
  'merit.written.2': 'case.disposed',
  'merit.written.3': 'case.decided',
  'merit.written.4': 'letter.drafted',
  'merit.written.5': 'letter.passed',
  'merit.written.6': 'letter.approved',
  'merit.written.7': 'letter.issued',
  'merit.written.8': 'letter.delivered',
  'netralitas.complaint.1': 'case.registered',
  'netralitas.complaint.2': 'case.disposed',
  'kode_etik.written.1': 'case.registered',
  'kode_etik.written.2': 'case.registered',
  'kode_etik.written.3': 'case.disposed',
  'kode_etik.written.4': 'letter.delivered',
}

/** Cases received in the year ($1), or in any. */
const IN_YEAR = `($1::int IS NULL OR extract(year FROM c.received_at AT TIME ZONE 'Asia/Jakarta') = $1)`

/**
 * Past the due date without what was granted on top of the published limit, unless the unit's activity excuses it. A limit that is not set is not
 * broken.
 */
const BROKEN = 'k.excused_at IS NULL AND coalesce(k.first_due_at < coalesce(k.stopped_at, $2), false)'

/** A withdrawn request is answered by nobody: its clocks neither kept nor broke their promise. */
const CLOCKS = `
  SELECT 'clock ' || k.code AS key,
    count(*) FILTER (WHERE k.stopped_at IS NOT NULL AND NOT (${BROKEN}))::int AS kept,
    count(*) FILTER (WHERE ${BROKEN})::int AS broken,
    count(*) FILTER (WHERE k.stopped_at IS NULL AND NOT (${BROKEN}))::int AS running
  FROM clock k JOIN "case" c ON c.id = k.case_id
  WHERE k.started_at IS NOT NULL AND c.stage <> 'withdrawn' AND ${IN_YEAR} GROUP BY k.code`

const REQUIREMENTS = `
  SELECT r.code AS key, count(*) FILTER (WHERE r.state = 'met')::int AS kept,
    count(*) FILTER (WHERE r.state = 'missing' AND c.closed_at IS NOT NULL)::int AS broken,
    count(*) FILTER (WHERE r.state = 'missing' AND c.closed_at IS NULL)::int AS running
  FROM requirement_check r JOIN "case" c ON c.id = r.case_id WHERE ${IN_YEAR} GROUP BY r.code`

const CHANNELS = `
  SELECT lower(c.service) || '.channel.' || c.channel AS key, count(*)::int AS kept, 0 AS broken, 0 AS running
  FROM "case" c WHERE ${IN_YEAR} GROUP BY c.service, c.channel`

const PRODUCTS = `
  SELECT lower(c.service) || '.product.' || l.kind AS key, count(*) FILTER (WHERE l.status IN ('issued', 'delivered'))::int AS kept, 0 AS broken,
    count(*) FILTER (WHERE l.status NOT IN ('issued', 'delivered', 'withdrawn'))::int AS running
  FROM letter l JOIN "case" c ON c.id = l.case_id WHERE ${IN_YEAR} GROUP BY c.service, l.kind`

const STEPS = `
  SELECT step.code AS key, count(*) FILTER (WHERE passed.there)::int AS kept, count(*) FILTER (WHERE NOT passed.there)::int AS broken, 0 AS running
  FROM jsonb_to_recordset($2::jsonb) AS step (code text, service text, kind text)
  JOIN "case" c ON c.service = step.service AND c.stage = 'closed' AND c.channel NOT IN ('walk_in', 'virtual') AND ${IN_YEAR}
  CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM event e WHERE e.case_id = c.id AND e.kind = step.kind) AS there) passed
  GROUP BY step.code`

const steps = JSON.stringify(
  COMMITMENTS.flatMap(({ code, service }) => (EVENT_OF_STEP[code] ? [{ code, service, kind: EVENT_OF_STEP[code] }] : [])),
)

/** Sums of the clocks that keep one promise. */
function together(commitment: Commitment, counted: ReadonlyMap<string, Measured>): Measured | null {
  const keys = commitment.section === 'time' ? commitment.clocks.map((code) => `clock ${code}`) : [commitment.code]
  const found = keys.flatMap((key) => counted.get(key) ?? [])
  const nothing = { kept: 0, broken: 0, running: 0 }
  if (found.length === 0) return ['time', 'requirement', 'channel', 'product'].includes(commitment.section) ? nothing : null
  return found.reduce((sum, one) => ({
    kept: sum.kept + one.kept,
    broken: sum.broken + one.broken,
    running: sum.running + one.running,
  }))
}

/** The sheet without a database: every commitment of the five standards with its rule and its tests. */
export const conformanceSheet = (proofs: readonly Proof[] = PROOFS): ConformanceLine[] =>
  COMMITMENTS.map((commitment) => ({
    commitment,
    rule: ruleOf(commitment),
    tests: proofs.filter(({ code }) => code === commitment.code),
    measured: null,
  }))

/** The sheet with how each commitment was kept by the cases received in a year (of Jakarta), or in all years. Counts only, secret cases included. */
export async function conformanceOf(
  db: Asked,
  now: Date,
  year: number | null,
  proofs: readonly Proof[] = PROOFS,
): Promise<ConformanceLine[]> {
  const rows = [
    ...(await db.query<Counted>(CLOCKS, [year, now])),
    ...(await db.query<Counted>(REQUIREMENTS, [year])),
    ...(await db.query<Counted>(CHANNELS, [year])),
    ...(await db.query<Counted>(PRODUCTS, [year])),
    ...(await db.query<Counted>(STEPS, [year, steps])),
  ]
  const counted = new Map(rows.map(({ key, kept, broken, running }) => [key, { kept, broken, running }]))
  return conformanceSheet(proofs).map((line) => ({ ...line, measured: together(line.commitment, counted) }))
}
