export const DELIVERY_METHODS = ['email', 'courier', 'hand'] as const
export type DeliveryMethod = (typeof DELIVERY_METHODS)[number]

/**
 * E-mail: pending, sending, then sent (the server took it), uncertain (the line broke after the text: a person decides, it is never sent again by
 * itself) or failed. Courier: sent until the receipt comes. `delivered` needs proof: for e-mail the server's acceptance, for courier and hand a receipt.
 */
export const DELIVERY_STATUSES = ['pending', 'sending', 'sent', 'uncertain', 'failed', 'delivered'] as const
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

/**
 * What a person may decide about a mail nobody knows the fate of, and about one that was refused: it arrived, it did not, or it is sent once more.
 * States without an entry are not for people to settle.
 */
export const DELIVERY_OUTCOMES = { uncertain: ['delivered', 'failed', 'pending'], failed: ['pending'] } as const satisfies Partial<
  Record<DeliveryStatus, readonly DeliveryStatus[]>
>
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)['uncertain'][number]

/**
 * The outcomes a person may choose for a delivery as it stands; none when there is nothing to settle. What a courier lost is known by asking: it did not
 * arrive, and goes out again as a new delivery.
 */
export function outcomesOf({
  method,
  status,
}: {
  readonly method: DeliveryMethod
  readonly status: DeliveryStatus
}): readonly DeliveryOutcome[] {
  if (method === 'courier') return status === 'sent' ? ['failed'] : []
  return status === 'uncertain' || status === 'failed' ? DELIVERY_OUTCOMES[status] : []
}

/** Whether a delivery waits for the hand that takes it: paper on its way, or a confidential letter that was only announced by e-mail. */
export const awaitsReceipt = (status: DeliveryStatus): boolean => status === 'sent'

/** States in which an e-mail may still reach somebody: a second attempt beside it could deliver the letter twice. */
export const OPEN_DELIVERY_STATUSES: readonly DeliveryStatus[] = ['pending', 'sending', 'uncertain']
