import { LOBBY_STATES, lobbyName, localDate, type Secrecy, type Service, type VisitState } from '@domain'
import type { DataSource } from 'typeorm'

/** What everybody in the lobby may read of one visitor: a number, a first name where that says nothing else, since when, how far it is, and where to go. */
export interface LobbyLine {
  readonly queueNumber: number
  readonly firstName: string | null
  readonly since: Date
  readonly state: VisitState
  readonly room: string | null
}

interface Row {
  readonly number: number
  readonly visitorName: string
  readonly service: Service
  readonly secrecy: Secrecy
  readonly since: Date
  readonly state: VisitState
  readonly room: string | null
}

/** The queue of today for the screens on the wall. Nobody's permission is asked, because nothing here belongs to a case: only these five things are told. */
export async function lobbyLines(db: DataSource, now: Date): Promise<LobbyLine[]> {
  const rows = await db.query<Row[]>(
    `SELECT v.queue_number AS number, v.visitor_name AS "visitorName", v.service, v.secrecy, v.arrived_at AS since, v.state,
       CASE WHEN v.state IN ('waiting', 'in_meeting') THEN r.name END AS room
     FROM visit v LEFT JOIN booking b ON b.id = v.booking_id LEFT JOIN room r ON r.id = b.room_id
     WHERE v.queue_day = $1::date AND v.queue_number IS NOT NULL AND v.state = ANY ($2) ORDER BY v.queue_number`,
    [localDate(now), LOBBY_STATES],
  )
  return rows.map(({ number, since, state, room, ...called }) => ({
    queueNumber: number,
    firstName: lobbyName(called),
    since,
    state,
    room,
  }))
}
