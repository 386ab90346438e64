import { Args, Field, Float, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { normaliseIdentity, type Viewer } from '@domain'
import { Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { Vault } from '../platform/vault.js'
import { whereAllowedSql } from '../platform/where-allowed.js'

@InputType()
export class DuplicateInput {
  @Field(() => String, { nullable: true }) letterNumber?: string | null
  @Field(() => String, { nullable: true }) senderName?: string | null
  @Field(() => String, { nullable: true }) subject?: string | null
  @Field(() => String, { nullable: true }) agencyCode?: string | null
  @Field(() => String, { nullable: true }) reportedNip?: string | null
}

/** A case that may be the same request as the one being typed. */
@ObjectType()
@CheckedInside('possibleDuplicates filters by the rules')
export class Duplicate {
  @Field(() => ID) caseId: string
  @Field(() => Int) agendaNumber: number
  @Field(() => Int) agendaYear: number
  @Field() subject: string
  @Field() senderName: string
  @Field(() => String, { nullable: true }) letterNumber: string | null
  @Field(() => Date) receivedAt: Date
  /** letter_number, reported_nip, sender_and_subject. */
  @Field() reason: string
  /** 0 to 1. */
  @Field(() => Float) similarity: number
}

const LIKE_SUBJECT = 0.3
const LIKE_SENDER = 0.45
const SUGGESTED_AT_MOST = 5

/** What stands in the way of registering the same letter twice. Only cases the viewer may read are suggested: the rules are asked before the best are taken. */
@Resolver()
export class DuplicatesResolver {
  constructor(
    private readonly db: DataSource,
    private readonly vault: Vault,
  ) {}

  @Query(() => [Duplicate])
  @CheckedInside('possibleDuplicates filters by the rules')
  async possibleDuplicates(@Me() me: Viewer, @Args('input') input: DuplicateInput): Promise<Duplicate[]> {
    const nip = input.reportedNip?.trim() ? this.vault.blindIndex('nip', normaliseIdentity(input.reportedNip)) : null
    const { sql: allowed, params } = whereAllowedSql(me, 'read', 'Case', 'c', 5)
    return this.db.query<Duplicate[]>(
      `WITH found AS (
         SELECT c.id, 'letter_number' AS reason, 1.0::float8 AS similarity FROM "case" c
         WHERE $1::text IS NOT NULL AND lower(c.letter_number) = lower($1) AND ${allowed}
         UNION ALL
         SELECT c.id, 'reported_nip', 0.9 FROM party p JOIN "case" c ON c.id = p.case_id
         WHERE $2::bytea IS NOT NULL AND p.role = 'reported' AND p.nip_index = $2 AND ${allowed}
         UNION ALL
         SELECT * FROM (
           SELECT c.id, 'sender_and_subject', (similarity(c.sender_name, $3) + similarity(c.subject, $4)) / 2 AS alike FROM "case" c
           WHERE $3::text IS NOT NULL AND $4::text IS NOT NULL AND c.search % ($3 || ' ' || $4)
             AND similarity(c.sender_name, $3) >= ${LIKE_SENDER} AND similarity(c.subject, $4) >= ${LIKE_SUBJECT} AND ${allowed}
           ORDER BY alike DESC LIMIT ${SUGGESTED_AT_MOST}
         ) similar_ones
       ), best AS (
         SELECT DISTINCT ON (id) id, reason, similarity FROM found ORDER BY id, similarity DESC
       )
       SELECT c.id AS "caseId", c.agenda_number AS "agendaNumber", c.agenda_year AS "agendaYear", c.subject, c.sender_name AS "senderName",
         c.letter_number AS "letterNumber", c.received_at AS "receivedAt", best.reason, best.similarity
       FROM best JOIN "case" c ON c.id = best.id ORDER BY best.similarity DESC, c.received_at DESC, c.id LIMIT ${SUGGESTED_AT_MOST}`,
      [text(input.letterNumber), nip, text(input.senderName, 3), text(input.subject, 5), ...params],
    )
  }
}

const text = (value: string | null | undefined, least = 1): string | null => {
  const trimmed = value?.trim().slice(0, 300) ?? ''
  return trimmed.length >= least ? trimmed : null
}
