import { Module } from '@nestjs/common'
import { TrailResolver } from './trail.resolver.js'

@Module({ providers: [TrailResolver] })
export class AuditModule {}
