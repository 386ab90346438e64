import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Clock } from './clock.entity.js'
import { CaseClocksResolver, ClocksResolver } from './clocks.resolver.js'
import { WatchClocks } from './watch-clocks.js'

@Module({
  imports: [TypeOrmModule.forFeature([Clock])],
  providers: [ClocksResolver, CaseClocksResolver, WatchClocks],
  exports: [WatchClocks],
})
export class ClocksModule {}
