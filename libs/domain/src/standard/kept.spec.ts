import { completeness } from '../case/registration.js'
import { dueDate } from '../clock/due.js'
import { indonesianCalendar } from '../clock/indonesian-calendar.js'
import { dayNumber, jakarta, minutesOf } from '../clock/jakarta.js'
import { clockRule } from '../clock/standard-rules.js'
import { draftableKinds } from '../letter/draftable.js'
import { templateFor } from '../letter/templates.js'
import type { Channel, LetterKind, SenderKind, Service } from './service.js'
import { acceptedChannels, requirementsFor } from './standards.js'

test.each<[string, Service, Channel, SenderKind]>([
  ['medlin.request_letter', 'MEDLIN', 'post', 'individual'],
  ['medlin.identity', 'MEDLIN', 'counter', 'legal_body'],
  ['medlin.purpose', 'MEDLIN', 'medlin', 'individual'],
  ['medlin.identity_copy', 'MEDLIN', 'post', 'community_group'],
  ['medlin.letter_of_head', 'MEDLIN', 'walk_in', 'legal_body'],
  ['medlin.identity_shown', 'MEDLIN', 'walk_in', 'individual'],
  ['merit.identity', 'MERIT', 'email', 'asn'],
  ['merit.substance', 'MERIT', 'post', 'agency'],
  ['netralitas.complaint_letter', 'NETRALITAS', 'post', 'individual'],
  ['netralitas.oral_statement', 'NETRALITAS', 'walk_in', 'individual'],
  ['netralitas.bawaslu', 'NETRALITAS', 'siapnet', 'agency'],
  ['netralitas.reporter_person', 'NETRALITAS', 'email', 'individual'],
  ['netralitas.reporter_body', 'NETRALITAS', 'counter', 'legal_body'],
  ['netralitas.stamp', 'NETRALITAS', 'post', 'community_group'],
  ['netralitas.reported_identity', 'NETRALITAS', 'lapor', 'individual'],
  ['netralitas.reported_active', 'NETRALITAS', 'siapnet', 'agency'],
  ['netralitas.evidence', 'NETRALITAS', 'counter', 'individual'],
  ['kode_etik.identity', 'KODE_ETIK', 'post', 'individual'],
  ['kode_etik.asn_identity', 'KODE_ETIK', 'walk_in', 'asn'],
  ['kode_etik.assignment_letter', 'KODE_ETIK', 'walk_in', 'asn'],
  ['kode_etik.substance', 'KODE_ETIK', 'post', 'individual'],
  ['kode_etik.meeting_date', 'KODE_ETIK', 'counter', 'individual'],
  ['jpt.agency_letter', 'JPT', 'counter', 'agency'],
  ['jpt.identity_shown', 'JPT', 'counter', 'agency'],
  ['jpt.control_form', 'JPT', 'counter', 'agency'],
  ['jpt.addressed_letter', 'JPT', 'email', 'agency'],
  ['jpt.stage_documents', 'JPT', 'sijapti', 'agency'],
  ['jpt.sijapti_entry', 'JPT', 'sijapti', 'agency'],
])('[%s] is asked of %s by %s from %s, and without it the file is not complete', (code, service, channel, sender) => {
  const lines = requirementsFor(service, channel, sender)
  const file = (missing: string | null) => ({
    service,
    channel,
    requirements: lines.map((line) => ({ code: line.code, state: line.code === missing ? ('missing' as const) : ('met' as const) })),
  })
  expect(lines.map((line) => line.code)).toContain(code)
  expect(completeness(file(null), sender).complete).toBe(true)
  expect(completeness(file(code), sender).complete).toBe(false)
})

test.each<[string, Service, Channel]>([
  ['kode_etik.contact', 'KODE_ETIK', 'post'],
  ['jpt.sijapti_entry_later', 'JPT', 'post'],
])('[%s] is asked of %s by %s and recorded, and does not hold the file up', (code, service, channel) => {
  const lines = requirementsFor(service, channel, 'agency')
  const requirements = lines.map((line) => ({ code: line.code, state: line.code === code ? ('missing' as const) : ('met' as const) }))
  expect(lines.map((line) => line.code)).toContain(code)
  expect(completeness({ service, channel, requirements }, 'agency')).toEqual({ answered: true, complete: true })
})

test.each<[string, Service, Channel]>([
  ['medlin.channel.counter', 'MEDLIN', 'counter'],
  ['medlin.channel.post', 'MEDLIN', 'post'],
  ['medlin.channel.medlin', 'MEDLIN', 'medlin'],
  ['medlin.channel.walk_in', 'MEDLIN', 'walk_in'],
  ['medlin.channel.virtual', 'MEDLIN', 'virtual'],
  ['merit.channel.counter', 'MERIT', 'counter'],
  ['merit.channel.post', 'MERIT', 'post'],
  ['merit.channel.email', 'MERIT', 'email'],
  ['merit.channel.walk_in', 'MERIT', 'walk_in'],
  ['netralitas.channel.counter', 'NETRALITAS', 'counter'],
  ['netralitas.channel.post', 'NETRALITAS', 'post'],
  ['netralitas.channel.email', 'NETRALITAS', 'email'],
  ['netralitas.channel.walk_in', 'NETRALITAS', 'walk_in'],
  ['netralitas.channel.lapor', 'NETRALITAS', 'lapor'],
  ['netralitas.channel.siapnet', 'NETRALITAS', 'siapnet'],
  ['kode_etik.channel.counter', 'KODE_ETIK', 'counter'],
  ['kode_etik.channel.post', 'KODE_ETIK', 'post'],
  ['kode_etik.channel.walk_in', 'KODE_ETIK', 'walk_in'],
  ['jpt.channel.counter', 'JPT', 'counter'],
  ['jpt.channel.post', 'JPT', 'post'],
  ['jpt.channel.email', 'JPT', 'email'],
  ['jpt.channel.sijapti', 'JPT', 'sijapti'],
  ['jpt.channel.walk_in', 'JPT', 'walk_in'],
])('[%s] %s is reached by %s, and by no channel of another service', (_code, service, channel) => {
  expect(acceptedChannels(service)).toContain(channel)
  const foreign: Partial<Record<Channel, Service>> = { lapor: 'NETRALITAS', siapnet: 'NETRALITAS', sijapti: 'JPT', medlin: 'MEDLIN' }
  for (const [portal, owner] of Object.entries(foreign))
    expect(acceptedChannels(service).some((one) => one === portal)).toBe(owner === service)
})

/** Worked out on paper with the decreed holidays of 2026 and 2027; the day of receipt is day 0. */
test.each<[string, string, string, string]>([
  ['medlin.answer', 'medlin.letter', '2026-11-20 10.00', '2026-11-22 23.59'],
  ['medlin.walk_in', 'medlin.walk_in', '2026-11-26 11.45', '2026-11-26 13.45'],
  ['medlin.virtual', 'medlin.virtual', '2026-11-26 10.15', '2026-11-26 10.15'],
  ['merit.answer', 'merit.letter', '2026-11-23 09.00', '2026-11-30 23.59'],
  ['merit.face_to_face', 'merit.visit', '2026-11-23 09.00', '2026-11-24 23.59'],
  ['netralitas.follow_up', 'netralitas.follow_up', '2026-11-23 09.00', '2026-11-26 23.59'],
  ['netralitas.completion', 'netralitas.letter', '2026-11-23 09.00', '2026-12-11 23.59'],
  ['netralitas.lapor_normative', 'netralitas.lapor_normative', '2026-05-25 09.00', '2026-06-04 23.59'],
  ['netralitas.lapor_no_field', 'netralitas.lapor_no_field', '2026-03-16 09.00', '2026-04-13 23.59'],
  ['netralitas.lapor_field', 'netralitas.lapor_field', '2026-11-23 09.00', '2027-02-22 23.59'],
  ['netralitas.internal_direct', 'netralitas.internal_direct', '2026-03-13 09.00', '2026-03-26 23.59'],
  ['netralitas.internal_technical', 'netralitas.internal_technical', '2026-12-23 09.00', '2027-01-18 23.59'],
  ['netralitas.siapnet_direct', 'netralitas.siapnet_direct', '2026-03-13 09.00', '2026-03-26 23.59'],
  ['netralitas.siapnet_technical', 'netralitas.siapnet_technical', '2026-12-23 09.00', '2027-01-18 23.59'],
  ['kode_etik.answer', 'kode_etik.letter', '2026-03-17 10.00', '2026-03-25 15.00'],
  ['jpt.answer', 'jpt.answer', '2026-12-21 09.00', '2026-12-30 23.59'],
])('[%s] counted by %s from %s: due %s WIB', (_code, clock, from, due) => {
  const rule = clockRule(clock)
  if (!rule) throw new Error(`There is no clock ${clock}`)
  const { dueAt } = dueDate(rule, wib(from), indonesianCalendar())
  expect(dueAt && minute(dueAt)).toBe(due)
})

test.each<[string, string, string]>([
  ['kode_etik.hours.1', '2026-11-26', '09.00-12.00, 13.00-15.00'],
  ['kode_etik.hours.2', '2026-11-27', '09.00-11.30, 13.00-15.30'],
])('[%s] on %s the doors of the service are open %s', (_code, date, hours) => {
  const schedule = indonesianCalendar().schedule('service')
  const day = dayNumber(date)
  const open = hours.split(', ').map((span) => span.split('-').map(minutesOf))
  expect(schedule.isOpenDay(day)).toBe(true)
  expect(schedule.spansOn(day).map(({ from, to }) => [from, to])).toEqual(open)
})

test.each<[string, Service, LetterKind]>([
  ['medlin.product.answer', 'MEDLIN', 'answer'],
  ['medlin.product.notice', 'MEDLIN', 'notice'],
  ['medlin.product.schedule', 'MEDLIN', 'schedule'],
  ['medlin.product.completeness_request', 'MEDLIN', 'completeness_request'],
  ['merit.product.answer', 'MERIT', 'answer'],
  ['merit.product.notice', 'MERIT', 'notice'],
  ['merit.product.confirmation', 'MERIT', 'confirmation'],
  ['merit.product.completeness_request', 'MERIT', 'completeness_request'],
  ['netralitas.product.recommendation', 'NETRALITAS', 'recommendation'],
  ['netralitas.product.answer', 'NETRALITAS', 'answer'],
  ['netralitas.product.notice', 'NETRALITAS', 'notice'],
  ['netralitas.product.confirmation', 'NETRALITAS', 'confirmation'],
  ['netralitas.product.completeness_request', 'NETRALITAS', 'completeness_request'],
  ['kode_etik.product.answer', 'KODE_ETIK', 'answer'],
  ['kode_etik.product.schedule', 'KODE_ETIK', 'schedule'],
  ['kode_etik.product.notice', 'KODE_ETIK', 'notice'],
  ['kode_etik.product.completeness_request', 'KODE_ETIK', 'completeness_request'],
  ['jpt.product.recommendation', 'JPT', 'recommendation'],
  ['jpt.product.answer', 'JPT', 'answer'],
  ['jpt.product.notice', 'JPT', 'notice'],
  ['jpt.product.completeness_request', 'JPT', 'completeness_request'],
])('[%s] of %s can be drafted as %s, from its own template', (_code, service, kind) => {
  expect([...draftableKinds(service, true), ...draftableKinds(service, false)]).toContain(kind)
  expect(templateFor(service, kind)?.subject).toEqual(expect.stringMatching(/\S{3}/))
})

/** "2026-11-26 11.45" in Jakarta. */
function wib(text: string): Date {
  const [date = '', time = ''] = text.split(' ')
  return jakarta(date, time)
}

/** The minute of an instant, as Jakarta writes it. */
function minute(at: Date): string {
  const local = new Date(at.getTime() + 7 * 3_600_000).toISOString()
  return `${local.slice(0, 10)} ${local.slice(11, 16).replace(':', '.')}`
}
