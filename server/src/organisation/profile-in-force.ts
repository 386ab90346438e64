import type { PressLetterhead } from '@press'
import { localDate } from '@domain'
import type { OrganisationProfile } from './organisation-profile.entity.js'

interface Asked {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>
}

/**
 * The version in force at an instant: of those that had been saved and had taken effect, the one with the latest day, and of one day the last saved. What was
 * saved later that day does not count, so that a letter is printed again under the head it was issued with. Before all of them the first one counts.
 */
export async function profileInForce(db: Asked, at: Date): Promise<OrganisationProfile> {
  const [row] = await db.query<OrganisationProfile>(
    `SELECT id, number, valid_from::text AS "validFrom", organisation, english, address, contact, place, series, emblem_svg AS "emblemSvg",
       saved_by AS "savedBy", saved_by_name AS "savedByName", saved_at AS "savedAt"
     FROM (SELECT *, valid_from <= $1::date AND saved_at <= $2 AS ruling FROM organisation_profile) version
     ORDER BY ruling DESC, CASE WHEN ruling THEN valid_from END DESC, CASE WHEN ruling THEN -number ELSE number END LIMIT 1`,
    [localDate(at), at],
  )
  if (!row) throw new Error('No profile of the organisation is installed')
  return row
}

/** The head of a paper. */
export const letterheadOf = ({ organisation, english, address, contact, emblemSvg }: Printed): PressLetterhead => ({
  organisation,
  english,
  address,
  contact,
  emblemSvg,
  emblemAlt: `Lambang ${organisation}`,
})

type Printed = Pick<OrganisationProfile, 'organisation' | 'english' | 'address' | 'contact' | 'emblemSvg'>
