import { localDate, publicName, type VisitState } from '@domain'
import type { DataSource } from 'typeorm'

/** What everybody in the lobby may read of one visitor: a number, a first name where that says nothing else, since when, how far it is, and where to go. */
export interface LobbyLine {
  readonly queueNumber: number
  readonly firstName: string | null
  readonly since: Date
  readonly state: VisitState
  readonly room: string | null
}

/** States that concern somebody who sits in the lobby. */
const SHOWN: readonly VisitState[] = ['arrived', 'disposed', 'confirmed', 'waiting', 'in_meeting']

interface Row {
  readonly number: number
  readonly name: string | null
  readonly since: Date
  readonly state: VisitState
  readonly room: string | null
}

/**
 * The queue of today for the screens on the wall. An ethics consultation and everything above "biasa" shows no name at all; no name is ever the whole
 * one. Nobody's permission is asked, because nothing here belongs to a case: only these five things leave the database.
 */
export async function lobbyLines(db: DataSource, now: Date): Promise<LobbyLine[]> {
  const rows = await db.query<Row[]>(
    `SELECT v.queue_number AS number, CASE WHEN v.service <> 'KODE_ETIK' AND v.secrecy = 'biasa' THEN v.visitor_name END AS name,
       v.arrived_at AS since, v.state, CASE WHEN v.state IN ('waiting', 'in_meeting') THEN r.name END AS room
     FROM visit v LEFT JOIN booking b ON b.id = v.booking_id LEFT JOIN room r ON r.id = b.room_id
     WHERE v.queue_day = $1::date AND v.queue_number IS NOT NULL AND v.state = ANY ($2) ORDER BY v.queue_number`,
    [localDate(now), SHOWN],
  )
  return rows.map(({ number, name, since, state, room }) => ({
    queueNumber: number,
    firstName: name === null ? null : publicName(name),
    since,
    state,
    room,
  }))
}
