import { SERVICES, type Service } from '../standard/service.js'
import type { ComplaintChannel, ComplaintChannelKind, Standard } from '../standard/standard.js'
import { standardOf, STANDARDS } from '../standard/standards.js'
import type { AnswerWay, FeedbackContactKind } from './feedback.js'

/** A printed way to complain about, suggest something for or praise one service, with the commitment it keeps. */
export interface FeedbackChannel extends ComplaintChannel {
  readonly service: Service
  readonly commitment: string
}

/** Every channel of every standard, in the printed order ("Pengaduan Layanan", Peraturan Ketua KASN Nomor 3 Tahun 2022). */
export const FEEDBACK_CHANNELS: readonly FeedbackChannel[] = SERVICES.flatMap((service) =>
  standardOf(service).complaintChannels.map((channel, index) => ({
    ...channel,
    service,
    commitment: `${service.toLowerCase()}.feedback.${index + 1}`,
  })),
)

const same = (one: ComplaintChannel, { kind, address }: Pick<ComplaintChannel, 'kind' | 'address'>): boolean =>
  one.kind === kind && one.address === address

/** The channels of a service as the given versions of the standards print them; without a service every address that any of them prints, once. */
export function feedbackChannelsOf(
  service: Service | null,
  standards: readonly Standard[] = Object.values(STANDARDS),
): readonly ComplaintChannel[] {
  const printed = standards.filter((one) => service === null || one.service === service).flatMap((one) => one.complaintChannels)
  return printed.filter((channel, index) => printed.findIndex((other) => same(other, channel)) === index)
}

/** Whether a given version of the service's standard prints this address; without a service, whether any version does. */
export const isPrintedChannel = (
  service: Service | null,
  channel: Pick<ComplaintChannel, 'kind' | 'address'>,
  standards: readonly Standard[] = Object.values(STANDARDS),
): boolean => feedbackChannelsOf(service, standards).some((printed) => same(printed, channel))

/** Where an answer can be left for everybody or for the writer alone without knowing who they are. */
const TALKS_BACK: readonly ComplaintChannelKind[] = ['lapor', 'wbs', 'medlin', 'facebook', 'instagram', 'twitter', 'hotline']

const WAY_TO: Record<FeedbackContactKind, AnswerWay> = { email: 'email', phone: 'phone', address: 'post' }

/**
 * By what ways a feedback can be answered, best first: where its writer can be reached, on the channel it came by, and, when neither is possible, not at all.
 * Whoever blew a whistle is answered on the whistle-blowing system only: a mail or a call would carry it to somebody else's eyes.
 */
export function answerWays(channelKind: ComplaintChannelKind, contactKind: FeedbackContactKind | null): readonly AnswerWay[] {
  if (channelKind === 'wbs') return ['same_channel']
  const reached: readonly AnswerWay[] = contactKind === null ? [] : [WAY_TO[contactKind]]
  const back: readonly AnswerWay[] = TALKS_BACK.includes(channelKind) ? ['same_channel'] : []
  const ways = [...reached, ...back]
  return ways.length > 0 ? ways : ['none']
}
