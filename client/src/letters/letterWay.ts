import { LETTER_STATUSES, type LetterStatus } from '@domain'
import type { LetterDetailFragment, StepRowFragment } from '../generated/graphql.js'

/** Where one station of a letter's way stands. */
export type StationState = 'done' | 'now' | 'waiting' | 'stopped'

export interface Station {
  readonly key: string
  readonly kind: 'drafted' | 'review' | 'approval' | 'numbering' | 'delivery'
  readonly state: StationState
  /** The post, for the tiers of the chain. */
  readonly positionId: string | null
  readonly title: string | null
  readonly tier: number
  /** Who did it, once it is done or was sent back here. */
  readonly step: StepRowFragment | null
  readonly at: string | null
}

type Source = Pick<LetterDetailFragment, 'status' | 'tier' | 'drafterName' | 'submittedAt' | 'issuedAt' | 'number'> & {
  readonly [List in 'chain' | 'steps' | 'deliveries']: readonly LetterDetailFragment[List][number][]
}

const rank = (status: LetterStatus) => LETTER_STATUSES.indexOf(status)
/** Past approval: the chain lies behind the letter. */
const approvedOrLater = ({ status }: Source) => rank(status) >= rank('approved') && status !== 'withdrawn'

/** The stations of a letter from the first word to the receipt, in the present round. */
export function wayOf(letter: Source): Station[] {
  const round = Math.max(0, ...letter.steps.map((step) => step.round))
  const ofRound = letter.steps.filter((step) => step.round === round)
  const writing = letter.status === 'draft' || letter.status === 'returned'
  const station = (kind: Station['kind'], state: StationState, more: Partial<Station> = {}): Station => ({
    key: kind,
    kind,
    state,
    positionId: null,
    title: null,
    tier: 0,
    step: null,
    at: null,
    ...more,
  })

  const tiers = letter.chain.map((tier): Station => {
    const step = ofRound.find((one) => one.tier === tier.tier && ['pass', 'approve', 'return'].includes(one.action)) ?? null
    const state: StationState =
      step?.action === 'return' && letter.status === 'returned'
        ? 'stopped'
        : letter.status === 'in_review' && letter.tier === tier.tier
          ? 'now'
          : !writing && step && step.action !== 'return'
            ? 'done'
            : 'waiting'
    const told = state === 'done' || state === 'stopped' ? step : null
    return station(tier.approves ? 'approval' : 'review', state, {
      key: `tier-${tier.tier}`,
      positionId: tier.positionId,
      title: tier.title,
      tier: tier.tier,
      step: told,
      at: told?.at ?? null,
    })
  })
  const sent = letter.status === 'delivered'
  const back = letter.status === 'returned' ? ofRound.find(({ action }) => action === 'return_approved') : undefined
  // The number of a letter that was withdrawn after it had one is void.
  const voided = letter.status === 'withdrawn'
  return [
    station('drafted', writing ? 'now' : 'done', { title: letter.drafterName, at: writing ? null : (letter.submittedAt ?? null) }),
    ...tiers,
    station('numbering', letter.number ? (voided ? 'stopped' : 'done') : back ? 'stopped' : approvedOrLater(letter) ? 'now' : 'waiting', {
      title: letter.number ?? null,
      step: back ?? null,
      at: back?.at ?? letter.issuedAt ?? null,
    }),
    station('delivery', sent ? 'done' : letter.number && !voided ? 'now' : 'waiting', {
      at: sent ? (letter.deliveries.find((delivery) => delivery.status === 'delivered')?.at ?? null) : null,
    }),
  ]
}
