import { randomUUID } from 'node:crypto'
import type { DataSource } from 'typeorm'
import { dayOf, partsOf, type Secrecy } from '@domain'
import { profileInForce } from '../organisation/index.js'
import type { Tx } from '../platform/work.js'
import type { Letter } from './letter.entity.js'
import type { VoidRequest } from './void-request.entity.js'

/** The security code at the head of a number (Peraturan Badan Pangan Nasional 3/2022, Pasal 39). */
const PREFIX: Readonly<Record<Secrecy, string>> = { biasa: 'B', terbatas: 'T', rahasia: 'R', sangat_rahasia: 'SR' }

/** A number and the instant it counts from. */
export interface LetterNumber {
  readonly id: string
  readonly text: string
  readonly series: string
  readonly year: number
  readonly sequence: number
  readonly at: Date
}

/**
 * The next number of the Jakarta year (rule 9), of one series for the whole office, whatever the security class: B-1444 in April and B-1895 in May 2022 are of
 * one run. The counter row is locked until the issuing transaction ends, so a rollback leaves no gap. Issue times follow the numbers: a transaction that began
 * earlier but came later takes the time of the number before.
 */
export async function nextNumber(tx: Tx, letter: Pick<Letter, 'secrecy' | 'archiveCode'>): Promise<LetterNumber> {
  const { year, month } = partsOf(dayOf(tx.now))
  const { series } = await profileInForce(tx, tx.now)
  const [counter] = await tx.query<{ last: number; last_at: Date }>(
    `INSERT INTO number_counter (series, year, last, last_at) VALUES ($1, $2, 1, $3)
     ON CONFLICT (series, year) DO UPDATE SET last = number_counter.last + 1, last_at = greatest(number_counter.last_at, excluded.last_at)
     RETURNING last, last_at`,
    [series, year, tx.now],
  )
  if (!counter) throw new Error('The number counter gave no number')
  const text = `${PREFIX[letter.secrecy]}-${counter.last}/${letter.archiveCode}/${String(month).padStart(2, '0')}/${year}`
  return { id: randomUUID(), text, series, year, sequence: counter.last, at: counter.last_at }
}

/** Voids the number of a letter: it keeps its place in the book, with the reason and the two persons who stand behind it. */
export async function voidNumber(tx: Tx, letterId: string, { reason, askedBy, answeredBy, answeredAt }: VoidRequest): Promise<void> {
  const rows = await tx.query(
    `UPDATE letter_number SET status = 'void', void_reason = $2, void_requested_by = $3, voided_by = $4, voided_at = $5
     WHERE letter_id = $1 AND status = 'issued' RETURNING id`,
    [letterId, reason, askedBy, answeredBy, answeredAt],
  )
  if (rows.length !== 1) throw new Error('A letter that was issued has no number in the book')
}

/** When the number of a letter was voided; null while it stands. */
export async function voidedAtOf(db: Pick<DataSource, 'query'>, letterId: string): Promise<Date | null> {
  const [row] = await db.query<{ voided_at: Date | null }[]>(
    `SELECT voided_at FROM letter_number WHERE letter_id = $1 AND status = 'void'`,
    [letterId],
  )
  return row?.voided_at ?? null
}

/** Enters an issued number into the book. */
export const enterNumber = (tx: Tx, number: LetterNumber, letterId: string): Promise<unknown[]> =>
  tx.query(
    `INSERT INTO letter_number (id, series, year, sequence, number, status, letter_id, at) VALUES ($1, $2, $3, $4, $5, 'issued', $6, $7)`,
    [number.id, number.series, number.year, number.sequence, number.text, letterId, number.at],
  )
