import { MEETING_MINUTES, MINUTE_MS } from '@domain'
import type { MeetingInput } from '../generated/graphql.js'
import { receivedInstant } from '../cases/receivedAt.js'

/** A meeting while it is planned. `startsAt` is 'YYYY-MM-DDTHH:mm' in Jakarta. */
export interface MeetingDraft {
  officerPositionId: string
  place: 'room' | 'link' | null
  roomId: string
  link: string
  startsAt: string
  minutes: string
}

export const emptyMeeting = (officerPositionId = ''): MeetingDraft => ({
  officerPositionId,
  place: 'room',
  roomId: '',
  link: '',
  startsAt: '',
  minutes: String(MEETING_MINUTES.usual),
})

/** The meeting as the server takes it; null while something is missing. */
export function meetingInputOf(draft: MeetingDraft): MeetingInput | null {
  const start = receivedInstant(draft.startsAt)
  const minutes = Number(draft.minutes)
  const place = draft.place === 'room' ? draft.roomId : draft.link.trim()
  if (!draft.officerPositionId || !start || !Number.isInteger(minutes) || minutes <= 0 || !place) return null
  return {
    officerPositionId: draft.officerPositionId,
    roomId: draft.place === 'room' ? draft.roomId : null,
    link: draft.place === 'link' ? draft.link.trim() : null,
    startsAt: start.toISOString(),
    endsAt: new Date(start.getTime() + minutes * MINUTE_MS).toISOString(),
  }
}
