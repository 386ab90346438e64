import { randomUUID } from 'node:crypto'
import type { DataSource } from 'typeorm'
import { INDONESIAN_CALENDAR, LETTER_KINDS, publishedDocument, SERVICES } from '@domain'
import { installProfile } from '../organisation/index.js'
import { AGENCIES } from './agencies.data.js'

const EFFECTIVE_FROM = '2022-01-01'

/** The chain every letter takes until another is decided: the head of the working group, then Pimpinan, who approves. */
export const DEFAULT_CHAIN = [{ by: 'unit_head' }, { by: 'leadership' }] as const

/**
 * Puts in place what the product cannot work without: the head of letters, agencies, the calendar, the five standards and
 * the default review chains.
 * Adds what is missing and changes nothing that is there, so that every start may call it.
 */
export async function installReference(db: DataSource): Promise<void> {
  await db.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock(7211001)')
    await installProfile(manager, EFFECTIVE_FROM)
    await manager.query(
      `INSERT INTO agency (code, name, kind, province, underdeveloped)
       SELECT code, name, kind, province, underdeveloped
       FROM jsonb_to_recordset($1::jsonb) AS a (code text, name text, kind text, province text, underdeveloped boolean) ON CONFLICT (code) DO NOTHING`,
      [JSON.stringify(AGENCIES)],
    )
    await manager.query(
      `INSERT INTO calendar_version (id, code, number, effective_from, data)
       SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4 FROM calendar_version ON CONFLICT (code) DO NOTHING`,
      [randomUUID(), INDONESIAN_CALENDAR.version, EFFECTIVE_FROM, JSON.stringify(INDONESIAN_CALENDAR)],
    )
    for (const service of SERVICES) {
      await manager.query(
        'INSERT INTO standard_version (id, service, number, effective_from, document) VALUES ($1, $2, 1, $3, $4) ON CONFLICT (service, number) DO NOTHING',
        [randomUUID(), service, EFFECTIVE_FROM, JSON.stringify(publishedDocument(service))],
      )
      for (const kind of LETTER_KINDS) {
        await manager.query(
          `INSERT INTO review_chain (id, service, letter_kind, number, effective_from, tiers) VALUES ($1, $2, $3, 1, $4, $5)
           ON CONFLICT (service, letter_kind, number) DO NOTHING`,
          [randomUUID(), service, kind, EFFECTIVE_FROM, JSON.stringify(DEFAULT_CHAIN)],
        )
      }
    }
  })
}
