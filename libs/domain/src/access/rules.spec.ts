import { describe, expect, test } from '@jest/globals'
import type { CaseFacts } from '../case/case.js'
import type { TaskFacts } from '../case/task.js'
import { RULE_DRAFT_ACTIONS, type RuleDraftFacts } from '../rulebook/rule-draft.js'
import { CLOCK_REQUEST_ACTIONS, type ClockRequestFacts } from '../clock/clock-request.workflow.js'
import type { DispositionFacts } from '../disposition/disposition.js'
import { DISPOSITION_ACTIONS } from '../disposition/disposition.workflow.js'
import type { FeedbackFacts } from '../feedback/feedback.js'
import { FEEDBACK_ACTIONS } from '../feedback/feedback.workflow.js'
import type { IdentityReleaseFacts } from '../identity/release.js'
import { RELEASE_ACTIONS } from '../identity/release.workflow.js'
import type { LetterFacts } from '../letter/letter.js'
import { LETTER_ACTIONS } from '../letter/letter.workflow.js'
import type { RecommendationPointFacts } from '../handling/point.js'
import { POINT_ACTIONS } from '../handling/point.workflow.js'
import type { SelectionFacts } from '../selection/selection.js'
import { SELECTION_ACTIONS } from '../selection/selection.workflow.js'
import { SECRECIES, type Secrecy } from '../standard/service.js'
import { BOOKING_ACTIONS, type BookingFacts } from '../visit/booking.js'
import type { VisitFacts } from '../visit/visit.js'
import { VISIT_ACTIONS } from '../visit/visit.workflow.js'
import { AREAS, CASE_ACTIONS, mayEnter, ruleRefusal, type Action, type Area, type Facts } from './rules.js'
import { ROLES, type Role, type Viewer } from './viewer.js'

const ME = 'me'
const POST = 'my-post'
const UNIT = 'my-unit'

const viewerAs = (role: Role): Viewer => ({
  id: ME,
  name: 'Pegawai',
  positions: [{ id: POST, title: 'Jabatan', role, unitId: UNIT, kind: 'definitive', onBehalfOf: null }],
})

/** What may be done per secrecy, as one line of words; what is not said may not be done. */
type Line = Readonly<Record<Secrecy, string>>
const any = (words: string): Line => ({ biasa: words, terbatas: words, rahasia: words, sangat_rahasia: words })
/** Up to terbatas, for rahasia, for sangat rahasia. */
const by = (open: string, rahasia: string, secret: string): Line => ({ biasa: open, terbatas: open, rahasia, sangat_rahasia: secret })
const NOTHING = any('')

type Rota<Relation extends string> = Readonly<Partial<Record<Role, Readonly<Partial<Record<Relation, Line>>>>>>

/** Every role in every relation at every secrecy, with the actions the rota gives; a role or relation it does not name gets the line for everyone. */
function cells<Relation extends string>(
  relations: readonly Relation[],
  rota: Rota<Relation>,
  everyone: Readonly<Partial<Record<Relation, Line>>>,
) {
  return ROLES.flatMap((role) =>
    relations.flatMap((relation) =>
      SECRECIES.map((secrecy) => {
        const line = rota[role]?.[relation] ?? everyone[relation] ?? NOTHING
        return [role, relation, secrecy, line[secrecy]] as const
      }),
    ),
  )
}

/** The actions that the rules allow, in the order of the list. */
const allowed = (role: Role, facts: Facts, actions: readonly Action[]): Action[] =>
  actions.filter((action) => ruleRefusal(viewerAs(role), action, facts) === null)

const inOrder = (words: string, actions: readonly Action[]): Action[] => actions.filter((action) => words.split(' ').includes(action))

describe('a case', () => {
  const STRANGE: CaseFacts = {
    __typename: 'Case',
    id: 'case',
    version: 3,
    stage: 'in_process',
    service: 'MERIT',
    channel: 'post',
    secrecy: 'biasa',
    unitId: 'other-unit',
    registrarId: 'other',
    handlerPositionIds: ['other-post'],
    holderPositionId: 'other-post',
    processable: true,
    excludedPersonIds: ['other'],
  }
  const handled = { handlerPositionIds: ['other-post', POST] }
  const inHand = { ...handled, unitId: UNIT, holderPositionId: POST }
  const RELATIONS = {
    stranger: {},
    unit: { unitId: UNIT },
    copied: handled,
    handler: { ...handled, unitId: UNIT },
    holder: inHand,
    registrar: { registrarId: ME, stage: 'registered' },
    registrar_later: { registrarId: ME },
    excluded: { ...inHand, registrarId: ME, stage: 'registered', excludedPersonIds: [ME] },
  } as const satisfies Record<string, Partial<CaseFacts>>
  type Relation = keyof typeof RELATIONS

  const desk = 'register read amend hand_over attach withdraw seal_reporter'
  const handling = `${desk} ask_identity`
  const leader = by('read', 'read', '')
  const leading = any('read dispose attach withdraw keep_clocks set_clock_limit ask_identity')
  const clerk = by(desk, desk, 'register')
  const ROTA: Rota<Relation> = {
    PIMPINAN: {
      ...{ stranger: leader, unit: leader, registrar: leader, registrar_later: leader },
      ...{
        copied: leading,
        handler: leading,
        holder: any('read dispose return_to_registry attach withdraw keep_clocks set_clock_limit ask_identity'),
      },
    },
    POKJA: {
      unit: by('read', '', ''),
      handler: any('read dispose attach keep_clocks set_clock_limit ask_identity'),
      holder: any('read dispose attach keep_clocks set_clock_limit ask_identity'),
    },
    ASISTEN: { holder: any('ask_identity seal_reporter read decide attach handle draft_letter keep_clocks reclassify') },
    SEKRETARIAT: {
      ...{ stranger: clerk, unit: clerk, registrar: any(desk), registrar_later: any(desk) },
      ...{
        copied: by(handling, handling, 'register read ask_identity'),
        handler: by(handling, handling, 'register read ask_identity'),
        holder: by(handling, handling, 'register read ask_identity'),
      },
    },
    FRONT_OFFICE: {
      ...{
        stranger: any('register'),
        unit: any('register'),
        registrar: any('register read amend attach seal_reporter'),
        registrar_later: any('register'),
      },
      ...{
        copied: any('register read ask_identity'),
        handler: any('register read ask_identity'),
        holder: any('register read ask_identity'),
      },
    },
  }
  const read = any('read ask_identity')
  const table = cells(Object.keys(RELATIONS) as Relation[], ROTA, { copied: read, handler: read, holder: read })

  test.each(table)('%s, %s, %s: %s', (role, relation, secrecy, words) => {
    expect(allowed(role, { ...STRANGE, ...RELATIONS[relation], secrecy }, CASE_ACTIONS)).toEqual(inOrder(words, CASE_ACTIONS))
  })

  test('whoever is excluded is told why, where a colleague would have been allowed', () => {
    expect(ruleRefusal(viewerAs('PIMPINAN'), 'read', { ...STRANGE, ...RELATIONS.excluded })).toBe('conflict_of_interest')
    expect(ruleRefusal(viewerAs('ADMIN'), 'read', STRANGE)).toBe('access.denied')
  })
})

describe('a release of a sealed identity', () => {
  const STRANGE: IdentityReleaseFacts = {
    __typename: 'IdentityRelease',
    id: 'release',
    version: 1,
    caseId: 'case',
    status: 'requested',
    requestedBy: 'other',
    decidedBy: null,
    caseAuthorIds: ['another'],
    caseHandlerPositionIds: ['other-post'],
    excludedPersonIds: [],
  }
  const ACTIONS = ['read', ...RELEASE_ACTIONS] as const
  const mine = { requestedBy: ME }
  test.each<[string, Partial<IdentityReleaseFacts>, string, string]>([
    ['a stranger', {}, '', 'read grant refuse revoke'],
    [
      'whoever asked and handles the case',
      { ...mine, caseHandlerPositionIds: [POST] },
      'read withdraw view_identity',
      'read withdraw revoke view_identity',
    ],
    ['whoever asked and has lost the case', mine, 'read withdraw', 'read withdraw revoke'],
    ['a handler who did not ask', { caseHandlerPositionIds: [POST] }, '', 'read grant refuse revoke'],
    ['an author in the case', { caseAuthorIds: [ME] }, '', 'read revoke'],
    ['whoever is excluded', { ...mine, caseHandlerPositionIds: [POST], excludedPersonIds: [ME] }, '', ''],
  ])('%s may: %#', (_, facts, everybody, custodian) => {
    for (const role of ROLES) {
      const words = role === 'CUSTODIAN' ? custodian : everybody
      expect(allowed(role, { ...STRANGE, ...facts }, ACTIONS)).toEqual(inOrder(words, ACTIONS))
    }
  })

  test('nobody decides about their own request, and an author in the case is told of the conflict', () => {
    expect(ruleRefusal(viewerAs('CUSTODIAN'), 'grant', { ...STRANGE, ...mine })).toBe('access.two_persons')
    expect(ruleRefusal(viewerAs('CUSTODIAN'), 'grant', { ...STRANGE, caseAuthorIds: [ME] })).toBe('conflict_of_interest')
  })
})

describe('a request about a clock', () => {
  const STRANGE: ClockRequestFacts = {
    __typename: 'ClockRequest',
    id: 'request',
    caseId: 'case',
    status: 'asked',
    askedBy: 'other',
    approverPositionId: 'other-post',
    excludedPersonIds: [],
  }
  test.each<[string, Partial<ClockRequestFacts>, string[]]>([
    ['a stranger', {}, []],
    ['whoever is asked', { approverPositionId: POST }, ['approve', 'decline']],
    ['whoever asked', { askedBy: ME }, ['withdraw']],
    ['whoever asked and would have to consent too', { askedBy: ME, approverPositionId: POST }, ['withdraw']],
    ['whoever is excluded from the case', { approverPositionId: POST, excludedPersonIds: [ME] }, []],
    ['whoever asked and was excluded since', { askedBy: ME, excludedPersonIds: [ME] }, []],
  ])('%s may: %j', (_, facts, expected) => {
    for (const role of ROLES) expect(allowed(role, { ...STRANGE, ...facts }, CLOCK_REQUEST_ACTIONS)).toEqual(expected)
  })

  test('consenting to what one asked for is refused as the work of one person', () => {
    expect(ruleRefusal(viewerAs('POKJA'), 'approve', { ...STRANGE, askedBy: ME, approverPositionId: POST })).toBe('access.two_persons')
  })
})

describe('a task', () => {
  const STRANGE: TaskFacts = {
    __typename: 'Task',
    id: 'task',
    caseId: 'case',
    positionId: 'other-post',
    unitId: null,
    secrecy: 'biasa',
    caseRegistrarId: 'other',
    excludedPersonIds: [],
  }
  const queue = { positionId: null, unitId: UNIT }
  const RELATIONS = {
    stranger: {},
    mine: { positionId: POST },
    queue,
    queue_of_others: { positionId: null, unitId: 'other-unit' },
    queue_registrar: { ...queue, caseRegistrarId: ME },
    excluded: { positionId: POST, caseRegistrarId: ME, excludedPersonIds: [ME] },
  } as const satisfies Record<string, Partial<TaskFacts>>
  type Relation = keyof typeof RELATIONS
  const ROTA: Rota<Relation> = { SEKRETARIAT: { queue: by('read', 'read', ''), queue_registrar: any('read') } }

  test.each(cells(Object.keys(RELATIONS) as Relation[], ROTA, { mine: any('read') }))(
    '%s, %s, %s: %s',
    (role, relation, secrecy, words) => {
      expect(allowed(role, { ...STRANGE, ...RELATIONS[relation], secrecy }, ['read'])).toEqual(inOrder(words, ['read']))
    },
  )
})

describe('a disposition', () => {
  const STRANGE: DispositionFacts = {
    __typename: 'Disposition',
    id: 'branch',
    version: 1,
    caseId: 'case',
    parentId: null,
    kind: 'main',
    state: 'sent',
    fromPositionId: 'other-post',
    toPositionId: 'third-post',
    toUnitId: 'other-unit',
    caseUnitId: 'other-unit',
    secrecy: 'biasa',
    caseHandlerPositionIds: ['other-post'],
    caseRegistrarId: 'other',
    excludedPersonIds: ['other'],
  }
  const RELATIONS = {
    stranger: {},
    unit: { caseUnitId: UNIT },
    registrar: { caseRegistrarId: ME },
    handler: { caseHandlerPositionIds: [POST] },
    recipient: { toPositionId: POST, caseHandlerPositionIds: ['other-post', POST] },
    past_recipient: { toPositionId: POST },
    giver: { fromPositionId: POST, caseHandlerPositionIds: [POST] },
    excluded: {
      ...{ toPositionId: POST, fromPositionId: POST, caseHandlerPositionIds: [POST], caseUnitId: UNIT },
      ...{ caseRegistrarId: ME, excludedPersonIds: [ME] },
    },
  } as const satisfies Record<string, Partial<DispositionFacts>>
  type Relation = keyof typeof RELATIONS
  const ACTIONS: readonly Action[] = [...new Set<Action>(['read', ...DISPOSITION_ACTIONS])]
  const overseen = by('read', 'read', '')
  const ROTA: Rota<Relation> = {
    PIMPINAN: { stranger: overseen, unit: overseen, registrar: overseen, past_recipient: overseen },
    POKJA: { unit: by('read', '', '') },
    SEKRETARIAT: { stranger: overseen, unit: overseen, registrar: any('read'), past_recipient: overseen },
  }
  const everyone = {
    handler: any('read'),
    recipient: any('read mark_read accept finish resume send_back'),
    giver: any('read withdraw supersede'),
  }

  test.each(cells(Object.keys(RELATIONS) as Relation[], ROTA, everyone))('%s, %s, %s: %s', (role, relation, secrecy, words) => {
    expect(allowed(role, { ...STRANGE, ...RELATIONS[relation], secrecy }, ACTIONS)).toEqual(inOrder(words, ACTIONS))
  })
})

describe('a letter', () => {
  const STRANGE: LetterFacts = {
    __typename: 'Letter',
    id: 'letter',
    version: 1,
    caseId: 'case',
    kind: 'answer',
    status: 'in_review',
    drafterId: 'other',
    reviewerPositionId: 'third-post',
    tier: 1,
    tiers: 2,
    authorIds: ['other'],
    reviewerIds: [],
    voidRequestedBy: null,
    caseUnitId: 'other-unit',
    secrecy: 'biasa',
    caseHandlerPositionIds: ['other-post'],
    caseHolderPositionId: 'other-post',
    caseRegistrarId: 'other',
    excludedPersonIds: ['other'],
  }
  const holding = { caseHolderPositionId: POST, caseHandlerPositionIds: [POST] }
  const RELATIONS = {
    stranger: {},
    unit: { caseUnitId: UNIT },
    handler: { caseHandlerPositionIds: [POST] },
    holder: holding,
    drafter: { ...holding, drafterId: ME, authorIds: [ME] },
    drafter_who_lost_the_case: { drafterId: ME, authorIds: [ME] },
    reviewer: { reviewerPositionId: POST },
    reviewer_who_wrote_in_it: { reviewerPositionId: POST, authorIds: ['other', ME] },
    reviewer_of_an_earlier_tier: { reviewerPositionId: POST, reviewerIds: [ME] },
    past_reviewer: { reviewerIds: [ME] },
    registrar: { caseRegistrarId: ME },
    asked_for_void: { voidRequestedBy: ME },
    excluded: { ...holding, drafterId: ME, authorIds: [ME], reviewerPositionId: POST, caseRegistrarId: ME, excludedPersonIds: [ME] },
  } as const satisfies Record<string, Partial<LetterFacts>>
  type Relation = keyof typeof RELATIONS
  const ACTIONS: readonly Action[] = [...new Set<Action>(['read', ...LETTER_ACTIONS])]
  const overseen = by('read', 'read', '')
  const out = 'read return_approved issue deliver request_void'
  const consenting = by('read decline_void void', 'read decline_void void', '')
  const clerk = (more: string): Line => by(`${out} ${more}`, `${out} ${more}`, more)
  const everyone = {
    ...{
      handler: any('read'),
      holder: any('read'),
      drafter: any('read'),
      drafter_who_lost_the_case: any('read'),
      past_reviewer: any('read'),
    },
    reviewer: any('read pass approve return'),
    reviewer_who_wrote_in_it: any('read return'),
    reviewer_of_an_earlier_tier: any('read return'),
  }
  const ROTA: Rota<Relation> = {
    PIMPINAN: {
      ...{ stranger: consenting, unit: consenting, registrar: consenting, asked_for_void: overseen },
      ...{ handler: any('read decline_void void'), holder: any('read decline_void void'), drafter: any('read decline_void void') },
      drafter_who_lost_the_case: by('read decline_void void', 'read decline_void void', 'read'),
      past_reviewer: by('read return_approved decline_void void', 'read return_approved decline_void void', 'read return_approved'),
      reviewer: by('read pass approve return decline_void void', 'read pass approve return decline_void void', 'read pass approve return'),
      reviewer_who_wrote_in_it: by('read return decline_void void', 'read return decline_void void', 'read return'),
      reviewer_of_an_earlier_tier: by(
        'read return return_approved decline_void void',
        'read return return_approved decline_void void',
        'read return return_approved',
      ),
    },
    POKJA: { unit: by('read', '', '') },
    ASISTEN: { holder: any('read edit submit withdraw'), drafter: any('read edit submit recall withdraw') },
    SEKRETARIAT: {
      ...{ stranger: clerk(''), unit: clerk(''), asked_for_void: clerk(''), registrar: any(out) },
      ...{ handler: clerk('read'), holder: clerk('read'), drafter: clerk('read'), drafter_who_lost_the_case: clerk('read') },
      ...{ past_reviewer: clerk('read'), reviewer: clerk('read pass approve return') },
      ...{ reviewer_who_wrote_in_it: clerk('read return'), reviewer_of_an_earlier_tier: clerk('read return') },
    },
  }

  test.each(cells(Object.keys(RELATIONS) as Relation[], ROTA, everyone))('%s, %s, %s: %s', (role, relation, secrecy, words) => {
    expect(allowed(role, { ...STRANGE, ...RELATIONS[relation], secrecy }, ACTIONS)).toEqual(inOrder(words, ACTIONS))
  })

  test.each([
    ['who wrote in it', RELATIONS.reviewer_who_wrote_in_it, 'letter.own_work'],
    ['who passed it on an earlier tier', RELATIONS.reviewer_of_an_earlier_tier, 'letter.already_reviewed'],
    ['who is excluded from the case', RELATIONS.excluded, 'conflict_of_interest'],
  ] as const)('is not approved by somebody %s, and they are told why', (_, relation, code) => {
    expect(ruleRefusal(viewerAs('PIMPINAN'), 'approve', { ...STRANGE, ...relation })).toBe(code)
  })

  test('of which somebody holds two posts is open to both, and a prohibition binds both', () => {
    const [reviewing] = viewerAs('PIMPINAN').positions
    const [writing] = viewerAs('ASISTEN').positions
    if (!reviewing || !writing) throw new Error('A viewer without a post')
    const me: Viewer = { id: ME, name: 'Pegawai', positions: [reviewing, { ...writing, id: 'second-post' }] }
    const letter = { ...STRANGE, reviewerPositionId: POST, caseHolderPositionId: 'second-post' }
    expect(ACTIONS.filter((action) => ruleRefusal(me, action, letter) === null)).toEqual(
      inOrder('read edit submit pass approve return withdraw decline_void void', ACTIONS),
    )
    expect(ruleRefusal(me, 'approve', { ...letter, authorIds: [ME] })).toBe('letter.own_work')
  })
})

describe('a selection', () => {
  const STRANGE: SelectionFacts = {
    __typename: 'Selection',
    id: 'selection',
    version: 2,
    state: 'running',
    stage: 'results',
    unitId: 'other-unit',
    secrecy: 'biasa',
    handlerPositionIds: ['other-post'],
    excludedPersonIds: ['other'],
    resultsReleased: false,
  }
  const RELATIONS = {
    stranger: {},
    unit: { unitId: UNIT },
    unit_released: { unitId: UNIT, resultsReleased: true },
    released: { resultsReleased: true },
    handler: { handlerPositionIds: ['other-post', POST] },
    excluded: { unitId: UNIT, handlerPositionIds: [POST], resultsReleased: true, excludedPersonIds: [ME] },
  } as const satisfies Record<string, Partial<SelectionFacts>>
  type Relation = keyof typeof RELATIONS
  const ACTIONS: readonly Action[] = ['read', 'read_results', ...SELECTION_ACTIONS]
  const overseen = by('read read_results', 'read read_results', '')
  const arriving = by('read receive', 'read receive', '')
  const told = by('read read_results receive', 'read read_results receive', '')
  const heading = any(ACTIONS.join(' '))
  const working = any(ACTIONS.filter((action) => action !== 'reopen').join(' '))
  const own = by('read attach_request', '', '')
  const ownReleased = by('read read_results attach_request', '', '')
  const everyone = { handler: any('read read_results') }
  const ROTA: Rota<Relation> = {
    PIMPINAN: { stranger: overseen, unit: overseen, unit_released: overseen, released: overseen },
    POKJA: { unit: by('read', '', ''), unit_released: by('read read_results', '', ''), handler: heading },
    ASISTEN: { unit: own, unit_released: ownReleased, handler: working },
    SEKRETARIAT: {
      ...{ stranger: arriving, unit: arriving, released: told, unit_released: told },
      handler: by('read read_results receive', 'read read_results receive', 'read read_results'),
    },
  }

  test.each(cells(Object.keys(RELATIONS) as Relation[], ROTA, everyone))('%s, %s, %s: %s', (role, relation, secrecy, words) => {
    expect(allowed(role, { ...STRANGE, ...RELATIONS[relation], secrecy }, ACTIONS)).toEqual(inOrder(words, ACTIONS))
  })

  test('names and scores are secret until the results are recommended, except to handlers and Pimpinan', () => {
    const registrar = viewerAs('SEKRETARIAT')
    expect(ruleRefusal(registrar, 'read_results', STRANGE)).toBe('access.denied')
    expect(ruleRefusal(registrar, 'read_results', { ...STRANGE, resultsReleased: true })).toBeNull()
    expect(ruleRefusal(viewerAs('PIMPINAN'), 'read_results', STRANGE)).toBeNull()
  })
})

describe('a recommendation point', () => {
  const STRANGE: RecommendationPointFacts = {
    __typename: 'RecommendationPoint',
    id: 'point',
    version: 2,
    caseId: 'case',
    state: 'open',
    caseUnitId: 'other-unit',
    secrecy: 'biasa',
    caseHandlerPositionIds: ['other-post'],
    caseHolderPositionId: 'other-post',
    caseRegistrarId: 'other',
    excludedPersonIds: ['other'],
  }
  const handled = { caseUnitId: UNIT, caseHandlerPositionIds: ['other-post', POST] }
  const RELATIONS = {
    stranger: {},
    unit: { caseUnitId: UNIT },
    handler: handled,
    holder: { ...handled, caseHolderPositionId: POST },
    registrar: { caseRegistrarId: ME },
    excluded: { ...handled, caseHolderPositionId: POST, caseRegistrarId: ME, excludedPersonIds: [ME] },
  } as const satisfies Record<string, Partial<RecommendationPointFacts>>
  type Relation = keyof typeof RELATIONS
  const ACTIONS: readonly Action[] = ['read', ...POINT_ACTIONS]
  const overseen = by('read', 'read', '')
  const received = by('read record_reply', 'read record_reply', '')
  const receivedByHandler = by('read record_reply', 'read record_reply', 'read')
  const heading = any(ACTIONS.join(' '))
  const read = any('read')
  const ROTA: Rota<Relation> = {
    PIMPINAN: { stranger: overseen, unit: overseen, registrar: overseen },
    POKJA: { unit: by('read', '', ''), handler: heading, holder: heading },
    ASISTEN: { holder: any('read record_reply accept_reply reject_reply give_up') },
    SEKRETARIAT: {
      ...{ stranger: received, unit: received, registrar: any('read record_reply') },
      ...{ handler: receivedByHandler, holder: receivedByHandler },
    },
  }

  test.each(cells(Object.keys(RELATIONS) as Relation[], ROTA, { handler: read, holder: read }))(
    '%s, %s, %s: %s',
    (role, relation, secrecy, words) => {
      expect(allowed(role, { ...STRANGE, ...RELATIONS[relation], secrecy }, ACTIONS)).toEqual(inOrder(words, ACTIONS))
    },
  )
})

describe('a visit and its booking', () => {
  const COPIED = {
    id: 'row',
    version: 1,
    caseId: 'case',
    caseUnitId: 'other-unit',
    secrecy: 'biasa',
    caseHandlerPositionIds: ['other-post'],
    caseHolderPositionId: 'other-post',
    caseRegistrarId: 'other',
    excludedPersonIds: ['other'],
  } as const
  const VISIT: VisitFacts = { ...COPIED, __typename: 'Visit', channel: 'walk_in', state: 'disposed' }
  const BOOKING: BookingFacts = { ...COPIED, __typename: 'Booking', state: 'booked', officerPositionId: 'other-post' }
  const handled = { caseUnitId: UNIT, caseHandlerPositionIds: ['other-post', POST] }
  const RELATIONS = {
    stranger: {},
    unit: { caseUnitId: UNIT },
    handler: handled,
    officer: { ...handled, caseHolderPositionId: POST },
    registrar: { caseRegistrarId: ME },
    excluded: { ...handled, caseHolderPositionId: POST, caseRegistrarId: ME, excludedPersonIds: [ME] },
  } as const satisfies Record<string, Partial<VisitFacts>>
  type Relation = keyof typeof RELATIONS
  const relations = Object.keys(RELATIONS) as Relation[]
  const overseen = by('read', 'read', '')
  const read = any('read')

  describe('a visit', () => {
    const ACTIONS: readonly Action[] = ['read', ...VISIT_ACTIONS]
    const counter = 'read route complete come_back rejoin show_in leave miss'
    const desk = by(counter, counter, '')
    const served = by(counter, counter, 'read')
    const COUNTER = { stranger: desk, unit: desk, handler: served, officer: served, registrar: any(counter) }
    const answers = any('read assign confirm propose_time decline')
    const ROTA: Rota<Relation> = {
      FRONT_OFFICE: COUNTER,
      SEKRETARIAT: COUNTER,
      PIMPINAN: { stranger: overseen, unit: overseen, registrar: overseen },
      POKJA: { unit: by('read', '', ''), handler: answers, officer: answers },
      ASISTEN: { officer: any('read confirm propose_time decline begin finish') },
    }
    test.each(cells(relations, ROTA, { handler: read, officer: read }))('%s, %s, %s: %s', (role, relation, secrecy, words) => {
      expect(allowed(role, { ...VISIT, ...RELATIONS[relation], secrecy }, ACTIONS)).toEqual(inOrder(words, ACTIONS))
    })
  })

  describe('a booking', () => {
    const ACTIONS: readonly Action[] = ['read', 'book', ...BOOKING_ACTIONS]
    const counter = 'read cancel receive miss_booking'
    const desk = by(counter, counter, '')
    const served = by(counter, counter, 'read')
    const COUNTER = { stranger: desk, unit: desk, handler: served, officer: served, registrar: any(counter) }
    const planning = any('read book reschedule cancel miss_booking')
    const ROTA: Rota<Relation> = {
      FRONT_OFFICE: COUNTER,
      SEKRETARIAT: COUNTER,
      PIMPINAN: { stranger: overseen, unit: overseen, registrar: overseen },
      POKJA: { unit: by('read', '', ''), handler: planning, officer: planning },
      ASISTEN: { officer: any('read book reschedule cancel receive miss_booking') },
    }
    test.each(cells(relations, ROTA, { handler: read, officer: read }))('%s, %s, %s: %s', (role, relation, secrecy, words) => {
      expect(allowed(role, { ...BOOKING, ...RELATIONS[relation], secrecy }, ACTIONS)).toEqual(inOrder(words, ACTIONS))
    })
  })

  test('an officer sees where they are expected, also in a case that is not theirs', () => {
    expect(ruleRefusal(viewerAs('ASISTEN'), 'read', { ...BOOKING, officerPositionId: POST })).toBeNull()
  })
})

describe('a drafted rule', () => {
  const MOTION: RuleDraftFacts = { __typename: 'RuleDraft', id: 'draft', kind: 'calendar', state: 'proposed', proposerId: 'somebody' }
  const ACTIONS: readonly Action[] = ['read', ...RULE_DRAFT_ACTIONS]
  const MAY: Readonly<Partial<Record<Role, readonly Action[]>>> = {
    ADMIN: ACTIONS,
    PIMPINAN: ['read', 'send_back', 'consent'],
    POKJA: ['read'],
    AUDITOR: ['read'],
  }
  const may = (role: Role, facts: RuleDraftFacts) => ACTIONS.filter((action) => ruleRefusal(viewerAs(role), action, facts) === null)

  test.each(ROLES)('%s', (role) => {
    expect(may(role, MOTION)).toEqual(MAY[role] ?? [])
  })

  test.each(['ADMIN', 'PIMPINAN'] as const)('whoever proposed it does not consent, as %s neither', (role) => {
    expect(may(role, { ...MOTION, proposerId: ME })).toEqual((MAY[role] ?? []).filter((action) => action !== 'consent'))
    expect(ruleRefusal(viewerAs(role), 'consent', { ...MOTION, proposerId: ME })).toBe('access.two_persons')
  })
})

describe('feedback about the services', () => {
  const LOGGED: FeedbackFacts = {
    ...{
      __typename: 'Feedback',
      id: 'feedback',
      version: 1,
      state: 'assigned',
      service: 'MERIT',
      kind: 'complaint',
      channelKind: 'letter',
    },
    ...{ unitId: 'other-unit', positionId: null, loggedBy: 'other' },
  }
  const RELATIONS = {
    stranger: {},
    unit: { unitId: UNIT },
    unit_of_another_post: { unitId: UNIT, positionId: 'other-post' },
    named: { positionId: POST },
    logger: { loggedBy: ME },
    unassigned: { unitId: null, state: 'logged' },
  } as const satisfies Record<string, Partial<FeedbackFacts>>
  type Relation = keyof typeof RELATIONS
  const ACTIONS: readonly Action[] = ['read', ...FEEDBACK_ACTIONS]
  const desk = 'read log read_contact assign close dismiss'
  const answering = 'read read_contact answer'
  const ROTA: Readonly<Partial<Record<Role, Readonly<Partial<Record<Relation, string>>>>>> = {
    SEKRETARIAT: {
      ...{ stranger: desk, unit: `${desk} answer`, unit_of_another_post: desk, named: `${desk} answer`, logger: desk, unassigned: desk },
    },
    FRONT_OFFICE: {
      ...{ stranger: 'log', unit: 'log', unit_of_another_post: 'log', named: `log ${answering}`, logger: 'log read read_contact' },
      unassigned: 'log',
    },
    PIMPINAN: {
      ...{ stranger: 'read', unit: 'read', unit_of_another_post: 'read', logger: 'read', unassigned: 'read' },
    },
    POKJA: { unit: answering, unit_of_another_post: answering },
    ASISTEN: { unit: answering },
  }
  const table = ROLES.flatMap((role) =>
    (Object.keys(RELATIONS) as Relation[]).map(
      (relation) => [role, relation, ROTA[role]?.[relation] ?? (relation === 'named' ? answering : '')] as const,
    ),
  )

  test.each(table)('%s, %s: %s', (role, relation, words) => {
    expect(allowed(role, { ...LOGGED, ...RELATIONS[relation] }, ACTIONS)).toEqual(inOrder(words, ACTIONS))
  })
})

describe('an area', () => {
  const HOUSE: readonly Area[] = ['directory', 'reference']
  const OPENS: Readonly<Partial<Record<Role, readonly Area[]>>> = {
    PIMPINAN: [
      'releases',
      'cases',
      'desk',
      'workload',
      'agenda_book',
      'number_book',
      'conformance',
      'selections',
      'visits',
      'standards',
      'calendar',
      'feedback',
      'feedback_report',
      'follow_up',
      'dossier',
    ],
    POKJA: [
      'releases',
      'follow_up',
      'cases',
      'desk',
      'conformance',
      'selections',
      'visits',
      'standards',
      'calendar',
      'feedback',
      'feedback_report',
    ],
    ASISTEN: ['releases', 'follow_up', 'cases', 'selections', 'visits', 'feedback'],
    SEKRETARIAT: [
      'relations',
      'follow_up',
      'cases',
      'agenda_book',
      'number_book',
      'outbox',
      'selections',
      'guest_book',
      'lobby',
      'visits',
      'feedback',
      'feedback_report',
    ],
    FRONT_OFFICE: ['cases', 'guest_book', 'lobby', 'visits', 'feedback'],
    ADMIN: ['people', 'outbox', 'standards', 'calendar', 'relations'],
    CUSTODIAN: ['releases'],
    AUDITOR: ['people', 'number_book', 'trail', 'conformance', 'standards', 'calendar', 'feedback_report'],
  }
  const table = ROLES.map((role) => [role, AREAS.filter((area) => [...HOUSE, ...(OPENS[role] ?? [])].includes(area))] as const)

  test.each(table)('%s enters %j', (role, areas) => {
    expect(AREAS.filter((area) => mayEnter(viewerAs(role), area))).toEqual(areas)
  })

  test('a head sees the workload of the own working group only', () => {
    expect(mayEnter(viewerAs('POKJA'), 'workload', UNIT)).toBe(true)
    expect(mayEnter(viewerAs('POKJA'), 'workload', 'other-unit')).toBe(false)
    expect(mayEnter(viewerAs('POKJA'), 'workload')).toBe(false)
  })

  test.each(ROLES.map((role) => [role, role === 'ADMIN'] as const))('%s administers people and the head of letters: %s', (role, may) => {
    const people: Facts = { __typename: 'Area', name: 'people', unitId: null }
    expect(ruleRefusal(viewerAs(role), 'manage_people', people) === null).toBe(may)
    expect(ruleRefusal(viewerAs(role), 'manage_organisation', people) === null).toBe(may)
  })
})

test('somebody without a post may do nothing but look at the directory', () => {
  const nobody: Viewer = { id: ME, name: 'Pegawai', positions: [] }
  expect(AREAS.filter((area) => mayEnter(nobody, area))).toEqual(['directory', 'reference'])
})
