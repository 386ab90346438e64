import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startApp, type RunningApp } from '../../../../test/support/app.js'
import { Office } from '../../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../../test/support/database.js'
import { RegistrarReads0005 } from './0005-registrar-reads.js'

let database: FreshDatabase
let running: RunningApp
let office: Office

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  office = await Office.open(running.app)
})
afterAll(async () => {
  await running.close()
  await database.drop()
})

test('branches of before the migration get the registrar of their case', async () => {
  const theCase = await office.assigned()
  const runner = office.db.createQueryRunner()
  await runner.query('ALTER TABLE disposition DROP COLUMN case_registrar_id')
  await new RegistrarReads0005().up(runner)
  const rows: { registrar: string }[] = await runner.query('SELECT case_registrar_id AS registrar FROM disposition')
  await runner.release()
  expect(rows).toEqual([theCase.registrarId, theCase.registrarId, theCase.registrarId].map((registrar) => ({ registrar })))
})
