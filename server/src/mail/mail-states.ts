import { openTask, registryUnitId } from '../cases/index.js'
import { openLetter, registryPosts } from '../letters/index.js'
import type { Tx } from '../platform/work.js'
import { announceDelivery, lockDelivery, proveDelivery, setDelivery } from './delivery-states.js'
import type { SmtpOutcome } from './smtp.js'

/** Longer than the longest an attempt can take. */
const LEASE_MS = 5 * 60_000
/** Attempts at a server that cannot be reached or says "later", over about four hours. */
const ATTEMPTS = 9

interface MailRow {
  readonly delivery_id: string | null
  readonly letter_id: string | null
  readonly attempts: number
  readonly confidential: boolean
  readonly to_hidden?: boolean
}

/** Takes a waiting mail for this node, for as long as the lease lasts; false when it no longer waits. */
export async function claimMail(tx: Tx, mailId: string): Promise<boolean> {
  const leaseUntil = new Date(tx.now.getTime() + LEASE_MS)
  const [claimed] = await tx.query<MailRow>(
    `UPDATE mail SET status = 'sending', attempts = attempts + 1, lease_until = $2 WHERE id = $1 AND status = 'pending' RETURNING delivery_id, letter_id, attempts, confidential`,
    [mailId, leaseUntil],
  )
  if (!claimed) return false
  await tx.query(`UPDATE delivery SET status = 'sending', version = version + 1 WHERE id = $1 AND status = 'pending'`, [
    claimed.delivery_id,
  ])
  await tx.job('mail.watch', { mailId }, { key: `watch-${mailId}`, runAt: new Date(leaseUntil.getTime() + 1000) })
  return true
}

/** Writes down how an attempt ended, on the mail and on the delivery it serves. */
export async function settleMail(tx: Tx, mailId: string, outcome: SmtpOutcome, local: boolean): Promise<void> {
  const [found] = await tx.query<MailRow>('SELECT delivery_id, letter_id, attempts, confidential, to_hidden FROM mail WHERE id = $1', [
    mailId,
  ])
  if (!found) throw new Error('A mail has vanished')
  // A mail server repeats the address it refuses.
  const reason = found.to_hidden && outcome.reason ? 'The mail server did not take it; its words would name the reporter' : outcome.reason
  const state = outcome.state === 'retry' ? (found.attempts < ATTEMPTS ? 'pending' : 'failed') : outcome.state
  if (found.delivery_id && found.letter_id) await settleDelivery(tx, found.delivery_id, found.letter_id, state, reason, found.confidential)
  const [settled] = await tx.query(
    `UPDATE mail SET status = $2, last_error = $3, lease_until = NULL, sent_at = CASE WHEN $2 = 'sent' THEN $4::timestamptz END, kept_locally = $5
     WHERE id = $1 AND status = 'sending' RETURNING id`,
    [mailId, state, reason, tx.now, local],
  )
  if (settled && state === 'pending')
    await tx.job('mail.send', { mailId }, { runAt: new Date(tx.now.getTime() + pauseAfter(found.attempts)) })
}

/** 30 seconds, then twice as long each time, at most an hour. */
const pauseAfter = (attempts: number): number => Math.min(30_000 * 2 ** (attempts - 1), 3_600_000)

type Settled = 'sent' | 'pending' | 'failed' | 'uncertain'

async function settleDelivery(
  tx: Tx,
  deliveryId: string,
  letterId: string,
  state: Settled,
  reason: string | null,
  confidential: boolean,
): Promise<void> {
  const open = await openLetter(tx, letterId, null)
  const delivery = await lockDelivery(tx, deliveryId)
  if (delivery.status !== 'sending') return
  if (state === 'sent' && !confidential) return proveDelivery(tx, open, delivery, null)
  await setDelivery(tx, delivery, state, reason)
  if (state === 'pending') return
  const unitId = await registryUnitId(tx)
  await openTask(tx, open.theCase, 'deliver', { unitId }, { letterId })
  const notify = state === 'sent' ? {} : { notify: [{ positionIds: await registryPosts(tx, unitId), kind: `delivery.${state}` }] }
  await announceDelivery(tx, open, delivery, { position: null, ...notify })
}
