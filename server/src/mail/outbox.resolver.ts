import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { Refusal, type DeliveryStatus, type Viewer } from '@domain'
import { DeliveryStatusEnum } from '../platform/enums.js'
import { Me } from '../platform/me.js'
import { MAX_PAGE } from '../platform/merged-page.js'
import { AllowArea } from '../platform/policy.js'
import { Vault } from '../platform/vault.js'
import { whereAllowedSql } from '../platform/where-allowed.js'
import { maskedEmail } from './addresses.js'
import { mailPlace, type MailStatus } from './mail.entity.js'

/** One mail of the outbox. Whoever may not read its case sees that it went out, not to whom nor what it says. */
@ObjectType('Mail')
@AllowArea('outbox')
export class OutboxMail {
  @Field(() => ID) id: string
  @Field() messageId: string
  /** Empty when it is a sealed reporter's. */
  @Field() to: string
  @Field() toHidden: boolean
  @Field() subject: string
  @Field(() => String, { nullable: true }) text: string | null
  @Field(() => DeliveryStatusEnum) status: DeliveryStatus
  /** Kept here because no mail server is configured. */
  @Field() keptLocally: boolean
  @Field(() => Int) attempts: number
  @Field(() => Date) at: Date
  @Field(() => Date, { nullable: true }) sentAt: Date | null
  @Field(() => String, { nullable: true }) lastError: string | null
  @Field(() => ID, { nullable: true }) caseId: string | null
  @Field(() => ID, { nullable: true }) letterId: string | null
}

@ObjectType()
@AllowArea('outbox')
export class MailPage {
  @Field(() => [OutboxMail]) rows: OutboxMail[]
  @Field(() => String, { nullable: true }) endCursor: string | null
  @Field(() => Int) total: number
  @Field() totalCapped: boolean
}

interface Row extends Omit<OutboxMail, 'to' | 'toHidden'> {
  readonly toHidden: boolean
  readonly status: MailStatus
  readonly toSealed: Buffer
  readonly seen: boolean
  readonly cursor: string
}

const COUNTED = 1000

/** Mails that went out, wait, or failed, newest first (kotak keluar). */
@Resolver(() => OutboxMail)
export class OutboxResolver {
  constructor(
    private readonly db: DataSource,
    private readonly vault: Vault,
  ) {}

  @Query(() => MailPage)
  @AllowArea('outbox')
  async outbox(
    @Me() me: Viewer,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { nullable: true, type: () => String }) after?: string | null,
  ): Promise<MailPage> {
    const size = Math.min(Math.max(first, 1), MAX_PAGE)
    const from = after ? cursorOf(after) : null
    const seen = whereAllowedSql(me, 'read', 'Case', 'c', 4)
    const rows = await this.db.query<Row[]>(
      `SELECT m.id, m.message_id AS "messageId", m.to_sealed AS "toSealed", m.to_hidden AS "toHidden", m.subject, m.text, m.status, m.kept_locally AS "keptLocally", m.attempts, m.at,
         m.sent_at AS "sentAt", m.last_error AS "lastError", c.id AS "caseId", m.letter_id AS "letterId", c.id IS NOT NULL AS seen,
         m.at::text || ' ' || m.id AS cursor
       FROM mail m LEFT JOIN "case" c ON c.id = m.case_id AND ${seen.sql}
       WHERE $1::timestamptz IS NULL OR (m.at, m.id) < ($1::timestamptz, $2::uuid) ORDER BY m.at DESC, m.id DESC LIMIT $3`,
      [from?.at ?? null, from?.id ?? null, size + 1, ...seen.params],
    )
    const [count] = await this.db.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM (SELECT 1 FROM mail LIMIT ${COUNTED + 1}) counted`)
    const total = count?.n ?? 0
    const page = rows.slice(0, size)
    const last = page.at(-1)
    return {
      rows: page.map((row) => this.shown(row)),
      endCursor: rows.length > size && last ? Buffer.from(last.cursor).toString('base64url') : null,
      total: Math.min(total, COUNTED),
      totalCapped: total > COUNTED,
    }
  }

  private shown({ toSealed, seen, cursor: _, ...row }: Row): OutboxMail {
    const address = row.toHidden ? '' : this.vault.open(mailPlace(row.id), toSealed)
    const to = seen ? address : row.toHidden ? '' : maskedEmail(address)
    return seen ? { ...row, to } : { ...row, to, subject: 'Surat elektronik', text: null, lastError: null, letterId: null }
  }
}

function cursorOf(after: string): { at: string; id: string } {
  const match = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+\d\d(?::\d\d)?) ([0-9a-f-]{36})$/.exec(
    Buffer.from(after, 'base64url').toString('utf8'),
  )
  if (!match?.[1] || !match[2]) throw new Refusal('request.invalid', { fields: ['after'] })
  return { at: match[1], id: match[2] }
}
