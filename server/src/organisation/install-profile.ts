import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { INSTALLED_BY, REFERENCE_PROFILE, REFERENCE_SERIES } from './reference-profile.data.js'

/** Gives an installation without any profile its first one; with one it changes nothing, whatever that one says. */
export async function installProfile(manager: EntityManager, validFrom: string): Promise<void> {
  const { organisation, english, address, contact, place, emblemSvg } = REFERENCE_PROFILE
  await manager.query(
    `INSERT INTO organisation_profile (id, number, valid_from, organisation, english, address, contact, place, emblem_svg, series, saved_by_name, saved_at)
     SELECT $1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, date_trunc('milliseconds', now()) WHERE NOT EXISTS (SELECT 1 FROM organisation_profile)`,
    [randomUUID(), validFrom, organisation, english, address, contact, place, emblemSvg, REFERENCE_SERIES, INSTALLED_BY],
  )
}
