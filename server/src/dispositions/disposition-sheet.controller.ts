import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common'
import type { Response } from 'express'
import { DataSource } from 'typeorm'
import { agendaLabel, type Viewer } from '@domain'
import { renderDispositionSheet } from '@press'
import { readCase } from '../cases/index.js'
import { Me } from '../platform/me.js'
import { Moment } from '../platform/moment.js'
import { sendPaper } from '../platform/paper.js'
import { CheckedInside } from '../platform/policy.js'
import { dispositionSheetOf } from './disposition-sheet.js'

/** The lembar disposisi on paper, for whoever may read the case. */
@Controller('cases')
export class DispositionSheetController {
  constructor(private readonly db: DataSource) {}

  @Get(':id/disposition-sheet.pdf')
  @CheckedInside('readCase, and dispositionSheetOf for each branch')
  async sheet(@Me() me: Viewer, @Param('id', ParseUUIDPipe) id: string, @Res() response: Response): Promise<void> {
    const theCase = await readCase(this.db, me, id)
    const sheet = await dispositionSheetOf(this.db, me, theCase, await Moment.now(this.db))
    sendPaper(response, await renderDispositionSheet(sheet), `lembar-disposisi-${agendaLabel(theCase)}.pdf`)
  }
}
