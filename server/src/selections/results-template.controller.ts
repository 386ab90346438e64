import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common'
import type { Response } from 'express'
import { DataSource } from 'typeorm'
import { COMPONENTS, Refusal, RESULT_COLUMNS, RESULT_HEADINGS, ruleRefusal, safeCsv, type Viewer } from '@domain'
import { Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { participantsIn } from './participants.js'
import { readSelection } from './read-selection.js'

interface Line {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly score: string | null
  readonly rank: number | null
  readonly proceeds: boolean | null
}

const heading = RESULT_COLUMNS.filter((column) => column !== 'nip').map((column) => RESULT_HEADINGS[column][0] ?? column)

/** The table of a component as CSV: who takes part, and the scores that are there. It is what the import reads back. */
@Controller('selections')
export class ResultsTemplateController {
  constructor(private readonly db: DataSource) {}

  @Get(':id/posts/:postId/:component.csv')
  @CheckedInside('readSelection, and read_results of the rules')
  async table(
    @Me() me: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('postId', ParseUUIDPipe) postId: string,
    @Param('component') part: string,
    @Res() response: Response,
  ): Promise<void> {
    const component = COMPONENTS.find((one) => one === part)
    if (!component) throw new Refusal('access.denied')
    const selection = await readSelection(this.db, me, id)
    if (ruleRefusal(me, 'read_results', selection)) throw new Refusal('access.denied')
    const taking = (await participantsIn(this.db, id, postId, component)).map((one) => one.candidateId)
    const lines = await this.db.query<Line[]>(
      `SELECT c.id, c.number, c.name, s.score::text AS score, s.rank, s.proceeds FROM candidate c
       LEFT JOIN candidate_score s ON s.candidate_id = c.id AND s.component = $2 WHERE c.id = ANY ($1) ORDER BY coalesce(s.rank, c.number)`,
      [taking, component],
    )
    const rows = lines.map(({ number, name, score, rank, proceeds }) => [
      ...[String(number), name, score ?? '', rank === null ? '' : String(rank)],
      proceeds === null ? '' : proceeds ? 'Ya' : 'Tidak',
    ])
    response
      .set({
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="hasil-${component}.csv"`,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      })
      .send(`\ufeff${safeCsv([heading, ...rows])}`)
  }
}
