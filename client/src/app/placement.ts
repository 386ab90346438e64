/** How a list decides what is in it and in which order. */
export interface Placement<Row> {
  /** Whether the row belongs in the list, as far as the client can tell from the row alone. */
  readonly belongs: (row: Row) => boolean
  /** Negative when the first comes before the second. Total: rows that are equal here are ordered by id. */
  readonly order: (first: Row, second: Row) => number
}

interface Identified {
  readonly id: string
}

/** A list with its tail still on the server: `total` counts rows beyond those loaded. */
export interface Listing<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  readonly more: boolean
}

/** The listing without this row. A row that was never loaded leaves the total alone unless it is known to have been in it. */
export function drop<Row extends Identified>(listing: Listing<Row>, id: string): Listing<Row> {
  if (!listing.rows.some((row) => row.id === id)) return listing
  return { ...listing, rows: listing.rows.filter((row) => row.id !== id), total: Math.max(0, listing.total - 1) }
}

/**
 * The listing after a row has arrived, changed, or ceased to belong. A row that belongs behind the last loaded one, while the server has
 * more, is not shown: the next page will bring it. Then it only counts, and only when it was not counted before.
 */
export function place<Row extends Identified>(listing: Listing<Row>, row: Row, placement: Placement<Row>): Listing<Row> {
  const known = listing.rows.some((other) => other.id === row.id)
  if (!placement.belongs(row)) return drop(listing, row.id)

  const others = listing.rows.filter((other) => other.id !== row.id)
  const before = (other: Row) => placement.order(other, row) || (other.id < row.id ? -1 : 1)
  const found = others.findIndex((other) => before(other) > 0)
  const total = known ? listing.total : listing.total + 1

  if (found === -1 && listing.more) return { ...listing, rows: others, total }
  const at = found === -1 ? others.length : found
  return { ...listing, rows: [...others.slice(0, at), row, ...others.slice(at)], total }
}

/** Appends a page: rows that live updates have brought already are not repeated. */
export function append<Row extends Identified>(listing: Listing<Row>, page: Listing<Row>): Listing<Row> {
  const known = new Set(listing.rows.map((row) => row.id))
  return { rows: [...listing.rows, ...page.rows.filter((row) => !known.has(row.id))], total: page.total, more: page.more }
}

/** Orders nullable instants (ISO strings or epoch ms) ascending, the absent ones last. */
export function byInstant(first: string | null, second: string | null): number {
  if (first === second) return 0
  if (first === null) return 1
  if (second === null) return -1
  return Date.parse(first) - Date.parse(second)
}
