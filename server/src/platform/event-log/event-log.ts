import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { PLANNED_ONCE } from '../planned-once.js'
import { placeAt, START, type Place } from './cursor.js'
import { EVENT_COLUMNS, type LoggedEvent } from './logged-event.js'

/** What was logged, in the order of the log. */
@Injectable()
export class EventLog {
  constructor(private readonly db: DataSource) {}

  /** The events after an offset, oldest first; never beyond `upTo`. */
  async after(offset: number, limit: number, upTo = Number.MAX_SAFE_INTEGER): Promise<LoggedEvent[]> {
    const rows: (Omit<LoggedEvent, 'offset'> & { offset: string })[] = await this.db.query(
      `${PLANNED_ONCE}SELECT l."offset", l.prev, l.hash, ${EVENT_COLUMNS} FROM log l JOIN event e ON e.id = l.event_id
       WHERE l."offset" > $1 AND l."offset" <= $3 ORDER BY l."offset" LIMIT $2`,
      [offset, limit, upTo],
    )
    return rows.map((row) => ({ ...row, offset: Number(row.offset) }))
  }

  /** The newest place. */
  async head(): Promise<Place> {
    const [last]: { offset: string; hash: Buffer }[] = await this.db.query('SELECT "offset", hash FROM log ORDER BY "offset" DESC LIMIT 1')
    return last ? placeAt(Number(last.offset), last.hash) : START
  }

  /** Whether this log has that place. It has not when the place is from another database, from before a restore, or older than the log reaches. */
  async has({ offset, mark }: Place): Promise<boolean> {
    if (offset === 0) {
      const [first]: { offset: string }[] = await this.db.query('SELECT "offset" FROM log ORDER BY "offset" LIMIT 1')
      return !first || first.offset === '1'
    }
    const [row]: { hash: Buffer }[] = await this.db.query('SELECT hash FROM log WHERE "offset" = $1', [offset])
    return row !== undefined && row.hash.subarray(0, mark.length).equals(mark)
  }
}
