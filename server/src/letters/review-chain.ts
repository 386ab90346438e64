import { LEADERSHIP_ROLE, localDate, Refusal, STANDING_DISPOSITION_STATES, UNIT_HEAD_ROLE, type LetterKind, type Service } from '@domain'
import { firstLeaderId, type Case } from '../cases/index.js'
import { holdersOf } from '../platform/holders-of.js'
import type { Tx } from '../platform/work.js'
import { circleOf } from './circle.js'
import type { ChainTier, Letter } from './letter.entity.js'

/** How a chain names the post of a tier: the head of the case's unit, the leader who gave the case to that unit, or one fixed post by its code. */
export type TierRule = { readonly by: 'unit_head' } | { readonly by: 'leadership' } | { readonly by: 'position'; readonly code: string }

interface Post {
  readonly id: string
  readonly title: string
}

/** The chain for such letters on the day of the act, with the posts of this case filled in. Refused (`letter.chain_broken`) when a tier has no post. */
export async function chainInForce(tx: Tx, theCase: Case, kind: LetterKind): Promise<{ readonly id: string; readonly tiers: ChainTier[] }> {
  const chain = await chainOf(tx, theCase.service, kind)
  const posts: Post[] = []
  for (const rule of chain.tiers) posts.push(await postFor(tx, theCase, rule))
  const tiers = posts.map((post, index) => ({
    tier: index + 1,
    positionId: post.id,
    title: post.title,
    approves: index === posts.length - 1,
  }))
  return { id: chain.id, tiers }
}

async function chainOf(tx: Tx, service: Service, kind: LetterKind): Promise<{ id: string; tiers: TierRule[] }> {
  const [chain] = await tx.query<{ id: string; tiers: TierRule[] }>(
    `SELECT id, tiers FROM review_chain WHERE service = $1 AND letter_kind = $2 AND effective_from <= $3::date
     ORDER BY effective_from DESC, number DESC LIMIT 1`,
    [service, kind, localDate(tx.now)],
  )
  if (!chain || chain.tiers.length === 0) throw new Refusal('letter.chain_broken', { title: 'Pimpinan' })
  return chain
}

async function postFor(tx: Tx, theCase: Case, rule: TierRule): Promise<Post> {
  const [post] = await tx.query<Post>(...querying(rule, theCase))
  if (post) return post
  if (rule.by !== 'leadership')
    throw new Refusal('letter.chain_broken', { title: rule.by === 'position' ? rule.code : 'Ketua Kelompok Kerja' })
  const [leader] = await tx.query<Post>('SELECT id, title FROM "position" WHERE id = $1', [await firstLeaderId(tx)])
  if (!leader) throw new Refusal('letter.chain_broken', { title: 'Pimpinan' })
  return leader
}

function querying(rule: TierRule, theCase: Case): [sql: string, params: unknown[]] {
  switch (rule.by) {
    case 'unit_head':
      return [
        `SELECT id, title FROM "position" WHERE role = $2 AND unit_id = $1 AND closed_at IS NULL ORDER BY rank, code LIMIT 1`,
        [theCase.unitId, UNIT_HEAD_ROLE],
      ]
    case 'leadership':
      return [
        `SELECT p.id, p.title FROM disposition d JOIN "position" p ON p.id = d.from_position_id AND p.role = $4 AND p.closed_at IS NULL
         WHERE d.case_id = $1 AND d.to_unit_id = $2 AND d.kind = 'main' AND d.state = ANY ($3) ORDER BY d.sent_at DESC LIMIT 1`,
        [theCase.id, theCase.unitId, STANDING_DISPOSITION_STATES, LEADERSHIP_ROLE],
      ]
    case 'position':
      return ['SELECT id, title FROM "position" WHERE code = $1 AND closed_at IS NULL', [rule.code]]
  }
}

/**
 * Refuses (`letter.chain_broken`, with the title) a chain that nobody could walk: every tier needs a holder who did not write in the letter or another of the case, is not
 * excluded from the case, and is not the only one who could take an earlier tier (rule 24).
 */
export async function demandWalkable(tx: Tx, letter: Pick<Letter, 'authorIds'>, theCase: Case, tiers: readonly ChainTier[]): Promise<void> {
  const holders = await holdersOf(
    tx.manager,
    tiers.map((tier) => tier.positionId),
    tx.now,
  )
  const { authorIds, excludedPersonIds } = await circleOf(tx, theCase)
  const barred = new Set([...letter.authorIds, ...authorIds, ...excludedPersonIds])
  const free = tiers.map((tier) => ({ tier, people: (holders.get(tier.positionId) ?? []).filter((personId) => !barred.has(personId)) }))
  for (const [index, { tier, people }] of free.entries()) {
    const spent = new Set(free.slice(0, index).flatMap((earlier) => (earlier.people.length === 1 ? earlier.people : [])))
    if (!people.some((personId) => !spent.has(personId))) throw new Refusal('letter.chain_broken', { title: tier.title, tier: tier.tier })
  }
}
