import {
  checkNik,
  checkNip,
  CHANNELS,
  identityDemands,
  isRichText,
  openPlaceholders,
  productOf,
  requirementsFor,
  SERVICES,
  templateFor,
  VIOLATION_KINDS,
  withPoints,
} from '@domain'
import { DEMO_ORGANISATION } from './organisation.js'
import { demoMatter, MATTER_COUNT, SERVICE_TEXTS, type DemoParty } from './texts.js'

const matters = Array.from({ length: 200 }, (_, index) => demoMatter(index, 2026))

const FIELD = {
  name: 'name',
  contact: 'phone',
  email: 'email',
  address: 'address',
  nik: 'nik',
  nip: 'nip',
  position: 'jobTitle',
  unit: 'workUnit',
  agency: 'agencyName',
} as const satisfies Record<string, keyof DemoParty>

test('there are at least sixty matters over the five services and six answers in each', () => {
  expect(MATTER_COUNT).toBeGreaterThanOrEqual(60)
  expect(SERVICE_TEXTS.map((texts) => texts.service).sort()).toEqual([...SERVICES].sort())
  for (const texts of SERVICE_TEXTS) {
    expect(Object.keys(texts.answers).length).toBeGreaterThanOrEqual(6)
    expect(texts.matters.some((matter) => matter.refusal)).toBe(true)
    for (const matter of texts.matters) expect(Object.keys(texts.answers)).toContain(matter.answer)
  }
})

test.each(matters.map((matter, index) => [index, matter.key, matter] as const))(
  'request %i (%s) can be registered and answered',
  (_, __, matter) => {
    expect(JSON.stringify(matter)).not.toMatch(/\{\w+\}/)
    expect(CHANNELS).toContain(matter.channel)
    expect(requirementsFor(matter.service, matter.channel, matter.senderKind)).not.toHaveLength(0)

    const [requester, ...reported] = matter.parties
    if (!requester) throw new Error('no requester')
    const { required, atLeastOneOf } = identityDemands(matter.service, matter.senderKind)
    expect(required.filter((field) => !requester[FIELD[field]])).toEqual([])
    expect(atLeastOneOf.filter((group) => group.every((field) => !requester[FIELD[field]]))).toEqual([])
    expect(reported.length > 0).toBe(matter.service === 'NETRALITAS')
    if (matter.violation) expect(VIOLATION_KINDS).toContain(matter.violation)

    for (const party of matter.parties) {
      if (party.nip) expect(checkNip(party.nip)).toEqual([])
      if (party.nik) {
        expect(party.nik).toMatch(/^99/)
        expect(checkNik(party.nik)).toEqual([])
      }
    }

    const kind = matter.refusal ? 'notice' : matter.answer.kind
    const points = matter.refusal ?? matter.answer.points
    expect(productOf(matter.service, kind)).not.toBeNull()
    const template = templateFor(matter.service, kind)
    if (!template) throw new Error('no template')
    const body = withPoints(template.body, [points, matter.answer.recommendations])
    expect(isRichText(body)).toBe(true)
    expect(openPlaceholders(body)).toEqual([])
  },
)

test('two hundred requests do not repeat one another', () => {
  const faces = matters.map((matter) => `${matter.subject}|${matter.parties.map((party) => party.name).join('|')}|${matter.agency.code}`)
  expect(new Set(faces).size).toBe(faces.length)
  const numbers = matters.flatMap((matter) => (matter.letterNumber ? [matter.letterNumber] : []))
  expect(new Set(numbers).size).toBe(numbers.length)
})

describe('the organisation', () => {
  const { units, positions, people, holders, printedAccounts } = DEMO_ORGANISATION
  const unitCodes = units.map((unit) => unit.code)
  const positionCodes = positions.map((position) => position.code)
  const keys = people.map((person) => person.key)

  test('has enough people, and every reference leads somewhere', () => {
    expect(people.length).toBeGreaterThanOrEqual(28)
    expect(unitCodes).toEqual(expect.arrayContaining(positions.map((position) => position.unit)))
    expect(positionCodes).toEqual(expect.arrayContaining(positions.flatMap((position) => position.superior ?? [])))
    expect([...positionCodes].sort()).toEqual([...new Set(holders.map((holder) => holder.position))].sort())
    expect([...keys].sort()).toEqual([...new Set(holders.map((holder) => holder.person))].sort())
    expect(keys).toEqual(expect.arrayContaining([...printedAccounts]))
    for (const codes of [unitCodes, positionCodes, keys, people.map((person) => person.nip)]) expect(new Set(codes).size).toBe(codes.length)
  })

  test('has one Plt. and one Plh., each with a mandate', () => {
    expect(holders.filter((holder) => holder.kind !== 'definitive').map((holder) => holder.kind)).toEqual(['plh', 'plt'])
    expect(holders.filter((holder) => holder.kind !== 'definitive' && !holder.mandate)).toEqual([])
  })

  test('gives everybody a NIP that reads as birth, appointment, sex and serial', () => {
    for (const { nip } of people) expect(checkNip(nip)).toEqual([])
  })
})
