import type { Tx } from '../platform/work.js'

/** The next queue number of a day: gapless, because it rolls back with the registration. */
export async function nextQueueNumber(tx: Tx, day: string): Promise<number> {
  const [counter] = await tx.query<{ last: number }>(
    'INSERT INTO queue_counter (day, last) VALUES ($1, 1) ON CONFLICT (day) DO UPDATE SET last = queue_counter.last + 1 RETURNING last',
    [day],
  )
  if (!counter) throw new Error('The queue counter gave no number')
  return counter.last
}
