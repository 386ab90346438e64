import { randomUUID } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { QueryFailedError } from 'typeorm'
import {
  actingPost,
  bookingFacts,
  bookingRefusal,
  CASE_HOLDING_ROLES,
  caseFacts,
  epochMs,
  localDate,
  Refusal,
  ruleRefusal,
  titleHeld,
  type HeldPosition,
  type HolderKind,
  type Viewer,
} from '@domain'
import { Case } from '../cases/index.js'
import { CONFIG, type Config } from '../platform/config.module.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { Vault } from '../platform/vault.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { calendarInForce } from '../standards/index.js'
import { tellVisitor } from './booking-mail.js'
import { moveBooking, openBooking } from './booking-states.js'
import { Booking } from './booking.entity.js'
import { demandWords, type Target } from './open-visit.js'

/** Who meets the visitor, where and when. Exactly one of room and link. */
export interface Meeting {
  readonly officerPositionId: string
  readonly roomId?: string | null
  readonly link?: string | null
  readonly startsAt: Date
  readonly endsAt: Date
}

interface Officer {
  readonly person_id: string
  readonly name: string
  readonly title: string
  readonly kind: HolderKind
}

/** Stages in which a unit has the request, so that somebody can be met about it. */
const BOOKABLE = ['with_unit', 'assigned', 'in_process'] as const

/** Books, moves and cancels meetings; the visitor is told by mail, with the appointment for their calendar. */
@Injectable()
export class BookMeeting {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'mailFrom'>,
  ) {}

  book(me: Viewer, caseId: string, meeting: Meeting, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'bookMeeting', attempt, async (tx) => {
      const theCase = await findForUpdate(tx, Case, caseId, null)
      return this.make(tx, theCase, meeting)
    })
  }

  /** Books inside an act on the case, which is locked: at a time nobody else has. `post` is the one of that act, where there is another than booking. */
  async make(tx: Tx, theCase: Case, meeting: Meeting, post?: HeldPosition): Promise<{ id: string }> {
    const id = randomUUID()
    const planned = { id, version: 1, caseId: theCase.id, state: 'booked', officerPositionId: meeting.officerPositionId } as const
    const refusal = ruleRefusal(tx.me, 'book', bookingFacts(planned, caseFacts(theCase)))
    if (refusal) throw new Refusal(refusal)
    const officer = await this.demandMeeting(tx, theCase, meeting)
    const [other] = await tx.query<object>(`SELECT 1 FROM booking WHERE case_id = $1 AND state = 'booked'`, [theCase.id])
    if (other) throw new Refusal('booking.exists')
    const booking = tx.manager.create(Booking, {
      id,
      version: 1,
      caseId: theCase.id,
      state: 'booked',
      ...timeAndPlace(meeting, officer),
      sequence: 0,
      reason: null,
      madeBy: tx.me.id,
      madeByName: tx.me.name,
      madeAt: tx.now,
      endedAt: null,
      caseUnitId: theCase.unitId,
      secrecy: theCase.secrecy,
      caseHandlerPositionIds: theCase.handlerPositionIds,
      caseHolderPositionId: theCase.holderPositionId,
      caseRegistrarId: theCase.registrarId,
      excludedPersonIds: theCase.excludedPersonIds,
    })
    const after = bookingFacts(booking, caseFacts(theCase))
    await undoubled(tx, booking, () => tx.manager.insert(Booking, booking))
    await tx.announce({
      kind: 'booking.made',
      subject: after,
      caseId: theCase.id,
      version: 1,
      before: null,
      after,
      position: post ?? actingPost(tx.me, 'book', after, theCase.holderPositionId, ...theCase.handlerPositionIds),
      detail: { state: 'booked', startsAt: booking.startsAt.toISOString(), endsAt: booking.endsAt.toISOString() },
      notify: [{ personIds: [booking.officerPersonId], kind: 'booking.made' }],
    })
    await tellVisitor(tx, this.vault, this.config, theCase, booking)
    return { id: booking.id }
  }

  reschedule(me: Viewer, target: Target, meeting: Meeting, reason: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'rescheduleMeeting', attempt, async (tx) => {
      const { booking, theCase } = await openBooking(tx, target)
      const position = demandPost(me, booking, theCase, 'reschedule')
      const officer = await this.demandMeeting(tx, theCase, meeting)
      const words = demandWords(reason, 'reason')
      Object.assign(booking, timeAndPlace(meeting, officer))
      booking.sequence += 1
      await undoubled(tx, booking, () => moveBooking(tx, { booking, theCase }, 'reschedule', { position, reason: words }))
      await tellVisitor(tx, this.vault, this.config, theCase, booking)
      return { id: booking.id }
    })
  }

  cancel(me: Viewer, target: Target, reason: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'cancelMeeting', attempt, async (tx) => {
      const { booking, theCase } = await openBooking(tx, target)
      const position = demandPost(me, booking, theCase, 'cancel')
      const words = demandWords(reason, 'reason')
      const [proposed] = await tx.query<object>(`SELECT 1 FROM visit WHERE booking_id = $1 AND state = 'time_proposed'`, [booking.id])
      // the visit waits for this time: move it, or note that the visitor did not come
      if (proposed) throw new Refusal('visit.under_way')
      booking.sequence += 1
      await moveBooking(tx, { booking, theCase }, 'cancel', { position, reason: words })
      await tellVisitor(tx, this.vault, this.config, theCase, booking)
      return { id: booking.id }
    })
  }

  /** The visitor of a written request did not come; the request stays with the unit, which may book again. */
  miss(me: Viewer, target: Target, reason: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'missMeeting', attempt, async (tx) => {
      const { booking, theCase } = await openBooking(tx, target)
      const position = demandPost(me, booking, theCase, 'miss_booking')
      const [proposed] = await tx.query<object>(`SELECT 1 FROM visit WHERE booking_id = $1 AND state = 'time_proposed'`, [booking.id])
      if (proposed) throw new Refusal('visit.under_way')
      await moveBooking(tx, { booking, theCase }, 'miss_booking', {
        position,
        reason: demandWords(reason, 'reason'),
      })
      return { id: booking.id }
    })
  }

  /** Checks time, place and officer together, and gives the officer who will be there. */
  private async demandMeeting(tx: Tx, theCase: Case, meeting: Meeting): Promise<Officer> {
    if (!BOOKABLE.some((stage) => stage === theCase.stage)) throw new Refusal('case.wrong_stage')
    const link = meeting.link?.trim() ?? ''
    if ((meeting.roomId ? 1 : 0) + (link ? 1 : 0) !== 1) throw new Refusal('booking.place_missing', { fields: ['roomId', 'link'] })
    if (link && !isWebAddress(link)) throw new Refusal('request.invalid', { fields: ['link'] })
    const { calendar } = await calendarInForce(tx, meeting.startsAt)
    const refusal = bookingRefusal({ startsAt: epochMs(meeting.startsAt), endsAt: epochMs(meeting.endsAt) }, calendar, tx.now)
    if (refusal) throw new Refusal(refusal, { fields: ['startsAt'] })
    if (meeting.roomId) {
      const [room] = await tx.query<object>('SELECT 1 FROM room WHERE id = $1 AND closed_at IS NULL', [meeting.roomId])
      if (!room) throw new Refusal('request.invalid', { fields: ['roomId'] })
    }
    const [officer] = await tx.query<Officer>(
      `SELECT h.person_id, p.name, post.title, h.kind FROM "position" post JOIN position_holder h ON h.position_id = post.id
       JOIN person p ON p.id = h.person_id AND p.disabled_at IS NULL
       WHERE post.id = $1 AND post.unit_id = $2 AND post.role = ANY ($4) AND post.closed_at IS NULL
         AND $3::date BETWEEN h.since AND coalesce(h.until, 'infinity') ORDER BY (h.kind = 'plh') DESC LIMIT 1`,
      [meeting.officerPositionId, theCase.unitId, localDate(meeting.startsAt), CASE_HOLDING_ROLES],
    )
    if (!officer) throw new Refusal('disposition.recipient_vacant', { fields: ['officerPositionId'] })
    if (theCase.excludedPersonIds.includes(officer.person_id))
      throw new Refusal('disposition.recipient_conflicted', { title: officer.title })
    return officer
  }
}

const timeAndPlace = (meeting: Meeting, officer: Officer) => ({
  officerPositionId: meeting.officerPositionId,
  officerPersonId: officer.person_id,
  officerName: officer.name,
  officerTitle: titleHeld(officer),
  roomId: meeting.roomId ?? null,
  link: meeting.link?.trim() || null,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
})

const isWebAddress = (link: string): boolean =>
  link.length <= 500 && URL.canParse(link) && new URL(link).protocol === 'https:' && !/\s/.test(link)

/** Asks the rule, and gives the post in which the viewer acts. */
function demandPost(me: Viewer, booking: Booking, theCase: Case, action: 'reschedule' | 'cancel' | 'miss_booking'): HeldPosition | null {
  const facts = bookingFacts(booking, caseFacts(theCase))
  const refusal = ruleRefusal(me, action, facts)
  if (refusal) throw new Refusal(refusal)
  return actingPost(me, action, facts, theCase.holderPositionId, ...theCase.handlerPositionIds)
}

const TAKEN: Readonly<Record<string, 'booking.officer_taken' | 'booking.room_taken'>> = {
  booking_officer_once: 'booking.officer_taken',
  booking_room_once: 'booking.room_taken',
}

/**
 * Writes a booking past the exclusion constraints, which alone decide who was first. Bookings of one officer or one room queue up before they write:
 * two that wait for each other's rows would be a deadlock.
 */
async function undoubled(tx: Tx, booking: Booking, write: () => Promise<unknown>): Promise<void> {
  for (const name of [`officer ${booking.officerPersonId}`, ...(booking.roomId ? [`room ${booking.roomId}`] : [])]) {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 14))', [name])
  }
  try {
    await write()
  } catch (error) {
    const code = constraintOf(error)
    if (code) throw new Refusal(code, { fields: ['startsAt'] })
    throw error
  }
}

function constraintOf(error: unknown): 'booking.officer_taken' | 'booking.room_taken' | null {
  if (!(error instanceof QueryFailedError)) return null
  const { constraint } = error.driverError as { constraint?: unknown }
  return typeof constraint === 'string' ? (TAKEN[constraint] ?? null) : null
}
