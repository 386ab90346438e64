import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { ClockChanges } from './clock-changes.js'
import { ClockRequest } from './clock-request.entity.js'
import { Clock } from './clock.entity.js'
import { CaseClocksResolver, ClocksResolver } from './clocks.resolver.js'
import { Escalation } from './escalation.entity.js'
import { WatchClocks } from './watch-clocks.js'

@Module({
  imports: [TypeOrmModule.forFeature([Clock, ClockRequest, Escalation])],
  providers: [ClocksResolver, CaseClocksResolver, ClockChanges, WatchClocks],
  exports: [WatchClocks],
})
export class ClocksModule {}
