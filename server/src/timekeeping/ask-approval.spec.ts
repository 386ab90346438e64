import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { caseFacts, mayRead, requirementsFor, ruleRefusal, SECRECIES, type Viewer } from '@domain'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { act, Office, refusalOf } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { holds } from '../../../test/support/people.js'
import { ClockRequest } from '../clocks/clock-request.entity.js'
import { Clock } from '../clocks/clock.entity.js'
import { requestFacts } from '../clocks/index.js'
import { PauseClock } from './pause-clock.js'

let database: FreshDatabase
let running: RunningApp
let office: Office
let candidates: Viewer[]

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  office = await Office.open(running.app)
  // the Komisioner also acts in a post of the working group that nobody has
  await holds(office.db, office.people.commissioner, { id: office.people.emptyPostId }, { kind: 'plt' })
  const { head, chair, commissioner } = office.people
  candidates = await Promise.all([head, chair, commissioner].map((who) => office.viewer(who)))
})
afterAll(async () => {
  await running.close()
  await database.drop()
})

type Who = 'head' | 'chair' | 'empty'

const HANDLERS: readonly (readonly Who[])[] = [[], ['head'], ['chair', 'head'], ['empty']]
const EXCLUDED: readonly (readonly Who[])[] = [[], ['head'], ['head', 'chair']]
const ROWS = SECRECIES.flatMap((secrecy) => HANDLERS.flatMap((handlers) => EXCLUDED.map((excluded) => ({ secrecy, handlers, excluded }))))

test.each(ROWS)(
  'a request about a $secrecy case handled by $handlers, not by $excluded, lands where it may be read and answered',
  async (row) => {
    const { assistant, head, chair, commissioner, emptyPostId } = office.people
    const theCase = await office.assigned({
      service: 'NETRALITAS',
      given: { channel: 'lapor', requirements: requirementsFor('NETRALITAS', 'lapor', 'asn').map(({ code }) => ({ code, state: 'met' })) },
    })
    const postOf = { head: head.post.id, chair: chair.post.id, empty: emptyPostId }
    const personOf = { head: head.id, chair: chair.id, empty: commissioner.id }
    await office.db.query('UPDATE "case" SET secrecy = $2, handler_position_ids = $3, excluded_person_ids = $4 WHERE id = $1', [
      theCase.id,
      row.secrecy,
      [assistant.post.id, ...row.handlers.map((who) => postOf[who])],
      row.excluded.map((who) => personOf[who]),
    ])
    const clock = await office.db.manager.findOneByOrFail(Clock, { caseId: theCase.id, code: theCase.nextClockCode ?? '' })
    const me = await office.viewer(assistant)
    const refusal = await refusalOf(running.app.get(PauseClock).run(me, clock, 'agency_clarification', 'Surat sudah dikirim', act()))

    const now = await office.case(theCase.id)
    const may = (holder: Viewer, approverPositionId: string) =>
      mayRead(holder, caseFacts(now)) &&
      ruleRefusal(holder, 'approve', {
        ...requestFacts({ id: theCase.id, caseId: theCase.id, status: 'asked', askedBy: assistant.id, approverPositionId }, now),
      }) === null
    const able = candidates.flatMap((one) => one.positions.filter(({ id, role }) => role !== 'ASISTEN' && may(one, id)).map(({ id }) => id))
    if (able.length === 0) return expect(refusal).toBe('clock.no_approver')
    expect(refusal).toBeNull()
    const asked = await office.db.manager.findOneByOrFail(ClockRequest, { caseId: theCase.id })
    expect(able).toContain(asked.approverPositionId)
    const [task] = await office.db.query<{ position_id: string }[]>(
      `SELECT position_id FROM task WHERE case_id = $1 AND kind = 'approve_clock' AND closed_at IS NULL`,
      [theCase.id],
    )
    expect(task?.position_id).toBe(asked.approverPositionId)
  },
)
