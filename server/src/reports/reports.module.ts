import { Module } from '@nestjs/common'
import { ConformanceResolver } from './conformance.resolver.js'

/** What is counted over many cases, for those who answer for the whole. */
@Module({ providers: [ConformanceResolver] })
export class ReportsModule {}
