import {
  CASE_STAGES,
  clocksOfPromise,
  SERVICES,
  TERMINAL_STAGES,
  URGENCIES,
  standing,
  type CaseStage,
  type Service,
  type Standing,
  type Urgency,
} from '@domain'
import { byInstant } from '../app/placement.js'
import type { CaseFilter, CaseRowFragment, CaseSort } from '../generated/graphql.js'

/** What became of a promise: kept, broken, or still open and in time. */
export const CLOCK_OUTCOMES = ['kept', 'broken', 'running'] as const

/** What the person has chosen; an empty string or null is "any". It lives in the address, so that a list can be shared and gone back to. */
export interface Choice {
  readonly search: string
  readonly stage: CaseStage | ''
  readonly service: Service | ''
  readonly unit: string
  /** The post that holds it. Chosen by a link (the workload board), shown so that it can be taken away. */
  readonly holder: string
  readonly urgency: Urgency | ''
  readonly standing: 'late' | 'at_risk' | 'on_time' | 'paused' | ''
  readonly year: string
  readonly everything: boolean
  /** A promise of a standard. Chosen by a link (the conformance sheet), with what became of it. */
  readonly promise: string
  readonly outcome: (typeof CLOCK_OUTCOMES)[number] | ''
  readonly sort: CaseSort
}

export const NO_CHOICE: Choice = {
  search: '',
  stage: '',
  service: '',
  unit: '',
  holder: '',
  urgency: '',
  standing: '',
  year: '',
  everything: false,
  promise: '',
  outcome: '',
  sort: 'due',
}
export const CHOOSABLE_STANDINGS = ['late', 'at_risk', 'on_time', 'paused'] as const satisfies readonly Standing[]
export const SORTS: readonly CaseSort[] = ['due', 'received', 'agenda']

type Query = Readonly<Record<string, unknown>>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const oneOf = <Known extends string>(known: readonly Known[], value: unknown): Known | '' => known.find((item) => item === value) ?? ''

/** Reads the address. What it does not know counts as "any". */
export const choiceOf = (query: Query): Choice => ({
  search: text(query.cari),
  stage: oneOf(CASE_STAGES, query.tahap),
  service: oneOf(SERVICES, query.layanan),
  unit: text(query.unit),
  holder: text(query.pemegang),
  urgency: oneOf(URGENCIES, query.sifat),
  standing: oneOf(CHOOSABLE_STANDINGS, query.tenggat),
  year: /^\d{4}$/.test(text(query.tahun)) ? text(query.tahun) : '',
  everything: query.cakupan === 'semua',
  promise: clocksOfPromise(text(query.janji)).length > 0 ? text(query.janji) : '',
  outcome: oneOf(CLOCK_OUTCOMES, query.hasil),
  sort: oneOf(SORTS, query.urut) || 'due',
})

/** Writes the address: only what differs from "any". */
export function queryOf(choice: Choice): Record<string, string> {
  const all: Record<string, string> = {
    cari: choice.search,
    tahap: choice.stage,
    layanan: choice.service,
    unit: choice.unit,
    pemegang: choice.holder,
    sifat: choice.urgency,
    tenggat: choice.standing,
    tahun: choice.year,
    cakupan: choice.everything ? 'semua' : '',
    janji: choice.promise,
    hasil: choice.outcome,
    urut: choice.sort === 'due' ? '' : choice.sort,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
}

/** Whether the person asks for finished cases on purpose: a finished stage says so too. */
const wantsFinished = (choice: Choice): boolean => choice.everything || TERMINAL_STAGES.some((stage) => stage === choice.stage)

/** The same choice as the server takes it. */
export const filterOf = (choice: Choice): CaseFilter => ({
  search: choice.search || null,
  stages: choice.stage ? [choice.stage] : null,
  services: choice.service ? [choice.service] : null,
  unitId: choice.unit || null,
  holderPositionId: choice.holder || null,
  urgency: choice.urgency || null,
  standing: choice.standing || null,
  year: choice.year ? Number(choice.year) : null,
  open: wantsFinished(choice) ? null : true,
  clock:
    choice.promise && choice.outcome ? { codes: clocksOfPromise(choice.promise).map(({ code }) => code), outcome: choice.outcome } : null,
})

/** Whether a changed row still belongs to the choice. A search is the server's to judge: null then means "ask it". */
export function fits(choice: Choice, row: CaseRowFragment, now: number): boolean | null {
  const clock = {
    startedAt: row.nextClockStartedAt ? Date.parse(row.nextClockStartedAt) : null,
    dueAt: row.nextDueAt ? Date.parse(row.nextDueAt) : null,
    stoppedAt: null,
    atRiskAt: row.nextAtRiskAt ? Date.parse(row.nextAtRiskAt) : null,
    flag: row.nextDueFlag,
  }
  const plain =
    (choice.stage === '' || row.stage === choice.stage) &&
    (choice.service === '' || row.service === choice.service) &&
    (choice.unit === '' || row.unitId === choice.unit) &&
    (choice.holder === '' || row.holderPositionId === choice.holder) &&
    (choice.urgency === '' || row.urgency === choice.urgency) &&
    (choice.standing === '' || standing(clock, now) === choice.standing) &&
    (choice.year === '' || row.agendaYear === Number(choice.year)) &&
    (wantsFinished(choice) || !TERMINAL_STAGES.includes(row.stage))
  return plain && (choice.search !== '' || choice.promise !== '') ? null : plain
}

const byAgenda = (first: CaseRowFragment, second: CaseRowFragment): number =>
  second.agendaYear - first.agendaYear || second.agendaNumber - first.agendaNumber

/** The server's three orders. */
export const ORDER: Record<CaseSort, (first: CaseRowFragment, second: CaseRowFragment) => number> = {
  due: (first, second) => byInstant(first.nextAtRiskAt, second.nextAtRiskAt) || byInstant(first.nextDueAt, second.nextDueAt),
  received: (first, second) => byInstant(second.receivedAt, first.receivedAt),
  agenda: byAgenda,
}
