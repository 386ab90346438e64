import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common'
import type { Response } from 'express'
import { DataSource } from 'typeorm'
import { agendaLabel, Refusal, type Viewer } from '@domain'
import { renderMinutes } from '@press'
import { OralStatement, readCase } from '../cases/index.js'
import { Me } from '../platform/me.js'
import { sendPaper } from '../platform/paper.js'
import { CheckedInside } from '../platform/policy.js'
import { HandlingStep } from './handling-step.entity.js'
import { statementPaper, stepPaper } from './minutes-paper.js'

/** Berita acara on paper, for whoever may read the case. */
@Controller()
export class MinutesController {
  constructor(private readonly db: DataSource) {}

  @Get('cases/:id/oral-statement.pdf')
  @CheckedInside('readCase')
  async statement(@Me() me: Viewer, @Param('id', ParseUUIDPipe) id: string, @Res() response: Response): Promise<void> {
    const theCase = await readCase(this.db, me, id)
    const statement = await this.db.manager.findOneBy(OralStatement, { caseId: id })
    if (!statement) throw new Refusal('access.denied')
    const paper = await statementPaper(this.db, theCase, statement)
    sendPaper(response, await renderMinutes(paper), `berita-acara-pengaduan-${agendaLabel(theCase)}.pdf`)
  }

  @Get('handling-steps/:id/minutes.pdf')
  @CheckedInside('readCase')
  async minutes(@Me() me: Viewer, @Param('id', ParseUUIDPipe) id: string, @Res() response: Response): Promise<void> {
    const step = await this.db.manager.findOneBy(HandlingStep, { id })
    if (!step) throw new Refusal('access.denied')
    const theCase = await readCase(this.db, me, step.caseId)
    const paper = await stepPaper(this.db, theCase, step)
    if (!paper) throw new Refusal('handling.step_state')
    sendPaper(response, await renderMinutes(paper), `berita-acara-${agendaLabel(theCase)}.pdf`)
  }
}
