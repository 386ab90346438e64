import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Refusal, type Viewer } from '@domain'
import { whereAllowedSql } from '../platform/where-allowed.js'
import type { NoticeItem, NoticePage } from './notice-item.js'

const MAX_PAGE = 100

/** One statement: the notices of a person, with the case's number and subject where the person's rules still allow the case. */
function noticesSql(viewer: Viewer, where: string, params: readonly unknown[], limit: number): [string, unknown[]] {
  const allowed = whereAllowedSql(viewer, 'read', 'Case', 'c', params.length + 2)
  const sql = `
    SELECT n.id, n.kind, n.case_id AS "caseId", n.letter_id AS "letterId", n.disposition_id AS "dispositionId", n.at, n.read_at AS "readAt",
           c.agenda_number AS "agendaNumber", c.agenda_year AS "agendaYear", c.subject, e.actor_name AS "actorName"
    FROM notice n JOIN event e ON e.id = n.event_id LEFT JOIN "case" c ON c.id = n.case_id AND ${allowed.sql}
    WHERE n.person_id = $1 AND ${where} ORDER BY n.at DESC, n.id LIMIT ${limit}`
  return [sql, [viewer.id, ...params, ...allowed.params]]
}

/** The notices of one person; nobody reads another's. */
@Injectable()
export class Notices {
  constructor(private readonly db: DataSource) {}

  async page(viewer: Viewer, first: number, after: string | null): Promise<NoticePage> {
    const size = Math.min(Math.max(first, 1), MAX_PAGE)
    const from = after === null ? null : placeOf(after)
    const [sql, params] = from
      ? noticesSql(viewer, '(n.at < $2 OR (n.at = $2 AND n.id > $3))', [from.at, from.id], size + 1)
      : noticesSql(viewer, 'true', [], size + 1)
    const found: NoticeItem[] = await this.db.query(sql, params)
    const rows = found.slice(0, size)
    const last = found.length > size ? rows.at(-1) : undefined
    return { rows, endCursor: last ? `${last.at.toISOString()} ${last.id}` : null, unread: await this.unread(viewer) }
  }

  /** How many wait to be read, counted no further than a thousand. */
  async unread(viewer: Viewer): Promise<number> {
    const [row]: { n: number }[] = await this.db.query(
      'SELECT count(*)::int AS n FROM (SELECT 1 FROM notice WHERE person_id = $1 AND read_at IS NULL LIMIT 1001) unread',
      [viewer.id],
    )
    return row?.n ?? 0
  }

  async one(viewer: Viewer, id: string): Promise<NoticeItem | null> {
    const [sql, params] = noticesSql(viewer, 'n.id = $2', [id], 1)
    const [row]: NoticeItem[] = await this.db.query(sql, params)
    return row ?? null
  }
}

/** Instants in notices are whole milliseconds, so the text of one is the instant itself. */
function placeOf(cursor: string): { at: string; id: string } {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([0-9a-f-]{36})$/.exec(cursor) ?? []
  if (at === undefined || id === undefined) throw new Refusal('request.invalid', { fields: ['after'] })
  return { at, id }
}
