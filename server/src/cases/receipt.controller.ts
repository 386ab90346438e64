import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common'
import type { Response } from 'express'
import { DataSource } from 'typeorm'
import { agendaLabel, type Viewer } from '@domain'
import { renderReceipt } from '@press'
import { Me } from '../platform/me.js'
import { sendPaper } from '../platform/paper.js'
import { CheckedInside } from '../platform/policy.js'
import { readCase } from './case-reader.js'
import { receiptOf } from './receipt.js'

/** The tanda terima on paper, for whoever may read the case. */
@Controller('cases')
export class ReceiptController {
  constructor(private readonly db: DataSource) {}

  @Get(':id/receipt.pdf')
  @CheckedInside('readCase')
  async receipt(@Me() me: Viewer, @Param('id', ParseUUIDPipe) id: string, @Res() response: Response): Promise<void> {
    const theCase = await readCase(this.db, me, id)
    sendPaper(response, await renderReceipt(await receiptOf(this.db, id)), `tanda-terima-${agendaLabel(theCase)}.pdf`)
  }
}
