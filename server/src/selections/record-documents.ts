import { Injectable } from '@nestjs/common'
import {
  caseFacts,
  isStageCheck,
  isStageDocument,
  OPEN_REQUEST_STATES,
  Refusal,
  requestAfter,
  STAGE_RULES,
  TERMINAL_STAGES,
  type HeldPosition,
  type SelectionStage,
  type Viewer,
} from '@domain'
import { Case } from '../cases/index.js'
import { pauseClocks, resumeClocks, saveNearest, startClocks } from '../clocks/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { keepChange, openForChange, type OpenSelectionRow, type Target } from './open-for-change.js'
import { isCompleteWithPapers, REQUEST_COLUMNS, REQUEST_FROM, STAGE_PAPERS, toRequest, type SelectionRequest } from './request.js'
import type { Selection } from './selection.entity.js'
import { typed } from './typed.js'

export interface DocumentLine {
  readonly code: string
  readonly received: boolean
  readonly note?: string | null
}

export interface CheckLine {
  readonly code: string
  readonly met: boolean
  readonly note?: string | null
}

export interface Received {
  readonly documents: readonly DocumentLine[]
  /** The request with which the papers came; its clock starts when its file is complete. Null for papers that answer no request. */
  readonly caseId: string | null
  /** Requirements of the standard's checklist that have been met since the request was registered. */
  readonly requirementsMet: readonly string[]
}

/**
 * What the agency has sent for the stage, and what was found in it. A complete file starts the five working days (Standar Pelayanan JPT, Waktu
 * Penyelesaian: "setelah surat permohonan diterima secara lengkap").
 */
@Injectable()
export class RecordDocuments {
  constructor(private readonly work: Work) {}

  run(me: Viewer, target: Target, received: Received, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'recordSelectionDocuments', attempt, async (tx) => {
      const theCase = received.caseId ? await lockCaseOf(tx, target.id, received.caseId) : null
      const open = await openForChange(tx, target, 'receive')
      const { selection } = open
      if (received.documents.some((line) => !isStageDocument(selection.stage, line.code))) {
        throw new Refusal('request.invalid', { fields: ['documents'] })
      }
      for (const line of received.documents) await writeDocument(tx, selection, line)
      if (theCase === null) await demandNoOpenRequest(tx, selection)
      const missing = await missingDocuments(tx, selection)
      const state = theCase ? await this.judge(tx, open, theCase, received.requirementsMet, missing) : null
      return keepChange(tx, open, 'selection.documents_recorded', {
        detail: { caseId: theCase?.id ?? null, missing, request: state },
      })
    })
  }

  /** Notes what the checks of the stage found; a finding needs its reason. */
  checks(me: Viewer, target: Target, lines: readonly CheckLine[], attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'recordSelectionChecks', attempt, async (tx) => {
      const open = await openForChange(tx, target, 'check')
      const { id, stage } = open.selection
      const wrong = lines.filter((line) => !isStageCheck(stage, line.code) || (!line.met && !line.note?.trim()))
      if (lines.length === 0 || wrong.length > 0)
        throw new Refusal('request.invalid', { fields: wrong.map((line) => `checks.${line.code}`) })
      for (const line of lines) {
        await tx.query(
          `INSERT INTO selection_check (selection_id, stage, code, met, note, checked_at, checked_by_name) VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT (selection_id, stage, code) DO UPDATE SET met = $4, note = $5, checked_at = $6, checked_by_name = $7`,
          [id, stage, line.code, line.met, typed(line.note, `checks.${line.code}`, 2000), tx.now, me.name],
        )
      }
      return keepChange(tx, open, 'selection.checks_recorded', {
        detail: {
          met: lines.filter((line) => line.met).map((line) => line.code),
          found: lines.filter((line) => !line.met).map((line) => line.code),
        },
      })
    })
  }

  /**
   * How far the file of the request is now. The first time it is complete the case is, and its clock starts; a paper that turns out to be missing after that
   * lets the clock stand still until the file is complete again.
   */
  private async judge(
    tx: Tx,
    { selection, post }: OpenSelectionRow,
    theCase: Case,
    met: readonly string[],
    missing: readonly string[],
  ): Promise<string> {
    const papersThere = missing.length === 0
    const request = await currentRequest(tx, selection, theCase.id)
    await fulfil(tx, theCase.id, [...met, ...(papersThere ? [STAGE_PAPERS] : [])], request)
    const { checklist } = await currentRequest(tx, selection, theCase.id)
    const complete = papersThere && isCompleteWithPapers({ ...request, checklist })
    const state = requestAfter(request.state, complete ? 'find_complete' : 'find_incomplete')
    await tx.query(
      'UPDATE selection_request SET state = $2, completed_at = CASE WHEN $2 = $4 THEN coalesce(completed_at, $3) ELSE completed_at END WHERE id = $1',
      [request.id, state, tx.now, 'complete'],
    )
    if (TERMINAL_STAGES.includes(theCase.stage)) return state
    if (!theCase.completeAt) {
      if (complete) await beginPromise(tx, theCase, post)
    } else await (complete ? goOn(tx, theCase, post) : waitForPapers(tx, theCase, post, selection.stage, missing))
    return state
  }
}

/** While the stage has a request that waits, its papers are recorded with it: its clock depends on them. */
async function demandNoOpenRequest(tx: Tx, { id, stage }: Selection): Promise<void> {
  const open = await tx.query('SELECT FROM selection_request WHERE selection_id = $1 AND stage = $2 AND state = ANY ($3)', [
    id,
    stage,
    OPEN_REQUEST_STATES,
  ])
  if (open.length > 0) throw new Refusal('request.invalid', { fields: ['caseId'] })
}

/** The case comes before its selection in the order of locks; one that does not belong to it is not touched. */
async function lockCaseOf(tx: Tx, selectionId: string, caseId: string): Promise<Case> {
  const rows = await tx.query('SELECT FROM selection_request WHERE selection_id = $1 AND case_id = $2', [selectionId, caseId])
  if (rows.length === 0) throw new Refusal('access.denied')
  return findForUpdate(tx, Case, caseId, null)
}

/** The file of the case is complete from now on: its promise begins to run. */
async function beginPromise(tx: Tx, theCase: Case, post: HeldPosition | null): Promise<void> {
  const before = caseFacts(theCase)
  theCase.completeAt = tx.now
  await startClocks(tx, theCase, 'complete', tx.now)
  await saveVersioned(tx, theCase)
  await tx.announce({
    kind: 'case.completed',
    subject: { __typename: 'Case', id: theCase.id },
    version: theCase.version,
    before,
    after: caseFacts(theCase),
    position: post,
    notify: [{ positionIds: theCase.holderPositionId ? [theCase.holderPositionId] : [], kind: 'case.completed' }],
  })
}

/** The promise counts from a complete file: while a paper is missing its clock stands still, and its ledger says which. */
async function waitForPapers(
  tx: Tx,
  theCase: Case,
  post: HeldPosition | null,
  stage: SelectionStage,
  missing: readonly string[],
): Promise<void> {
  if (missing.length > 0) {
    await tx.query(`UPDATE requirement_check SET state = 'missing' WHERE case_id = $1 AND code = $2`, [theCase.id, STAGE_PAPERS])
  }
  const papers = STAGE_RULES[stage].documents.filter(({ code }) => missing.includes(code)).map(({ text }) => text.id)
  const note = papers.length > 0 ? `Berkas belum lengkap: ${papers.join('; ')}` : 'Persyaratan permohonan belum lengkap'
  if ((await pauseClocks(tx, theCase, 'applicant_completion', note, post)) > 0) await saveNearest(tx, theCase)
}

/** The file is complete again. */
async function goOn(tx: Tx, theCase: Case, post: HeldPosition | null): Promise<void> {
  if ((await resumeClocks(tx, theCase, 'applicant_completion', 'Berkas lengkap', post)) > 0) await saveNearest(tx, theCase)
}

const writeDocument = (tx: Tx, { id, stage }: Selection, { code, received, note }: DocumentLine): Promise<unknown> =>
  tx.query(
    `INSERT INTO selection_document (selection_id, stage, code, state, note, recorded_at, recorded_by_name) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (selection_id, stage, code) DO UPDATE SET state = $4, note = $5, recorded_at = $6, recorded_by_name = $7`,
    [id, stage, code, received ? 'received' : 'missing', typed(note, `documents.${code}`, 1000), tx.now, tx.me.name],
  )

async function missingDocuments(tx: Tx, { id, stage }: { id: string; stage: SelectionStage }): Promise<string[]> {
  const rows = await tx.query<{ code: string }>(
    `SELECT code FROM selection_document WHERE selection_id = $1 AND stage = $2 AND state = 'received'`,
    [id, stage],
  )
  return STAGE_RULES[stage].documents.map(({ code }) => code).filter((code) => !rows.some((row) => row.code === code))
}

async function currentRequest(tx: Tx, { id, stage }: Selection, caseId: string): Promise<SelectionRequest> {
  const [row] = await tx.query<{ standardVersionId: string }>(
    `SELECT ${REQUEST_COLUMNS} FROM ${REQUEST_FROM} WHERE r.selection_id = $1 AND r.case_id = $2 AND r.stage = $3`,
    [id, caseId, stage],
  )
  if (!row) throw new Refusal('request.invalid', { fields: ['caseId'] })
  return toRequest(tx, row)
}

/** The checklist of the case says what has been met since. */
async function fulfil(tx: Tx, caseId: string, codes: readonly string[], request: SelectionRequest): Promise<void> {
  if (
    codes.some(
      (code) =>
        code !== STAGE_PAPERS && !request.missingRequirements.includes(code) && !request.checklist.some((line) => line.code === code),
    )
  ) {
    throw new Refusal('request.invalid', { fields: ['requirementsMet'] })
  }
  for (const code of new Set(codes)) {
    await tx.query(
      `INSERT INTO requirement_check (id, case_id, code, state) VALUES (gen_random_uuid(), $1, $2, 'met')
       ON CONFLICT (case_id, code) DO UPDATE SET state = 'met'`,
      [caseId, code],
    )
  }
}
