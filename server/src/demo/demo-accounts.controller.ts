import { Controller, Get, Inject } from '@nestjs/common'
import { CONFIG, type Config } from '../platform/config.module.js'
import { Public } from '../platform/policy.js'
import { printedAccounts } from './demo-organisation.js'

/** The accounts of the demonstration, for the sign-in page to offer. Outside the demonstration there are none. */
@Controller('demo-accounts.json')
export class DemoAccountsController {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'mode'>) {}

  @Get()
  @Public('the demonstration prints the same accounts at its first start')
  accounts(): ReturnType<typeof printedAccounts> {
    return this.config.mode === 'demo' ? printedAccounts() : []
  }
}
