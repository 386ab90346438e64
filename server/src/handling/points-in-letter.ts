import { pointsMissingIn, Refusal, type LetterKind, type RichText } from '@domain'

interface Asked {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>
}

/** Refuses a change of findings or points while a letter of recommendation that quotes them is under review, approved or issued. */
export async function demandPointsFree(db: Asked, caseId: string): Promise<void> {
  const rows = await db.query(
    `SELECT FROM letter WHERE case_id = $1 AND kind = 'recommendation' AND status IN ('in_review', 'approved', 'issued') LIMIT 1`,
    [caseId],
  )
  if (rows.length > 0) throw new Refusal('handling.points_in_letter')
}

/** Refuses to rewrite what a letter of recommendation has told the PPK. What was not found yet may still be found, for another letter. */
export async function demandNotSent(db: Asked, caseId: string): Promise<void> {
  const rows = await db.query(`SELECT FROM letter WHERE case_id = $1 AND kind = 'recommendation' AND status = 'delivered' LIMIT 1`, [
    caseId,
  ])
  if (rows.length > 0) throw new Refusal('handling.points_in_letter')
}

/** Refuses a letter of recommendation that does not carry every draft point word for word: the PPK is bound by what the PPK reads. */
export async function demandPointsQuoted(
  db: Asked,
  letter: { readonly caseId: string; readonly kind: LetterKind; readonly body: RichText },
): Promise<void> {
  if (letter.kind !== 'recommendation') return
  const points = await db.query<{ number: number; text: string }>(
    `SELECT number, text FROM recommendation_point WHERE case_id = $1 AND state = 'draft' ORDER BY number`,
    [letter.caseId],
  )
  const missing = pointsMissingIn(letter.body, points)
  if (missing.length > 0) throw new Refusal('handling.points_not_in_letter', { numbers: missing.map(String) })
}
