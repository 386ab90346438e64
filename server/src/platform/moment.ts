import { AsyncLocalStorage } from 'node:async_hooks'

const travelled = new AsyncLocalStorage<Date>()

/** Anything that can be asked for a row: a transaction, an entity manager, the data source. */
export interface Asked {
  query(sql: string, params?: unknown[]): Promise<unknown>
}

/** The product's clock. It is the database's (rule 36), so that all nodes agree. */
export const Moment = {
  /** The instant now, in whole milliseconds; inside `timeTravel` the instant travelled to. */
  async now(db: Asked): Promise<Date> {
    const moved = travelled.getStore()
    if (moved) return moved
    const [row] = (await db.query('SELECT now() AS now')) as { now: Date }[]
    if (!row) throw new Error('The database did not tell the time')
    return row.now
  },

  /** The instant travelled to, or null outside `timeTravel`. */
  travelled(): Date | null {
    return travelled.getStore() ?? null
  },
}

/** Runs `steps` as if it were `instant`. Only the demo seeder, which plays months of work in a minute, and tests use it. */
export const timeTravel = <T>(instant: Date, steps: () => Promise<T>): Promise<T> => travelled.run(instant, steps)
