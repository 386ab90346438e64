import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { jakarta } from '../clock/jakarta.js'
import { calendarFile, type CalendarEvent } from './icalendar.js'

const EVENT: CalendarEvent = {
  uid: '7b0e4f52-0000-4000-8000-000000000001@tanggap.test',
  sequence: 0,
  method: 'REQUEST',
  stampedAt: jakarta('2026-11-20', '10.15'),
  startsAt: jakarta('2026-11-23', '09.00'),
  endsAt: jakarta('2026-11-23', '10.00'),
  summary: 'Konsultasi Kode Etik; nomor agenda 0012/2026',
  description: 'Narahubung: Dewi Lestari, Asisten, telepon 021-7972098\nMohon membawa surat tugas.',
  location: 'Ruang Konsultasi 1, Jl. Letjen M.T. Haryono Kav. 52-53',
  url: null,
  organizer: { name: 'Komisi "Contoh"', email: 'persuratan@tanggap.test' },
  attendee: { name: 'Pemohon', email: 'pemohon@contoh.test' },
}

const GOLDEN = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Tanggap//Jadwal Konsultasi//ID',
  'CALSCALE:GREGORIAN',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'UID:7b0e4f52-0000-4000-8000-000000000001@tanggap.test',
  'SEQUENCE:0',
  'DTSTAMP:20261120T031500Z',
  'DTSTART:20261123T020000Z',
  'DTEND:20261123T030000Z',
  'SUMMARY:Konsultasi Kode Etik\\; nomor agenda 0012/2026',
  'DESCRIPTION:Narahubung: Dewi Lestari\\, Asisten\\, telepon 021-7972098\\nMohon',
  '  membawa surat tugas.',
  'LOCATION:Ruang Konsultasi 1\\, Jl. Letjen M.T. Haryono Kav. 52-53',
  `ORGANIZER;CN="Komisi 'Contoh'":mailto:persuratan@tanggap.test`,
  'ATTENDEE;CN="Pemohon";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE',
  ' :mailto:pemohon@contoh.test',
  'STATUS:CONFIRMED',
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  'DESCRIPTION:Konsultasi Kode Etik\\; nomor agenda 0012/2026',
  'TRIGGER:-PT1H',
  'END:VALARM',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n')

test('an invitation, byte by byte', () => {
  expect(calendarFile(EVENT)).toBe(GOLDEN)
})

test('a cancellation has the same uid, a higher sequence, and no alarm', () => {
  const file = calendarFile({ ...EVENT, method: 'CANCEL', sequence: 2 })
  expect(file).toContain('METHOD:CANCEL\r\n')
  expect(file).toContain(`UID:${EVENT.uid}\r\nSEQUENCE:2\r\n`)
  expect(file).toContain('STATUS:CANCELLED\r\n')
  expect(file).not.toContain('VALARM')
})

test('no text breaks out of its line, and no line is longer than 75 octets', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const lines = calendarFile({
        ...EVENT,
        summary: text,
        description: text,
        location: text,
        organizer: { ...EVENT.organizer, name: text },
      }).split('\r\n')
      for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      const unfolded = lines.join('\r\n').replaceAll('\r\n ', '').split('\r\n')
      expect(unfolded).toHaveLength(25)
      expect(unfolded.every((line) => line === '' || /^[A-Z-]+[:;]/.test(line))).toBe(true)
    }),
  )
})
