import DataLoader from 'dataloader'
import type { DataSource } from 'typeorm'
import type { Viewer } from '@domain'

/** What a batch may use: the database and the person who asks. A loader is the check of a child field, so it filters by `viewer`. */
export interface LoaderScope {
  readonly db: DataSource
  readonly viewer: Viewer
  /** The loaders of the same request, for what several batches ask. */
  readonly loaders: Loaders
}

/** Reads many keys at once and answers in their order. Declared once at module level: its identity names the loader. */
export type Batch<K, V> = (keys: readonly K[], scope: LoaderScope) => Promise<readonly V[]>

/** The DataLoaders of one request: nothing is remembered beyond it. */
export class Loaders {
  private readonly made = new Map<unknown, unknown>()

  private readonly scope: LoaderScope

  constructor(scope: Omit<LoaderScope, 'loaders'>) {
    const loaders = (): this => this
    this.scope = {
      db: scope.db,
      get viewer() {
        return scope.viewer
      },
      get loaders() {
        return loaders()
      },
    }
  }

  of<K, V>(batch: Batch<K, V>): DataLoader<K, V> {
    const known = this.made.get(batch) as DataLoader<K, V> | undefined
    if (known) return known
    const fresh = new DataLoader<K, V>((keys) => batch(keys, this.scope), { maxBatchSize: 500 })
    this.made.set(batch, fresh)
    return fresh
  }
}

/** Puts rows in the order of the keys that asked for them; null where there is none. */
export function inOrder<K, V>(keys: readonly K[], rows: readonly V[], keyOf: (row: V) => K): (V | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  return keys.map((key) => byKey.get(key) ?? null)
}

/** Puts rows under the key they belong to; an empty list where there is none. */
export function grouped<K, V>(keys: readonly K[], rows: readonly V[], keyOf: (row: V) => K): V[][] {
  const byKey = new Map<K, V[]>(keys.map((key) => [key, []]))
  for (const row of rows) byKey.get(keyOf(row))?.push(row)
  return keys.map((key) => byKey.get(key) ?? [])
}
