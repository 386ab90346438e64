import { describe, expect, test } from '@jest/globals'
import { jakarta } from '../clock/jakarta.js'
import { SANCTIONS } from '../standard/violations.js'
import { letterText, paragraph } from '../letter/compose.js'
import { isRichText } from '../letter/rich-text.check.js'
import { templateFor } from '../letter/templates.js'
import { openPlaceholders } from '../letter/rich-text.read.js'
import { EVIDENCE_CHECKS, openChecks, verdictRefusal } from './evidence.js'
import { FINDING_OUTCOMES, findingRefusal } from './finding.js'
import { followUpLimit } from './follow-up-limit.js'
import { isTooFarAhead, mayBeTold, planFaults } from './handling.js'
import { isTakenDown, oralStatementFaults } from './oral-statement.js'
import { pointsInLetter, pointsMissingIn, withFindings } from './texts.js'

const PLAN = { method: 'online' as const, at: new Date(), place: 'Zoom https://zoom.us/j/1', officer: 'Asisten', officerPhone: null }

test.each([
  ['online with time and means', {}, []],
  ['online without time', { at: null }, ['at']],
  ['online at a place', { place: 'Ruang 3' }, ['place']],
  ['face to face without time', { method: 'face_to_face' as const, at: null, place: 'Ruang 3' }, []],
  ['face to face nowhere', { method: 'face_to_face' as const, place: '' }, ['place']],
  ['without an officer', { officer: ' ' }, ['officer']],
  ['online with a link that leads nowhere', { place: 'Zoom https://' }, ['place']],
] as const)('a plan %s', (_, change, faults) => {
  expect(planFaults({ ...PLAN, ...change })).toEqual(faults)
})

test.each([
  ['tomorrow', '2026-11-24', null, true],
  ['yesterday', '2026-11-22', null, false],
  ['yesterday, as the complainant was told before', '2026-11-22', '2026-11-22', true],
  ['yesterday, told otherwise', '2026-11-22', '2026-11-25', false],
  ['in a mistyped year', '2099-11-24', null, false],
  ['in a mistyped century', '1926-11-24', null, false],
] as const)('a time %s: %s after %s may be told: %s', (_, date, told, may) => {
  const now = jakarta('2026-11-23', '09.00')
  expect(mayBeTold(jakarta(date, '10.00'), now, told && jakarta(told, '10.00'))).toBe(may)
  expect(isTooFarAhead(jakarta(date, '10.00'), now)).toBe(date.startsWith('2099'))
})

describe('a finding', () => {
  const ground = { sufficientEvidence: 1, minutedSteps: 1 }
  const reasons = 'Bukti saling menguatkan.'
  test.each(FINDING_OUTCOMES.flatMap((outcome) => SANCTIONS.map((sanction) => ({ outcome, sanction }))))(
    '$outcome with $sanction',
    (entry) => {
      const fits = (entry.outcome === 'proven') !== (entry.sanction === 'not_proven')
      expect(findingRefusal({ ...entry, reasons }, ground)).toBe(fits ? null : 'request.invalid')
    },
  )
  test('is not made before anybody was heard, nor proven without sufficient evidence', () => {
    const proven = { outcome: 'proven' as const, sanction: 'light' as const, reasons }
    expect(findingRefusal(proven, { ...ground, minutedSteps: 0 })).toBe('handling.nobody_heard')
    expect(findingRefusal(proven, { ...ground, sufficientEvidence: 0 })).toBe('handling.no_evidence')
    expect(findingRefusal({ outcome: 'not_proven', sanction: 'not_proven', reasons }, { ...ground, sufficientEvidence: 0 })).toBeNull()
    expect(findingRefusal({ ...proven, reasons: 'Ya' }, ground)).toBe('request.invalid')
  })
})

test('a question of another kind of evidence is no answer', () => {
  expect(verdictRefusal('audio', { met: ['statement_signed'], result: 'insufficient', note: 'Belum' })).toBe('request.invalid')
  expect(
    openChecks(
      'photo',
      EVIDENCE_CHECKS.photo.map(({ code }) => code),
    ),
  ).toEqual([])
})

describe('what is told at an office', () => {
  const told = { office: 'head_office' as const, text: 'Pelapor menyampaikan pengaduan secara lisan.', readBack: true }
  const WALK_IN = { service: 'NETRALITAS', channel: 'walk_in' } as const
  test('is taken down for complaints only', () => {
    expect(isTakenDown(WALK_IN)).toBe(true)
    expect(isTakenDown({ service: 'MEDLIN', channel: 'walk_in' })).toBe(false)
    expect(oralStatementFaults(WALK_IN, told)).toEqual([])
    expect(oralStatementFaults({ service: 'MEDLIN', channel: 'walk_in' }, told)).toEqual([
      { field: 'oralStatement', code: 'request.invalid' },
    ])
  })
  test('says enough and was read back', () => {
    expect(oralStatementFaults(WALK_IN, { ...told, text: 'Pendek', readBack: false })).toEqual([
      { field: 'oralStatement.text', code: 'request.invalid' },
      { field: 'oralStatement.readBack', code: 'case.not_read_back' },
    ])
  })
})

describe('a recommendation', () => {
  const template = templateFor('NETRALITAS', 'recommendation')
  const findings = [
    {
      person: 'Budi Contoh',
      violation: 'party_member' as const,
      outcome: 'proven' as const,
      sanction: 'heavy' as const,
      reasons: 'Namanya tercatat.',
    },
    {
      person: 'Sari Contoh',
      violation: 'banner' as const,
      outcome: 'not_proven' as const,
      sanction: 'not_proven' as const,
      reasons: 'Bukan miliknya',
    },
  ]
  const body = template
    ? withFindings(template.body, findings, ['Menjatuhkan hukuman disiplin berat.', 'Melaporkan pelaksanaannya.'])
    : { type: 'doc' as const, content: [] }

  test('begins with what was found, and asks the writer only for the rest', () => {
    const text = JSON.stringify(body)
    expect(text).toContain(
      'Sdr. Budi Contoh (menjadi anggota atau pengurus partai politik) terbukti; diusulkan hukuman disiplin berat. Namanya tercatat.',
    )
    expect(text).toContain('Sdr. Sari Contoh (memasang spanduk, baliho, atau alat peraga lainnya) tidak terbukti. Bukan miliknya.')
    expect(openPlaceholders(body)).toHaveLength(3)
  })
  test('misses the points whose words it does not carry', () => {
    expect(
      pointsMissingIn(body, [
        { number: 1, text: 'Menjatuhkan  hukuman\ndisiplin berat.' },
        { number: 2, text: 'Memindahkan terlapor.' },
      ]),
    ).toEqual([2])
  })
  test('without findings is the template', () => {
    expect(template && withFindings(template.body, [], [])).toEqual(template?.body)
  })

  const POINTS = ['Menjatuhkan hukuman disiplin berat.', 'Melaporkan pelaksanaannya.']
  test('quotes its points in a list of their own, and knows when the handling has moved on', () => {
    expect(pointsInLetter(body, POINTS)).toEqual({ state: 'in_step', numbers: [] })
    expect(pointsInLetter(body, [POINTS[1] ?? '', POINTS[0] ?? ''])).toEqual({ state: 'differs', numbers: [1, 2] })
    expect(pointsInLetter(body, [...POINTS, 'Memindahkan terlapor.'])).toEqual({ state: 'differs', numbers: [3] })
    expect(pointsInLetter(body, POINTS.slice(0, 1))).toEqual({ state: 'differs', numbers: [2] })
    expect(isRichText(body)).toBe(true)
    const second = template && withFindings(template.body, [], POINTS, 3)
    expect(second && [pointsInLetter(second, POINTS, 3), pointsInLetter(second, POINTS, 4)]).toEqual([
      { state: 'in_step', numbers: [] },
      { state: 'differs', numbers: [4, 5] },
    ])
  })
  test('that quotes them in its running text is in step; one that does not lacks them', () => {
    const free = letterText(paragraph([{ type: 'text', text: POINTS.join(' ') }]))
    expect(pointsInLetter(free, POINTS).state).toBe('in_step')
    expect(pointsInLetter(free, [...POINTS, 'Memindahkan terlapor.']).state).toBe('absent')
    expect(pointsInLetter(template?.body ?? free, []).state).toBe('absent')
  })

  test.each([
    [[], '14 (empat belas) hari kerja'],
    [[5], '5 (lima) hari kerja'],
    [[14, 14], '14 (empat belas) hari kerja'],
    [[14, 5, 14], '14 (empat belas) hari kerja untuk butir 1 dan 3, serta 5 (lima) hari kerja untuk butir 2'],
    [
      [60, 21, 11, 60, 60],
      '60 (enam puluh) hari kerja untuk butir 1, 4, dan 5; 21 (dua puluh satu) hari kerja untuk butir 2, serta 11 (sebelas) hari kerja untuk butir 3',
    ],
  ])('with points of %j days gives the PPK %s', (days, text) => {
    expect(followUpLimit(days.map((one, index) => ({ number: index + 1, days: one })))).toBe(text)
  })
})
