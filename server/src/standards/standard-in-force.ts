import { localDate, readDocument, SERVICES, type Service, type StandardDocument } from '@domain'

/** One version of a standard with its id. */
export interface StandardInForce {
  readonly id: string
  readonly number: number
  readonly document: StandardDocument
}

interface Asked {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>
}

interface Row {
  readonly id: string
  readonly service: Service
  readonly number: number
  readonly document: Partial<StandardDocument>
}

const read = new Map<string, StandardInForce>()

/** Reads a document once per version and node; versions never change. */
function versionOf({ id, service, number, document }: Row): StandardInForce {
  const known = read.get(id)
  if (known) return known
  const fresh = { id, number, document: readDocument(service, number, document) }
  read.set(id, fresh)
  return fresh
}

/** The version of a standard in force on the day of an instant: the one that took effect last; null when none had. */
export async function standardInForce(db: Asked, service: Service, at: Date): Promise<StandardInForce | null> {
  const [row] = await db.query<{ id: string }>(
    'SELECT id FROM standard_version WHERE service = $1 AND effective_from <= $2::date ORDER BY effective_from DESC, number DESC LIMIT 1',
    [service, localDate(at)],
  )
  return row ? standardById(db, row.id) : null
}

/** The documents of all services in force on the day of an instant. */
export async function standardsInForce(db: Asked, at: Date): Promise<StandardDocument[]> {
  const found: StandardDocument[] = []
  for (const service of SERVICES) {
    const version = await standardInForce(db, service, at)
    if (version) found.push(version.document)
  }
  return found
}

/** A version by its id: what a running case keeps, whatever came into force since. */
export async function standardById(db: Asked, id: string): Promise<StandardInForce> {
  const known = read.get(id)
  if (known) return known
  const [row] = await db.query<Row>('SELECT id, service, number, document FROM standard_version WHERE id = $1', [id])
  if (!row) throw new Error(`Standard version ${id} does not exist`)
  return versionOf(row)
}

/** Every installed version, by service and number. */
export async function standardVersions(db: Asked): Promise<StandardInForce[]> {
  const rows = await db.query<Row>(
    'SELECT id, service, number, document FROM standard_version WHERE service = ANY ($1) ORDER BY service, number',
    [SERVICES],
  )
  return rows.map(versionOf)
}
