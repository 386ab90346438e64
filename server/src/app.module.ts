import { Module, type DynamicModule, type Type } from '@nestjs/common'
import { AuditModule } from './audit/index.js'
import { CasesModule } from './cases/index.js'
import { ClocksModule } from './clocks/index.js'
import { DemoModule } from './demo/index.js'
import { DispositionsModule } from './dispositions/index.js'
import { FeedbackModule } from './feedback/index.js'
import { FilesModule } from './files/index.js'
import { IdentitiesModule } from './identities/index.js'
import { HandlingModule } from './handling/index.js'
import { LobbyModule } from './lobby/index.js'
import { LettersModule } from './letters/index.js'
import { MailModule } from './mail/index.js'
import { NoticesModule } from './notices/index.js'
import { OrganisationModule } from './organisation/index.js'
import { PeopleModule } from './people/index.js'
import type { Config } from './platform/config.js'
import { ConfigModule } from './platform/config.module.js'
import { ConsoleModule } from './platform/console.module.js'
import { GraphqlModule } from './platform/graphql.module.js'
import { HttpModule } from './platform/http.module.js'
import { LiveModule } from './platform/live/live.module.js'
import { PlatformModule } from './platform/platform.module.js'
import { SessionsModule } from './platform/sessions/sessions.module.js'
import { SelectionsModule } from './selections/index.js'
import { ReportsModule } from './reports/index.js'
import { RulebookModule } from './rulebook/index.js'
import { StandardsModule } from './standards/index.js'
import { TimekeepingModule } from './timekeeping/index.js'
import { VisitsModule } from './visits/index.js'
import { WorkloadModule } from './workload/index.js'

const PLATFORM = [PlatformModule, SessionsModule, ConsoleModule, HttpModule, GraphqlModule, LiveModule]

/** The features, one line each. */
export const FEATURES: readonly Type[] = [
  PeopleModule,
  OrganisationModule,
  StandardsModule,
  CasesModule,
  DispositionsModule,
  FilesModule,
  HandlingModule,
  LettersModule,
  MailModule,
  IdentitiesModule,
  ClocksModule,
  TimekeepingModule,
  RulebookModule,
  SelectionsModule,
  FeedbackModule,
  VisitsModule,
  LobbyModule,
  WorkloadModule,
  ReportsModule,
  AuditModule,
  NoticesModule,
  DemoModule,
]

/** Everything this server is made of. */
@Module({})
export class AppModule {
  static of(config: Config, more: readonly Type[] = []): DynamicModule {
    return { module: AppModule, imports: [ConfigModule.of(config), ...PLATFORM, ...FEATURES, ...more] }
  }
}
