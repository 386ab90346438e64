import { Module } from '@nestjs/common'
import { AgenciesResolver } from './agencies.resolver.js'

@Module({ providers: [AgenciesResolver] })
export class StandardsModule {}
