import { explain } from './explain.js'
import { indonesianCalendar } from './indonesian-calendar.js'
import { clockFace } from './format.js'
import { jakarta } from './jakarta.js'
import { clockRule } from './standard-rules.js'

const explained = (code: string, date: string, time: string) => {
  const rule = clockRule(code)
  if (!rule) throw new Error(`There is no rule ${code}`)
  return explain(rule, jakarta(date, time), indonesianCalendar())
}
const lines = (code: string, date: string, time: string) => explained(code, date, time).spans.map((span) => `${span.date} ${span.text.id}`)

test('five working days over Idulfitri name every day and why it is skipped', () => {
  expect(lines('netralitas.lapor_normative', '2026-03-16', '09.12')).toEqual([
    '2026-03-16 Hari penerimaan, belum dihitung',
    '2026-03-17 Hari ke-1',
    '2026-03-18 Cuti Bersama Hari Suci Nyepi Tahun Baru Saka 1948',
    '2026-03-19 Libur nasional: Hari Suci Nyepi Tahun Baru Saka 1948',
    '2026-03-20 Cuti Bersama Hari Raya Idulfitri 1447 Hijriah',
    '2026-03-21 Libur nasional: Hari Raya Idulfitri 1447 Hijriah (hari pertama)',
    '2026-03-22 Libur nasional: Hari Raya Idulfitri 1447 Hijriah (hari kedua)',
    '2026-03-23 Cuti Bersama Hari Raya Idulfitri 1447 Hijriah',
    '2026-03-24 Cuti Bersama Hari Raya Idulfitri 1447 Hijriah',
    '2026-03-25 Hari ke-2',
    '2026-03-26 Hari ke-3',
    '2026-03-27 Hari ke-4',
    '2026-03-28 Akhir pekan (Sabtu)',
    '2026-03-29 Akhir pekan (Minggu)',
    '2026-03-30 Hari ke-5',
  ])
})

test('calendar days count closed days too', () => {
  expect(lines('medlin.letter', '2026-11-20', '10.00')).toEqual([
    '2026-11-20 Hari penerimaan, belum dihitung',
    '2026-11-21 Hari ke-1',
    '2026-11-22 Hari ke-2',
  ])
})

test('a letter that comes after service hours is deemed received on the next service day', () => {
  expect(lines('kode_etik.letter', '2026-11-27', '16.00')).toEqual([
    '2026-11-27 Diterima setelah jam layanan',
    '2026-11-28 Akhir pekan (Sabtu)',
    '2026-11-29 Akhir pekan (Minggu)',
    '2026-11-30 Dianggap diterima hari ini, belum dihitung',
    '2026-12-01 Hari ke-1',
  ])
})

test('one hour across the Friday break shows the stretches and their minutes', () => {
  const { spans } = explained('medlin.walk_in', '2026-11-27', '11.15')
  expect(spans.map((span) => [clockFace(span.from), clockFace(span.to), span.text.en, span.minutes])).toEqual([
    ['11.15', '11.30', 'Working time, counted', 15],
    ['11.30', '13.00', 'Break', null],
    ['13.00', '13.45', 'Working time, counted', 45],
  ])
})

test('sixty working days are all there, with the clause, the calendar and the sentence', () => {
  const explanation = explained('netralitas.lapor_field', '2026-11-23', '09.00')
  expect(explanation.spans.filter((span) => span.counted)).toHaveLength(60)
  expect(explanation.spans).toHaveLength(92)
  expect(explanation).toMatchObject({
    ruleCode: 'netralitas.lapor_field',
    startEvent: 'received',
    dueDate: '2027-02-22',
    calendarVersion: 'ID-2024-2027',
    clause: 'Standar Pelayanan Pengaduan Netralitas (Peraturan Ketua KASN Nomor 3 Tahun 2022), Waktu Penyelesaian 2c',
    summary: {
      id: '60 hari kerja sejak diterima, 23 November 2026, 09.00 WIB; jatuh tempo 22 Februari 2027, 23.59 WIB.',
      en: '60 working days from receipt, 23 November 2026, 09:00 WIB; due 22 February 2027, 23:59 WIB.',
    },
  })
})

test('days of a year without decree are marked one by one', () => {
  const { spans, flags } = explained('netralitas.lapor_normative', '2027-12-30', '09.00')
  expect(flags.undecreed).toBe(true)
  expect(spans.map((span) => span.undecreed)).toEqual(spans.map((span) => span.date >= '2028'))
})

test('a clock without limit has a sentence and no days', () => {
  const { spans, summary } = explained('jpt.answer_3t', '2026-11-23', '09.00')
  expect(spans).toEqual([])
  expect(summary.id).toBe('Berjalan sejak permohonan diterima lengkap, 23 November 2026, 09.00 WIB; batas waktu belum ditetapkan.')
})
