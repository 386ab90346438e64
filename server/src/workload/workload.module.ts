import { Module } from '@nestjs/common'
import { CountsResolver } from './counts.resolver.js'
import { WorkloadChanges } from './workload-changes.js'
import { WorkloadResolver } from './workload.resolver.js'

@Module({ providers: [WorkloadResolver, CountsResolver, WorkloadChanges] })
export class WorkloadModule {}
