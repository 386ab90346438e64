import {
  COMPLAINT_CHANNEL_KINDS,
  FEEDBACK_KINDS,
  FEEDBACK_STATES,
  OPEN_FEEDBACK_STATES,
  SERVICES,
  type ComplaintChannelKind,
  type FeedbackKind,
  type FeedbackState,
  type Service,
} from '@domain'
import type { LocationQuery } from 'vue-router'
import type { FeedbackFilter, FeedbackRowFragment } from '../generated/graphql.js'

/** What is shown of the feedback; an empty string is everything, 'open' what is not finished, 'general' what names no service. */
export interface Choice {
  readonly state: FeedbackState | 'open' | ''
  readonly service: Service | 'general' | ''
  readonly channel: ComplaintChannelKind | ''
  readonly kind: FeedbackKind | ''
}

const one = <T extends string>(given: unknown, known: readonly T[]): T | '' => known.find((value) => value === given) ?? ''

/** The address names what is shown; nothing named is what is not finished. */
export const choiceOf = (query: LocationQuery): Choice => ({
  state: query.keadaan === undefined ? 'open' : one(query.keadaan, ['open', ...FEEDBACK_STATES] as const),
  service: one(query.layanan, ['general', ...SERVICES] as const),
  channel: one(query.kanal, COMPLAINT_CHANNEL_KINDS),
  kind: one(query.jenis, FEEDBACK_KINDS),
})

export const queryOf = ({ state, service, channel, kind }: Choice): Record<string, string> => ({
  ...(state === 'open' ? {} : { keadaan: state || 'semua' }),
  ...(service ? { layanan: service } : {}),
  ...(channel ? { kanal: channel } : {}),
  ...(kind ? { jenis: kind } : {}),
})

const statesOf = ({ state }: Choice): FeedbackState[] => (state === '' ? [] : state === 'open' ? [...OPEN_FEEDBACK_STATES] : [state])

export const filterOf = (choice: Choice): FeedbackFilter => ({
  states: statesOf(choice),
  service: choice.service === '' || choice.service === 'general' ? null : choice.service,
  general: choice.service === 'general',
  channelKind: choice.channel || null,
  kind: choice.kind || null,
})

/** Whether a row belongs to what is shown: the same question the server answers. */
export function fits(choice: Choice, row: Pick<FeedbackRowFragment, 'state' | 'service' | 'channelKind' | 'kind'>): boolean {
  const states = statesOf(choice)
  const service = choice.service === '' || (choice.service === 'general' ? row.service === null : row.service === choice.service)
  return (
    (states.length === 0 || states.includes(row.state)) &&
    service &&
    (choice.channel === '' || row.channelKind === choice.channel) &&
    (choice.kind === '' || row.kind === choice.kind)
  )
}
