import { followUpLimit, formatLongDate, formatTime, HANDLING_METHOD_IN_LETTER, type HandlingMethod, type ToldFinding } from '@domain'

interface Asked {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>
}

/** The merge fields that the handling fills. */
export interface HandlingValues {
  readonly handling_method: string | null
  readonly handling_time: string | null
  readonly handling_place: string | null
  readonly handling_officer: string | null
}

const NOTHING: HandlingValues = { handling_method: null, handling_time: null, handling_place: null, handling_officer: null }

/** What the letter to the complainant says about method, time and means (Prosedur 2). Without a plan the fields stay open and hold the letter back. */
export async function handlingValuesOf(db: Asked, caseId: string): Promise<HandlingValues> {
  const [plan] = await db.query<{ method: HandlingMethod; at: Date | null; place: string; officer: string; phone: string | null }>(
    'SELECT method, at, place, officer, officer_phone AS phone FROM handling_plan WHERE case_id = $1',
    [caseId],
  )
  if (!plan) return NOTHING
  return {
    handling_method: HANDLING_METHOD_IN_LETTER[plan.method],
    handling_time: plan.at ? `${formatLongDate(plan.at)} pukul ${formatTime(plan.at)}` : 'pada hari dan jam kerja',
    handling_place: plan.place,
    handling_officer: plan.phone ? `${plan.officer} (${plan.phone})` : plan.officer,
  }
}

/** The time that the points give the PPK, as the letter of recommendation says it: the points that are still to be sent, else those that were. */
export async function followUpLimitOf(db: Asked, caseId: string): Promise<string> {
  const points = await db.query<{ number: number; days: number }>(
    `SELECT number, days FROM recommendation_point p WHERE case_id = $1 AND (state = 'draft'
       OR NOT EXISTS (SELECT FROM recommendation_point WHERE case_id = $1 AND state = 'draft')) ORDER BY number`,
    [caseId],
  )
  return followUpLimit(points)
}

/** The findings and draft points with which a letter of recommendation begins, and the PPK whom they address. */
export async function toldInRecommendation(
  db: Asked,
  caseId: string,
): Promise<{ findings: ToldFinding[]; points: string[]; first: number; ppk: string | null }> {
  const findings = await db.query<ToldFinding>(
    `SELECT p.name AS person, a.violation, f.outcome, f.sanction, f.reasons FROM finding f JOIN allegation a ON a.id = f.allegation_id
     JOIN party p ON p.id = a.party_id WHERE f.case_id = $1 ORDER BY p.name, a.recorded_at`,
    [caseId],
  )
  const points = await db.query<{ number: number; text: string; ppk: string }>(
    `SELECT number, text, ppk FROM recommendation_point WHERE case_id = $1 AND state = 'draft' ORDER BY number`,
    [caseId],
  )
  return { findings, points: points.map(({ text }) => text), first: points[0]?.number ?? 1, ppk: points[0]?.ppk ?? null }
}
