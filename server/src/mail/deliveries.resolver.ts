import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { DataSource, In } from 'typeorm'
import { mayRead, type DeliveryStatus, type Viewer } from '@domain'
import { readLetter } from '../letters/index.js'
import { Letter } from '../letters/letter.entity.js'
import { DeliveryStatusEnum } from '../platform/enums.js'
import { grouped, type Batch, type Loaders } from '../platform/loaders.js'
import { LocalDateScalar } from '../platform/local-date.js'
import { Load, Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { Vault } from '../platform/vault.js'
import { DeliverLetter } from './deliver-letter.js'
import { DeliveryInput } from './delivery-input.js'
import { Delivery } from './delivery.entity.js'
import { deliveryPlace } from './mail.entity.js'
import { MailReceipt } from './mail-receipt.js'
import { ProveDelivery } from './prove-delivery.js'

const ID_ARG = { type: () => ID }

const deliveriesOf: Batch<string, Delivery[]> = async (letterIds, { db, viewer }) => {
  const letters = await db.manager.findBy(Letter, { id: In([...letterIds]) })
  const readable = letters.filter((letter) => mayRead(viewer, letter)).map(({ id }) => id)
  const rows = await db.manager.find(Delivery, { where: { letterId: In(readable) }, order: { at: 'DESC' } })
  return grouped(letterIds, rows, (row) => row.letterId)
}

/** `Letter.deliveries`, last first, and what the Sekretariat does with them. */
@Resolver(() => Letter)
export class DeliveriesResolver {
  constructor(
    private readonly db: DataSource,
    private readonly deliver: DeliverLetter,
    private readonly prove: ProveDelivery,
    private readonly receipt: MailReceipt,
  ) {}

  @ResolveField(() => [Delivery])
  @CheckedInside('deliveriesOf')
  deliveries(@Parent() letter: Letter, @Load() loaders: Loaders): Promise<Delivery[]> {
    return loaders.of(deliveriesOf).load(letter.id)
  }

  @Mutation(() => Letter)
  @CheckedInside('DeliverLetter')
  async deliverLetter(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('input') input: DeliveryInput,
    @Args('key') key: string,
  ): Promise<Letter> {
    await this.deliver.run(me, { id, version }, input, { key, input: { id, version, input } })
    return readLetter(this.db, me, id)
  }

  @Mutation(() => Letter)
  @CheckedInside('ProveDelivery.receipt')
  async recordReceipt(
    @Me() me: Viewer,
    @Args('deliveryId', ID_ARG) deliveryId: string,
    @Args('receiptName') receiptName: string,
    @Args('receiptOn', { type: () => LocalDateScalar }) receiptOn: string,
    @Args('key') key: string,
    @Args('note', { nullable: true, type: () => String }) note?: string | null,
  ): Promise<Letter> {
    const receipt = { receiptName, receiptOn, note: note ?? null }
    const { id } = await this.prove.receipt(me, deliveryId, receipt, { key, input: { deliveryId, ...receipt } })
    return readLetter(this.db, me, id)
  }

  @Mutation(() => Letter)
  @CheckedInside('ProveDelivery.resolve')
  async resolveDelivery(
    @Me() me: Viewer,
    @Args('deliveryId', ID_ARG) deliveryId: string,
    @Args('outcome', { type: () => DeliveryStatusEnum }) outcome: DeliveryStatus,
    @Args('note') note: string,
    @Args('key') key: string,
  ): Promise<Letter> {
    const { id } = await this.prove.resolve(me, deliveryId, outcome, note, { key, input: { deliveryId, outcome, note } })
    return readLetter(this.db, me, id)
  }

  @Mutation(() => Boolean)
  @CheckedInside('MailReceipt')
  async mailReceipt(
    @Me() me: Viewer,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('email') email: string,
    @Args('key') key: string,
  ): Promise<boolean> {
    await this.receipt.run(me, caseId, email, { key, input: { caseId, email } })
    return true
  }
}

/** The sealed address of a delivery, opened for whoever may read the letter. */
@Resolver(() => Delivery)
export class DeliveryEmailResolver {
  constructor(private readonly vault: Vault) {}

  @ResolveField(() => String, { nullable: true })
  @CheckedInside('deliveriesOf')
  email(@Parent() delivery: Delivery): string | null {
    return delivery.emailSealed === null || delivery.emailHidden ? null : this.vault.open(deliveryPlace(delivery.id), delivery.emailSealed)
  }
}
