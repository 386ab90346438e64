import { epochMs, type Instant } from '../clock/jakarta.js'

/** One appointment for somebody's calendar (RFC 5545). The same `uid` with a higher `sequence` replaces what was sent before. */
export interface CalendarEvent {
  readonly uid: string
  readonly sequence: number
  /** REQUEST invites or moves, CANCEL takes away. */
  readonly method: 'REQUEST' | 'CANCEL'
  readonly stampedAt: Instant
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly summary: string
  readonly description: string
  readonly location: string
  /** Web address of an online meeting. */
  readonly url?: string | null
  readonly organizer: { readonly name: string; readonly email: string }
  readonly attendee: { readonly name: string; readonly email: string }
}

const PRODUCT = '-//Tanggap//Jadwal Konsultasi//ID'
/** Octets a line may have before it is folded (RFC 5545, 3.1). */
const LINE_OCTETS = 75

const two = (number: number): string => String(number).padStart(2, '0')

/** "20261123T020000Z": UTC, so that no time zone has to be described. */
function utc(instant: Instant): string {
  const at = new Date(epochMs(instant))
  const date = `${at.getUTCFullYear()}${two(at.getUTCMonth() + 1)}${two(at.getUTCDate())}`
  return `${date}T${two(at.getUTCHours())}${two(at.getUTCMinutes())}${two(at.getUTCSeconds())}Z`
}

const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f]/g

/** A TEXT value: backslash, comma, semicolon and line end escaped, control characters dropped (RFC 5545, 3.3.11). */
const text = (value: string): string =>
  value
    .replaceAll('\r\n', '\n')
    .replace(CONTROLS, '')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n')

/** A parameter value in quotes: a quote cannot stand inside (RFC 5545, 3.2). */
const quoted = (value: string): string => `"${value.replace(/["\r\n]/g, "'").replace(CONTROLS, '')}"`

/** Octets of a character in UTF-8. */
const octets = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** Folds a content line: no line longer than 75 octets, a continuation begins with a space, no character is cut. */
function fold(line: string): string {
  const lines: string[] = ['']
  let used = 0
  for (const character of line) {
    const size = octets(character)
    if (used + size > LINE_OCTETS) {
      lines.push(' ')
      used = 1
    }
    lines[lines.length - 1] += character
    used += size
  }
  return lines.join('\r\n')
}

/** The appointment as a calendar file, lines ended by CRLF. The same event gives the same bytes. */
export function calendarFile(event: CalendarEvent): string {
  const cancelled = event.method === 'CANCEL'
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    `METHOD:${event.method}`,
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.stampedAt)}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `SUMMARY:${text(event.summary)}`,
    `DESCRIPTION:${text(event.description)}`,
    `LOCATION:${text(event.location)}`,
    ...(event.url ? [`URL:${event.url.replace(/[\s\u0000-\u001f]/g, '')}`] : []),
    `ORGANIZER;CN=${quoted(event.organizer.name)}:mailto:${event.organizer.email}`,
    `ATTENDEE;CN=${quoted(event.attendee.name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:${event.attendee.email}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(cancelled ? [] : ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${text(event.summary)}`, 'TRIGGER:-PT1H', 'END:VALARM']),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}
