import { Controller, Get, Res } from '@nestjs/common'
import type { Response } from 'express'
import { DataSource } from 'typeorm'
import { Public } from './policy.js'

/** For the proxy and the operator: 200 when the database answers, 503 when not. Tells nothing else. */
@Controller('health')
export class HealthController {
  constructor(private readonly db: DataSource) {}

  @Get()
  @Public('a proxy has no session')
  async health(@Res() response: Response): Promise<void> {
    const up = await this.db.query('SELECT 1').then(
      () => true,
      () => false,
    )
    response.status(up ? 200 : 503).json({ status: up ? 'ok' : 'unavailable' })
  }
}
