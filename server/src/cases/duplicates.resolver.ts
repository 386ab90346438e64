import { Args, Field, Float, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { mayRead, normaliseIdentity, type Viewer } from '@domain'
import { Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { Vault } from '../platform/vault.js'
import { caseColumns, toCase } from './case-columns.js'

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

interface Found {
  id: string
  reason: string
  similarity: number
}

const LIKE_SUBJECT = 0.3
const LIKE_SENDER = 0.45

/** What stands in the way of registering the same letter twice. Only cases the viewer may read are suggested. */
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
    const rows = await this.db.query<(Found & Record<string, unknown>)[]>(
      `WITH found AS (
         SELECT id, 'letter_number' AS reason, 1.0::float8 AS similarity FROM "case" WHERE $1::text IS NOT NULL AND lower(letter_number) = lower($1)
         UNION ALL
         SELECT case_id, 'reported_nip', 0.9 FROM party WHERE $2::bytea IS NOT NULL AND role = 'reported' AND nip_index = $2
         UNION ALL
         SELECT * FROM (
           SELECT id, 'sender_and_subject', (similarity(sender_name, $3) + similarity(subject, $4)) / 2 AS alike FROM "case"
           WHERE $3::text IS NOT NULL AND $4::text IS NOT NULL AND search % ($3 || ' ' || $4)
             AND similarity(sender_name, $3) >= ${LIKE_SENDER} AND similarity(subject, $4) >= ${LIKE_SUBJECT}
           ORDER BY alike DESC LIMIT 10
         ) similar_ones
       ), best AS (
         SELECT DISTINCT ON (id) id, reason, similarity FROM found ORDER BY id, similarity DESC
       )
       SELECT best.reason, best.similarity, ${caseColumns('c')} FROM best JOIN "case" c ON c.id = best.id ORDER BY best.similarity DESC LIMIT 20`,
      [text(input.letterNumber), nip, text(input.senderName, 3), text(input.subject, 5)],
    )
    return rows
      .map((row) => ({ ...row, case: toCase(row) }))
      .filter((row) => mayRead(me, row.case))
      .slice(0, 5)
      .map(({ case: { id, agendaNumber, agendaYear, subject, senderName, letterNumber, receivedAt }, reason, similarity }) => ({
        caseId: id,
        agendaNumber,
        agendaYear,
        subject,
        senderName,
        letterNumber,
        receivedAt,
        reason,
        similarity,
      }))
  }
}

const text = (value: string | null | undefined, least = 1): string | null => {
  const trimmed = value?.trim().slice(0, 300) ?? ''
  return trimmed.length >= least ? trimmed : null
}
