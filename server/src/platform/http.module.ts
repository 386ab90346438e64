import { Module } from '@nestjs/common'
import { Deadline } from './deadline.js'
import { HealthController } from './health.controller.js'

/** What stands around every request, whatever it asks. */
@Module({ controllers: [HealthController], providers: [Deadline], exports: [Deadline] })
export class HttpModule {}
