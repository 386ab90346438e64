import { Global, Module, type DynamicModule } from '@nestjs/common'
import type { Config } from './config.js'
import { Vault } from './vault.js'

export type { Config } from './config.js'

/** Token of the one Config: `@Inject(CONFIG) private readonly config: Config`. */
export const CONFIG = Symbol('CONFIG')

/** Whether the server executes documents that the console build does not contain. Tests only. */
export const opensDocuments = (config: Config): boolean => config.mode === 'test'

/** The configuration and the keys made from it, for every module. */
@Global()
@Module({})
export class ConfigModule {
  static of(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Vault, useFactory: () => new Vault(config.identityKey) },
      ],
      exports: [CONFIG, Vault],
    }
  }
}
