import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common'
import type { Response } from 'express'
import { DataSource } from 'typeorm'
import { agendaLabel, type Viewer } from '@domain'
import { renderClockSheet } from '@press'
import { readCase } from '../cases/index.js'
import { clockSheetOf } from '../clocks/index.js'
import { Me } from '../platform/me.js'
import { Moment } from '../platform/moment.js'
import { sendPaper } from '../platform/paper.js'
import { CheckedInside } from '../platform/policy.js'

/** The uraian jangka waktu of a case on paper, for whoever may read the case. */
@Controller('cases')
export class ClockSheetController {
  constructor(private readonly db: DataSource) {}

  @Get(':id/clocks.pdf')
  @CheckedInside('readCase')
  async sheet(@Me() me: Viewer, @Param('id', ParseUUIDPipe) id: string, @Res() response: Response): Promise<void> {
    const theCase = await readCase(this.db, me, id)
    const sheet = await clockSheetOf(this.db, theCase, await Moment.now(this.db))
    sendPaper(response, await renderClockSheet(sheet), `uraian-jangka-waktu-${agendaLabel(theCase)}.pdf`)
  }
}
