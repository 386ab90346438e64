import type { Appointment } from '@domain'
import { profileInForce } from '../organisation/index.js'
import { standardById } from '../standards/index.js'

interface Asked {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>
}

interface BookedMeeting {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly room: string | null
  readonly link: string | null
  readonly officerName: string
  readonly officerTitle: string
  readonly madeAt: Date
}

/** The meeting that is booked for a case, as letters and mails speak of it; null when there is none. */
export async function appointmentOf(
  db: Asked,
  theCase: { readonly id: string; readonly standardVersionId: string },
): Promise<Appointment | null> {
  const [booked] = await db.query<BookedMeeting>(
    `SELECT b.starts_at AS "startsAt", b.ends_at AS "endsAt", r.name AS room, b.link, b.officer_name AS "officerName", b.officer_title AS "officerTitle",
       b.made_at AS "madeAt" FROM booking b LEFT JOIN room r ON r.id = b.room_id
     WHERE b.case_id = $1 AND b.state IN ('booked', 'held') ORDER BY (b.state = 'booked') DESC, b.starts_at DESC LIMIT 1`,
    [theCase.id],
  )
  if (!booked) return null
  const { address } = await profileInForce(db, booked.madeAt)
  return { ...booked, address, telephone: await telephoneOf(db, theCase.standardVersionId) }
}

/** The telephone that a version of a standard publishes. */
export async function telephoneOf(db: Asked, standardVersionId: string): Promise<string> {
  const { document } = await standardById(db, standardVersionId)
  const hotline = document.complaintChannels.find(({ kind }) => kind === 'hotline')
  if (!hotline) throw new Error(`The standard of ${document.service} publishes no telephone`)
  return hotline.address
}
