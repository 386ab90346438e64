import { Controller, Get, Inject, Res } from '@nestjs/common'
import type { Response } from 'express'
import { CONFIG, type Config } from '../platform/config.module.js'
import { Public } from '../platform/policy.js'
import { printedAccounts } from './demo-organisation.js'

/** The accounts of the demonstration, for the sign-in page to offer. Outside the demonstration there is no such address. */
@Controller('demo-accounts.json')
export class DemoAccountsController {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'mode'>) {}

  @Get()
  @Public('the demonstration prints the same accounts at its first start')
  accounts(@Res() response: Response): void {
    if (this.config.mode === 'demo') response.json(printedAccounts())
    else response.status(404).json({ code: 'access.denied', detail: {} })
  }
}
