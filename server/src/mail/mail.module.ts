import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { LeakGuard } from '../cases/index.js'
import { BlobStore } from '../files/index.js'
import { ComposeMail } from './compose-mail.js'
import { ConfirmProcessing } from './confirm-processing.js'
import { DeliverLetter } from './deliver-letter.js'
import { DeliveriesResolver, DeliveryEmailResolver } from './deliveries.resolver.js'
import { Delivery } from './delivery.entity.js'
import { MailReceipt } from './mail-receipt.js'
import { Mail } from './mail.entity.js'
import { OutboxResolver } from './outbox.resolver.js'
import { ProveDelivery } from './prove-delivery.js'
import { SendMail } from './send-mail.js'
import { TellEscalation } from './tell-escalation.js'

const ACTS = [DeliverLetter, ProveDelivery, MailReceipt, ConfirmProcessing, SendMail, TellEscalation]

@Module({
  imports: [TypeOrmModule.forFeature([Delivery, Mail])],
  providers: [...ACTS, ComposeMail, BlobStore, LeakGuard, DeliveriesResolver, DeliveryEmailResolver, OutboxResolver],
  exports: ACTS,
})
export class MailModule {}
