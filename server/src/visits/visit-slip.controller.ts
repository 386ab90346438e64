import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common'
import type { Response } from 'express'
import { DataSource } from 'typeorm'
import { mayRead, positionsAs, Refusal, type Viewer } from '@domain'
import { renderReceipt } from '@press'
import { receiptOf } from '../cases/index.js'
import { Me } from '../platform/me.js'
import { sendPaper } from '../platform/paper.js'
import { CheckedInside } from '../platform/policy.js'
import { Visit } from './visit.entity.js'

/** The tanda terima of a visitor, with the queue number: for the counter that entered them, also after the request has gone to the unit. */
@Controller('visits')
export class VisitSlipController {
  constructor(private readonly db: DataSource) {}

  @Get(':id/receipt.pdf')
  @CheckedInside('mayRead of the visit, at the counter that entered it')
  async receipt(@Me() me: Viewer, @Param('id', ParseUUIDPipe) id: string, @Res() response: Response): Promise<void> {
    const visit = await this.db.manager.findOneBy(Visit, { id })
    const counter = positionsAs(me, 'FRONT_OFFICE', 'SEKRETARIAT').length > 0
    if (!visit || !mayRead(me, visit) || !counter || visit.caseRegistrarId !== me.id) throw new Refusal('access.denied')
    const receipt = await receiptOf(this.db, visit.caseId)
    const queue = visit.queueNumber === null ? '' : `, nomor antrean ${visit.queueNumber}`
    sendPaper(
      response,
      await renderReceipt({ ...receipt, channel: `${receipt.channel}${queue}` }),
      `tanda-terima-antrean-${visit.queueNumber ?? 'virtual'}.pdf`,
    )
  }
}
