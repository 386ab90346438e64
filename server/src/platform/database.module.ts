import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import type { DataSourceOptions } from 'typeorm'
import type { Config } from './config.js'
import { CONFIG } from './config.module.js'
import { SnakeNaming } from './naming.js'
import { PlanningClient } from './planned-once.js'

/** Connections of one node for requests; the keeper, the listener and the jobs have their own. */
const POOL_SIZE = 12

/**
 * Set on every connection (rule 6). Parallel workers cost more than they save on lists of fifty rows. The rows that lists touch are in memory or on
 * storage without a moving head; at the default of 4 the planner reads whole tables to avoid what an index would give.
 */
const SESSION = {
  lock_timeout: '3s',
  statement_timeout: '10s',
  idle_in_transaction_session_timeout: '10s',
  max_parallel_workers_per_gather: '0',
  random_page_cost: '1.1',
  TimeZone: 'UTC',
}

/** How the product speaks to PostgreSQL. The schema comes from migrations, never from entities. */
export const databaseOptions = (url: string, poolSize = POOL_SIZE): DataSourceOptions => ({
  type: 'postgres',
  url,
  poolSize,
  namingStrategy: new SnakeNaming(),
  uuidExtension: 'pgcrypto',
  synchronize: false,
  migrationsRun: false,
  installExtensions: false,
  applicationName: 'tanggap',
  extra: {
    Client: PlanningClient,
    options: Object.entries(SESSION)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  },
})

/** The DataSource of this node, with the entities of every feature that was imported. */
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({ ...databaseOptions(config.databaseUrl), autoLoadEntities: true, retryAttempts: 0 }),
    }),
  ],
})
export class DatabaseModule {}
