import { Module, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { AgenciesResolver } from './agencies.resolver.js'
import { installReference } from './install-reference.js'

/** Agencies, calendars, standards and review chains; what is missing is installed at every start. */
@Module({ providers: [AgenciesResolver] })
export class StandardsModule implements OnModuleInit {
  constructor(private readonly db: DataSource) {}

  onModuleInit(): Promise<void> {
    return installReference(this.db)
  }
}
