export const DELIVERY_METHODS = ['email', 'courier', 'hand'] as const
export type DeliveryMethod = (typeof DELIVERY_METHODS)[number]

/**
 * E-mail: pending, sending, then sent (the server took it), uncertain (the line broke after the text: a person decides, it is never sent again by
 * itself) or failed. Courier: sent until the receipt comes. `delivered` needs proof: for e-mail the server's acceptance, for courier and hand a receipt.
 */
export const DELIVERY_STATUSES = ['pending', 'sending', 'sent', 'uncertain', 'failed', 'delivered'] as const
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

/** A letter counts as delivered when one of its deliveries has reached this. */
export const PROVEN: readonly DeliveryStatus[] = ['delivered']
