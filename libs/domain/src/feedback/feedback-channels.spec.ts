import { describe, expect, test } from '@jest/globals'
import { COMMITMENTS } from '../standard/commitments.js'
import { COMPLAINT_CHANNEL_KINDS, type ComplaintChannelKind } from '../standard/standard.js'
import type { Service } from '../standard/service.js'
import { ANSWER_WAYS, FEEDBACK_CONTACT_KINDS, type AnswerWay, type FeedbackContactKind } from './feedback.js'
import { answerWays, FEEDBACK_CHANNELS, feedbackChannelsOf, isPrintedChannel } from './feedback-channels.js'

/** "Pengaduan Layanan" and "Saran dan Masukan/Apresiasi" of the five standards, read off the printed pages. */
const PRINTED: readonly (readonly [commitment: string, service: Service, kind: ComplaintChannelKind, address: string])[] = [
  [
    'medlin.feedback.1',
    'MEDLIN',
    'letter',
    'Ketua Komisi Aparatur Sipil Negara, Jl. Let. Jend. MT. Haryono Kav. 52-53, Pancoran, Kota Jakarta Selatan 12770',
  ],
  ['medlin.feedback.2', 'MEDLIN', 'hotline', '021-7972098'],
  ['medlin.feedback.3', 'MEDLIN', 'email', 'humas@kasn.go.id'],
  ['medlin.feedback.4', 'MEDLIN', 'email', 'persuratan@kasn.go.id'],
  ['medlin.feedback.5', 'MEDLIN', 'lapor', 'https://lapor.kasn.go.id/'],
  ['medlin.feedback.6', 'MEDLIN', 'wbs', 'https://wbs.kasn.go.id'],
  ['medlin.feedback.7', 'MEDLIN', 'email', 'medlin.jpt1@kasn.go.id'],
  ['medlin.feedback.8', 'MEDLIN', 'medlin', 'https://medlin.kasn.go.id'],
  [
    'merit.feedback.1',
    'MERIT',
    'letter',
    'Ketua Komisi Aparatur Sipil Negara, Jl. Let. Jend. MT. Haryono Kav. 52-53, Pancoran, Kota Jakarta Selatan 12770',
  ],
  ['merit.feedback.2', 'MERIT', 'hotline', '021-7972098'],
  ['merit.feedback.3', 'MERIT', 'email', 'humas@kasn.go.id'],
  ['merit.feedback.4', 'MERIT', 'email', 'persuratan@kasn.go.id'],
  ['merit.feedback.5', 'MERIT', 'lapor', 'https://lapor.kasn.go.id/'],
  ['merit.feedback.6', 'MERIT', 'wbs', 'https://wbs.kasn.go.id'],
  ['merit.feedback.7', 'MERIT', 'facebook', 'KomisiASNResmi'],
  ['merit.feedback.8', 'MERIT', 'instagram', 'kasn_ri'],
  ['merit.feedback.9', 'MERIT', 'twitter', 'KASN_RI'],
  [
    'netralitas.feedback.1',
    'NETRALITAS',
    'letter',
    'Ketua Komisi Aparatur Sipil Negara, Jl. Let. Jend. MT. Haryono Kav. 52-53, Pancoran, Kota Jakarta Selatan 12770',
  ],
  ['netralitas.feedback.2', 'NETRALITAS', 'hotline', '021-7972098'],
  ['netralitas.feedback.3', 'NETRALITAS', 'email', 'humas@kasn.go.id'],
  ['netralitas.feedback.4', 'NETRALITAS', 'email', 'persuratan@kasn.go.id'],
  ['netralitas.feedback.5', 'NETRALITAS', 'lapor', 'https://lapor.kasn.go.id/'],
  ['netralitas.feedback.6', 'NETRALITAS', 'wbs', 'https://wbs.kasn.go.id'],
  ['netralitas.feedback.7', 'NETRALITAS', 'facebook', 'KomisiASNResmi'],
  ['netralitas.feedback.8', 'NETRALITAS', 'instagram', 'kasn_ri'],
  ['netralitas.feedback.9', 'NETRALITAS', 'twitter', 'KASN_RI'],
  [
    'kode_etik.feedback.1',
    'KODE_ETIK',
    'letter',
    'Ketua Komisi Aparatur Sipil Negara, Jl. Let. Jend. MT. Haryono Kav. 52-53, Pancoran, Kota Jakarta Selatan 12770',
  ],
  ['kode_etik.feedback.2', 'KODE_ETIK', 'hotline', '021-7972098'],
  ['kode_etik.feedback.3', 'KODE_ETIK', 'email', 'humas@kasn.go.id'],
  ['kode_etik.feedback.4', 'KODE_ETIK', 'email', 'persuratan@kasn.go.id'],
  ['kode_etik.feedback.5', 'KODE_ETIK', 'lapor', 'https://lapor.kasn.go.id/'],
  ['kode_etik.feedback.6', 'KODE_ETIK', 'wbs', 'https://wbs.kasn.go.id'],
  ['kode_etik.feedback.7', 'KODE_ETIK', 'facebook', 'KomisiASNResmi'],
  ['kode_etik.feedback.8', 'KODE_ETIK', 'instagram', 'kasn_ri'],
  ['kode_etik.feedback.9', 'KODE_ETIK', 'twitter', 'KASN_RI'],
  [
    'jpt.feedback.1',
    'JPT',
    'letter',
    'Ketua Komisi Aparatur Sipil Negara, Jl. Let. Jend. MT. Haryono Kav. 52-53, Pancoran, Kota Jakarta Selatan 12770',
  ],
  ['jpt.feedback.2', 'JPT', 'hotline', '021-7972098'],
  ['jpt.feedback.3', 'JPT', 'email', 'humas@kasn.go.id'],
  ['jpt.feedback.4', 'JPT', 'email', 'persuratan@kasn.go.id'],
  ['jpt.feedback.5', 'JPT', 'lapor', 'https://lapor.kasn.go.id/'],
  ['jpt.feedback.6', 'JPT', 'wbs', 'https://wbs.kasn.go.id'],
  ['jpt.feedback.7', 'JPT', 'facebook', 'KomisiASNResmi'],
  ['jpt.feedback.8', 'JPT', 'instagram', 'kasn_ri'],
  ['jpt.feedback.9', 'JPT', 'twitter', 'KASN_RI'],
]

describe('the printed channels', () => {
  test.each(PRINTED)('feedback can be logged against it [%s]', (commitment, service, kind, address) => {
    expect(FEEDBACK_CHANNELS.filter((channel) => channel.commitment === commitment)).toEqual([
      expect.objectContaining({ service, kind, address }),
    ])
    expect(isPrintedChannel(service, { kind, address })).toBe(true)
    expect(isPrintedChannel(null, { kind, address })).toBe(true)
    expect(answerWays(kind, null).length).toBeGreaterThan(0)
  })

  test('they are what the standards commit to, no more and no less', () => {
    const committed = COMMITMENTS.filter(({ section }) => section === 'complaint').map(({ code }) => code)
    expect(PRINTED.map(([code]) => code)).toEqual(committed)
    expect(FEEDBACK_CHANNELS.map(({ commitment }) => commitment)).toEqual(committed)
  })

  test('an address that another standard prints is not one of this service', () => {
    expect(isPrintedChannel('MEDLIN', { kind: 'facebook', address: 'KomisiASNResmi' })).toBe(false)
    expect(isPrintedChannel('MERIT', { kind: 'email', address: 'medlin.jpt1@kasn.go.id' })).toBe(false)
    expect(isPrintedChannel('MERIT', { kind: 'letter', address: 'humas@kasn.go.id' })).toBe(false)
    expect(isPrintedChannel(null, { kind: 'email', address: 'lain@kasn.go.id' })).toBe(false)
  })

  test('without a service every address is offered once, and every kind of channel is there', () => {
    const channels = feedbackChannelsOf(null)
    expect(new Set(channels.map(({ kind, address }) => `${kind} ${address}`)).size).toBe(channels.length)
    expect(new Set(channels.map(({ kind }) => kind))).toEqual(new Set(COMPLAINT_CHANNEL_KINDS))
    expect(channels.filter(({ kind }) => kind === 'email').map(({ address }) => address)).toEqual([
      'humas@kasn.go.id',
      'persuratan@kasn.go.id',
      'medlin.jpt1@kasn.go.id',
    ])
  })
})

describe('how a feedback can be answered', () => {
  const TABLE: readonly (readonly [ComplaintChannelKind, FeedbackContactKind | null, readonly AnswerWay[]])[] = [
    ['letter', 'address', ['post']],
    ['letter', 'email', ['email']],
    ['letter', null, ['none']],
    ['email', 'email', ['email']],
    ['email', null, ['none']],
    ['hotline', 'phone', ['phone', 'same_channel']],
    ['hotline', null, ['same_channel']],
    ['instagram', null, ['same_channel']],
    ['lapor', 'email', ['email', 'same_channel']],
    ['medlin', null, ['same_channel']],
    ['wbs', null, ['same_channel']],
    ['wbs', 'email', ['same_channel']],
    ['wbs', 'phone', ['same_channel']],
  ]
  test.each(TABLE)('%s, %s: %s', (channel, contact, ways) => expect(answerWays(channel, contact)).toEqual(ways))

  test('there is always a way, and what cannot be done is never offered', () => {
    for (const channel of COMPLAINT_CHANNEL_KINDS) {
      for (const contact of [null, ...FEEDBACK_CONTACT_KINDS]) {
        const ways = answerWays(channel, contact)
        expect(ways.length).toBeGreaterThan(0)
        expect(ANSWER_WAYS).toEqual(expect.arrayContaining([...ways]))
        if (contact === null) expect(ways.filter((way) => way === 'email' || way === 'phone' || way === 'post')).toEqual([])
      }
    }
  })
})
