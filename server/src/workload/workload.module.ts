import { Module } from '@nestjs/common'
import { CountsResolver } from './counts.resolver.js'
import { DeskSumsResolver } from './desk-sums.resolver.js'
import { DeskTimeResolver } from './desk-time.resolver.js'
import { WorkloadChanges } from './workload-changes.js'
import { WorkloadResolver } from './workload.resolver.js'

@Module({ providers: [DeskSumsResolver, DeskTimeResolver, WorkloadResolver, CountsResolver, WorkloadChanges] })
export class WorkloadModule {}
