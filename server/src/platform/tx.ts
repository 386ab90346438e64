import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { Viewer } from '@domain'
import { eventRow, noticeTargets, type Announcement, type NoticeFor } from './announcement.js'
import { holdersOf } from './holders-of.js'
import type { JsonObject } from './json.js'
import { PLANNED_ONCE } from './planned-once.js'

export interface JobOptions {
  /** A second job with the same key replaces the first while that one waits. */
  readonly key?: string
  readonly runAt?: Date
}

/** Attempts before a job is given up and shown to the administrators; with graphile-worker's back-off about four hours. */
export const JOB_ATTEMPTS = 10

/**
 * One business transaction. What is announced and the jobs that are added are written together in one statement at its end: after all row locks,
 * so that the events of one subject keep their order (rule 7).
 */
export class Tx {
  private readonly said: Announcement[] = []
  private readonly jobs: JsonObject[] = []
  private readonly closing = new Map<string, () => Promise<void>>()

  constructor(
    readonly manager: EntityManager,
    readonly me: Viewer,
    /** The instant of the act: the database's clock at the start of the transaction, in whole milliseconds. */
    readonly now: Date,
  ) {}

  /** Rows of a statement, whether it reads or writes with RETURNING. */
  async query<T>(sql: string, params: unknown[] = []): Promise<T[]> {
    const runner = this.manager.queryRunner
    if (!runner) throw new Error('A transaction has ended before its last statement')
    const result = await runner.query(sql, params, true)
    return result.records as T[]
  }

  /** Says what happened, once per subject. Committed with the change itself, or not at all. */
  announce(event: Announcement): Promise<void> {
    this.said.push(event)
    return Promise.resolve()
  }

  /** Adds work for after the commit: everything that speaks to the outside (rule 8). */
  job(name: string, payload: JsonObject, options: JobOptions = {}): Promise<void> {
    this.jobs.push({ name, payload, key: options.key ?? null, run_at: options.runAt?.toISOString() ?? null })
    return Promise.resolve()
  }

  /** Derives something once the steps are done, whatever of them moved it; once for each name. */
  atEnd(name: string, step: () => Promise<void>): void {
    this.closing.set(name, step)
  }

  /** Derives what was put off, then writes what was said, the jobs, and the answer kept for a repeated request. `Work` calls it, once. */
  async settle(key: string, result: JsonObject): Promise<void> {
    const events: JsonObject[] = []
    const notices: JsonObject[] = []
    for (const step of this.closing.values()) await step()
    const holders = await this.holders()
    for (const [index, said] of this.said.entries()) {
      const told = (said.notify ?? []).flatMap((notice) =>
        recipients(notice, holders, this.me.id).map((personId) => ({ personId, kind: notice.kind })),
      )
      const targets = noticeTargets(said)
      const row = eventRow(said)
      const ofEvent = told.map((notice) => ({ id: randomUUID(), ...notice }))
      events.push({ ...row, index, notify: ofEvent.length > 0 ? ofEvent : null })
      for (const { id, personId, kind } of ofEvent) {
        notices.push({
          id,
          index,
          person_id: personId,
          kind,
          case_id: row.case_id,
          letter_id: targets.letterId,
          disposition_id: targets.dispositionId,
        })
      }
    }
    const json = [events, notices, this.jobs, result].map((value) => JSON.stringify(value))
    await this.query(SETTLE, [...json, this.me.id, this.me.name, this.now, key, JOB_ATTEMPTS])
  }

  /** Whether anybody waits for the log to grow. */
  get announced(): boolean {
    return this.said.length > 0
  }

  private async holders(): Promise<Map<string, string[]>> {
    const posts = new Set(this.said.flatMap((said) => said.notify ?? []).flatMap((notice) => notice.positionIds ?? []))
    return posts.size === 0 ? new Map<string, string[]>() : holdersOf(this.manager, [...posts], this.now)
  }
}

/** The people a notice reaches, each once; nobody is told what they did themselves. */
function recipients(notice: NoticeFor, holders: Map<string, string[]>, actorId: string): string[] {
  const people = [...(notice.personIds ?? []), ...(notice.positionIds ?? []).flatMap((post) => holders.get(post) ?? [])]
  return [...new Set(people)].filter((personId) => personId !== actorId)
}

const SETTLE = `${PLANNED_ONCE}
  WITH said AS MATERIALIZED (
    SELECT nextval(pg_get_serial_sequence('event', 'id')) AS id, ordered.* FROM (
      SELECT * FROM jsonb_to_recordset($1::jsonb) AS s (
        index int, kind text, subject_type text, subject_id uuid, case_id uuid, version int, position_id uuid, position_title text,
        on_behalf_of text, before jsonb, after jsonb, detail jsonb, note text, notify jsonb
      ) ORDER BY index
    ) ordered
  ), written AS (
    INSERT INTO event (id, kind, subject_type, subject_id, case_id, version, actor_id, actor_name, position_id, position_title, on_behalf_of, at,
                       before, after, detail, note, notify)
    OVERRIDING SYSTEM VALUE
    SELECT id, kind, subject_type, subject_id, case_id, version, $5, $6, position_id, position_title, on_behalf_of, $7,
           before, after, detail, note, notify
    FROM said ORDER BY id
  ), told AS (
    INSERT INTO notice (id, person_id, kind, case_id, letter_id, disposition_id, event_id, at)
    SELECT n.id, n.person_id, n.kind, n.case_id, n.letter_id, n.disposition_id, said.id, $7
    FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, index int, person_id uuid, kind text, case_id uuid, letter_id uuid, disposition_id uuid)
    JOIN said ON said.index = n.index
    ON CONFLICT (event_id, person_id, kind) DO NOTHING
  ), answered AS (
    UPDATE request SET result = $4::jsonb WHERE person_id = $5 AND key = $8
  )
  SELECT graphile_worker.add_job(
    identifier => j.name, payload => j.payload, job_key => j.key, run_at => j.run_at, max_attempts => $9::int
  ) FROM jsonb_to_recordset($3::jsonb) AS j (name text, payload json, key text, run_at timestamptz)`
