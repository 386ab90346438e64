import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import { closePress } from '@press'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { aKey, as, browser } from '../../../test/support/as.js'
import { anOrganisation, aRegistration, type Organisation, type Worker } from '../../../test/support/casework.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { Case } from '../cases/index.js'
import { RegisterCase } from '../cases/index.js'
import { loadViewer } from '../platform/sessions/load-viewer.js'
import { dispositionSheetOf } from './disposition-sheet.js'
import { Disposition } from './disposition.entity.js'
import { AnswerDisposition, DisposeCase, HandOverCase } from './index.js'

let database: FreshDatabase
let running: RunningApp
let db: DataSource
let people: Organisation
let caseId: string

const viewer = async (who: Worker) => {
  const found = await loadViewer(db, who.id, new Date())
  if (!found) throw new Error('nobody')
  return found
}
const act = () => ({ key: aKey(), input: {} })

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  db = running.app.get(DataSource)
  people = await anOrganisation(db)
  const clerk = await viewer(people.clerk)
  caseId = (await running.app.get(RegisterCase).run(clerk, aRegistration('NETRALITAS'), act())).id
  await running.app.get(HandOverCase).run(clerk, { id: caseId, version: 1 }, 'Mohon arahan', act())
  const { version } = await db.manager.findOneByOrFail(Case, { id: caseId })
  const nothingMore = { note: null, dueOn: null }
  await running.app.get(DisposeCase).run(
    await viewer(people.chair),
    { caseId, version },
    [
      {
        toPositionId: people.head.post.id,
        kind: 'main',
        instructions: ['study_and_report', 'report_result'],
        note: 'Perhatikan tahapan',
        dueOn: null,
      },
      { toPositionId: people.head2.post.id, kind: 'copy', instructions: ['for_information'], ...nothingMore },
      { toPositionId: people.commissioner.post.id, kind: 'copy', instructions: ['respond_and_advise'], ...nothingMore },
    ],
    act(),
  )
})
afterAll(async () => {
  await running.close()
  await closePress()
  await database.drop()
})

describe.each(['receipt.pdf', 'disposition-sheet.pdf'])('%s', (paper) => {
  test('is a PDF for whoever may read the case', async () => {
    const answer = await (await as(running.url, people.clerk)).get(`/cases/${caseId}/${paper}`)
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'private, no-store' })
    expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename="[\w.-]+\.pdf"$/)
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  test('is not there for anybody else', async () => {
    expect((await (await as(running.url, people.outsider)).get(`/cases/${caseId}/${paper}`)).status).toBe(404)
    expect((await (await as(running.url, people.administrator)).get(`/cases/${caseId}/${paper}`)).status).toBe(404)
    expect((await browser(running.url).get(`/cases/${caseId}/${paper}`)).status).toBe(401)
  })
})

test('the sheet tells the tree: who asked whom for what, and how far it is', async () => {
  const theCase = await db.manager.findOneByOrFail(Case, { id: caseId })
  const sheet = await dispositionSheetOf(db, await viewer(people.chair), theCase, new Date())
  expect(sheet.branches).toMatchObject([
    {
      recipient: { name: people.chair.name, position: 'Ketua' },
      giver: { name: people.clerk.name },
      note: 'Mohon arahan',
      children: [
        {
          recipient: { name: people.head.name, position: 'Kepala Pokja I' },
          copies: ['Kepala Pokja NKK'],
          instructions: ['Pelajari dan laporkan', 'Laporkan hasilnya'],
          note: 'Perhatikan tahapan',
          state: 'Belum dibaca',
        },
        { recipient: { position: 'Komisioner (tembusan)' }, instructions: ['Tanggapan dan saran'], copies: [] },
      ],
    },
  ])
})

test('what was sent back shows a reason, what was finished a result', async () => {
  const answer = running.app.get(AnswerDisposition)
  const copyTo = async (who: Worker) => db.manager.findOneByOrFail(Disposition, { caseId, toPositionId: who.post.id, kind: 'copy' })
  await answer.sendBack(await viewer(people.head2), await copyTo(people.head2), 'Bukan wilayah kami', act())
  await answer.accept(await viewer(people.commissioner), await copyTo(people.commissioner), act())
  await answer.finish(await viewer(people.commissioner), await copyTo(people.commissioner), 'Saran disampaikan', act())
  const theCase = await db.manager.findOneByOrFail(Case, { id: caseId })
  const sheet = await dispositionSheetOf(db, await viewer(people.clerk), theCase, new Date())
  const every = (branches: typeof sheet.branches): (typeof sheet.branches)[number][] =>
    branches.flatMap((one) => [one, ...every(one.children)])
  const outcomes = every(sheet.branches).flatMap(({ outcome }) => outcome ?? [])
  expect(outcomes.sort((one, other) => (one.label < other.label ? -1 : 1))).toEqual([
    { label: 'Alasan pengembalian', text: 'Bukan wilayah kami' },
    { label: 'Hasil', text: 'Saran disampaikan' },
  ])
  expect((await (await as(running.url, people.clerk)).get(`/cases/${caseId}/disposition-sheet.pdf`)).status).toBe(200)
})
