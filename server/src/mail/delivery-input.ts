import { Field, InputType } from '@nestjs/graphql'
import { localDate, parseLocalDate, Refusal, type DeliveryMethod } from '@domain'
import { DeliveryMethodEnum } from '../platform/enums.js'
import { LocalDateScalar } from '../platform/local-date.js'
import { demandEmail } from './addresses.js'

/** How a letter is brought to its addressee. Handing it over needs the name and the date of the receipt at once. */
@InputType()
export class DeliveryInput {
  @Field(() => DeliveryMethodEnum) method: DeliveryMethod
  @Field() recipientName: string
  @Field(() => String, { nullable: true, description: 'Left out, a letter by e-mail goes to the address a sealed reporter gave' })
  email?: string | null
  @Field(() => String, { nullable: true }) courier?: string | null
  @Field(() => String, { nullable: true }) trackingNumber?: string | null
  @Field(() => String, { nullable: true }) receiptName?: string | null
  @Field(() => LocalDateScalar, { nullable: true }) receiptOn?: string | null
  @Field(() => String, { nullable: true }) note?: string | null
}

/** A delivery as it will be recorded; the e-mail address is kept apart, because it is sealed. */
export interface DeliveryEntry {
  readonly method: DeliveryMethod
  readonly recipientName: string
  readonly email: string | null
  readonly courier: string | null
  readonly trackingNumber: string | null
  readonly receiptName: string | null
  readonly receiptOn: string | null
  readonly note: string | null
}

const LONGEST = 200

export const said = (text: string | null | undefined): string | null =>
  text
    ?.replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST) || null

/** The receipt that proves a delivery: who took the letter and on which Jakarta day, not before it was issued and not in the future. */
export function demandReceipt(
  name: string | null | undefined,
  on: string | null | undefined,
  issuedAt: Date,
  now: Date,
): { receiptName: string; receiptOn: string } {
  const receiptName = said(name)
  if (!receiptName || !on || parseLocalDate(on) === null)
    throw new Refusal('delivery.proof_missing', { fields: ['receiptName', 'receiptOn'] })
  if (on < localDate(issuedAt) || on > localDate(now)) throw new Refusal('request.invalid', { fields: ['receiptOn'] })
  return { receiptName, receiptOn: on }
}

/** Checks what the method needs: an address for e-mail, a receipt for the hand. */
export function demandDelivery(input: DeliveryInput, issuedAt: Date, now: Date, toReporter = false): DeliveryEntry {
  const recipientName = said(input.recipientName)
  if (!recipientName) throw new Refusal('delivery.recipient_missing', { fields: ['recipientName'] })
  if (input.method === 'email' && !said(input.email) && !toReporter) throw new Refusal('delivery.recipient_missing', { fields: ['email'] })
  const receipt =
    input.method === 'hand' ? demandReceipt(input.receiptName, input.receiptOn, issuedAt, now) : { receiptName: null, receiptOn: null }
  return {
    method: input.method,
    recipientName,
    email: input.method === 'email' && !toReporter ? demandEmail(input.email ?? '') : null,
    courier: input.method === 'courier' ? said(input.courier) : null,
    trackingNumber: input.method === 'courier' ? said(input.trackingNumber) : null,
    ...receipt,
    note: said(input.note),
  }
}
