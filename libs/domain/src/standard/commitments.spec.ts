import { CLOCK_RULES } from '../clock/standard-rules.js'
import { COMMITMENTS, COMMITMENT_SECTIONS, clocksOfPromise } from './commitments.js'
import { SERVICES } from './service.js'
import { standardOf } from './standards.js'

const codes = COMMITMENTS.map(({ code }) => code)

test('every commitment has a code of its own', () => {
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
})

test.each(SERVICES)('%s: every sentence of its page is a commitment', (service) => {
  const standard = standardOf(service)
  const of = (section: string) => COMMITMENTS.filter((one) => one.service === service && one.section === section)
  expect(of('requirement')).toHaveLength(standard.requirements.length)
  expect(of('channel')).toHaveLength(standard.channels.length)
  expect(of('procedure')).toHaveLength(standard.procedures.flatMap((procedure) => procedure.steps).length)
  expect(of('time')).toHaveLength(standard.promises.length)
  expect(of('hours')).toHaveLength(standard.serviceHours.length)
  expect(of('cost')).toHaveLength(1)
  expect(of('product')).toHaveLength(standard.products.length)
  expect(of('complaint')).toHaveLength(standard.complaintChannels.length)
  expect(new Set(COMMITMENTS.map((one) => one.section))).toEqual(new Set(COMMITMENT_SECTIONS))
})

test('every promise about time is kept by a clock of its own service, and every clock keeps a promise', () => {
  const promises = COMMITMENTS.filter((one) => one.section === 'time')
  for (const promise of promises) {
    const clocks = clocksOfPromise(promise.code)
    expect(clocks.map((clock) => clock.service)).toEqual(clocks.map(() => promise.service))
    expect(clocks).not.toHaveLength(0)
  }
  expect(new Set(promises.flatMap((promise) => promise.clocks))).toEqual(new Set(CLOCK_RULES.map((rule) => rule.code)))
})
