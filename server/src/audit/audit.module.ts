import { Module } from '@nestjs/common'
import { AnchorTrail } from './anchor-trail.js'
import { TrailResolver } from './trail.resolver.js'

@Module({ providers: [TrailResolver, AnchorTrail] })
export class AuditModule {}
