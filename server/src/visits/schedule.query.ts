import { IsNull, type DataSource } from 'typeorm'
import {
  addCalendarDays,
  dayNumber,
  epochMs,
  freeSlots,
  instantAt,
  MEETING_MINUTES,
  mayRead,
  openPeriods,
  Refusal,
  type Period,
  type Viewer,
} from '@domain'
import { calendarInForce } from '../standards/index.js'
import { Booking } from './booking.entity.js'
import { Room } from './room.entity.js'
import type { FreeTime, Schedule } from './visit-parts.js'

/** As many days as are shown together at most; the console asks for a week of work. */
const MOST_DAYS = 7

/**
 * Rooms, bookings and service hours of some days, both included; of more than a week `booking.span`. Everybody who plans sees that a time is taken; only
 * readers see by what.
 */
export async function scheduleOf(db: DataSource, me: Viewer, from: string, to: string): Promise<Schedule> {
  if (to < from) throw new Refusal('request.invalid', { fields: ['to'] })
  if (to > addCalendarDays(from, MOST_DAYS - 1)) throw new Refusal('booking.span', { fields: ['to'] })
  const [first, last] = [new Date(instantAt(dayNumber(from))), new Date(instantAt(dayNumber(to) + 1) - 1)]
  const bookings = await db.manager
    .createQueryBuilder(Booking, 'b')
    .where('b.starts_at BETWEEN :first AND :last AND b.state <> :cancelled', { first, last, cancelled: 'cancelled' })
    .orderBy('b.starts_at')
    .addOrderBy('b.id')
    .getMany()
  return {
    rooms: await roomsOf(db),
    openHours: (await hoursOf(db, dayNumber(from), dayNumber(to))).map(asDates),
    slots: bookings.map((booking) => ({
      id: booking.id,
      officerPositionId: booking.officerPositionId,
      officerName: booking.officerName,
      roomId: booking.roomId,
      online: booking.roomId === null,
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
      booking: mayRead(me, booking) ? booking : null,
    })),
  }
}

/** The service hours of each day by the calendar in force on it: one may change in the middle of a week. */
async function hoursOf(db: DataSource, first: number, last: number): Promise<Period[]> {
  const days = Array.from({ length: last - first + 1 }, (_, ahead) => first + ahead)
  const hours = await Promise.all(
    days.map(async (day) => {
      const [begins, ends] = [new Date(instantAt(day)), new Date(instantAt(day + 1) - 1)]
      return openPeriods((await calendarInForce(db, begins)).calendar, 'service', begins, ends)
    }),
  )
  return hours.flat()
}

export const roomsOf = (db: DataSource): Promise<Room[]> => db.manager.find(Room, { where: { closedAt: IsNull() }, order: { name: 'ASC' } })

/** The next times that an officer and, if one is named, a room have free together. */
export async function freeTimes(
  db: DataSource,
  asked: { readonly officerPositionId: string; readonly roomId: string | null; readonly minutes: number; readonly from: Date },
): Promise<FreeTime[]> {
  const { minutes } = asked
  if (minutes < MEETING_MINUTES.least || minutes > MEETING_MINUTES.most) throw new Refusal('booking.length', { fields: ['minutes'] })
  const taken = await db.query<{ starts_at: Date; ends_at: Date }[]>(
    `SELECT starts_at, ends_at FROM booking WHERE state = 'booked' AND ends_at > $3
       AND (room_id = $2 OR officer_position_id = $1 OR officer_person_id IN (SELECT person_id FROM position_holder WHERE position_id = $1))`,
    [asked.officerPositionId, asked.roomId, asked.from],
  )
  const { calendar } = await calendarInForce(db, asked.from)
  const periods: Period[] = taken.map((row) => ({ startsAt: epochMs(row.starts_at), endsAt: epochMs(row.ends_at) }))
  return freeSlots(calendar, asked.from, minutes, periods).map(asDates)
}

const asDates = ({ startsAt, endsAt }: Period): FreeTime => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) })
