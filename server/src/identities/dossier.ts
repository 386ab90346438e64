import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import type { Viewer } from '@domain'
import type { DataSource } from 'typeorm'
import { Case } from '../cases/case.entity.js'
import { caseColumns, toCase } from '../cases/index.js'
import { CheckedInside } from '../platform/policy.js'
import { whereAllowedSql } from '../platform/where-allowed.js'

/** How many complaints of a year, a kind or an outcome. */
@ObjectType()
@CheckedInside('OpenDossier')
export class DossierCount {
  @Field() of: string
  @Field(() => Int) cases: number
}

/** What the register holds about a reported person or an agency (N18): counts for the cleared, and the cases the viewer may read anyway. */
@ObjectType()
@CheckedInside('OpenDossier')
export class Dossier {
  @Field(() => ID) id: string
  @Field(() => Int) total: number
  @Field(() => [DossierCount]) byYear: DossierCount[]
  @Field(() => [DossierCount]) byClassification: DossierCount[]
  @Field(() => [DossierCount]) byOutcome: DossierCount[]
  @Field(() => [Case]) cases: Case[]
  /** Counted above, but not for the viewer to open. */
  @Field(() => Int) sealed: number
}

/** Whom a dossier is about: a blind index of a NIP, or the code of an agency. */
export interface About {
  readonly nipIndex: Buffer | null
  readonly agencyCode: string | null
}

interface Counted {
  readonly year: string
  readonly classification: string | null
  readonly outcome: string
}

const LISTED_AT_MOST = 50

/**
 * Counts complaints about neutrality against somebody. A case that is sangat rahasia is counted only for who may read it: that it exists is its secret.
 * One that the viewer is excluded from is never counted: it may be about them.
 */
export async function dossierOf(db: Pick<DataSource, 'query'>, me: Viewer, id: string, { nipIndex, agencyCode }: About): Promise<Dossier> {
  const allowed = whereAllowedSql(me, 'read', 'Case', 'c', 4)
  const about = `c.service = 'NETRALITAS' AND NOT $3 = ANY (c.excluded_person_ids) AND c.stage <> 'withdrawn'
    AND (c.agency_code = $2 OR EXISTS (SELECT FROM party p WHERE p.case_id = c.id AND p.role = 'reported' AND p.nip_index = $1))
    AND (c.secrecy <> 'sangat_rahasia' OR ${allowed.sql})`
  const params = [nipIndex, agencyCode, me.id, ...allowed.params]
  const counted = await db.query<Counted[]>(
    `SELECT extract(year FROM c.received_at AT TIME ZONE 'Asia/Jakarta')::text AS year, c.classification,
       CASE WHEN c.processable IS FALSE THEN 'not_processed' WHEN c.stage = 'closed' THEN 'answered' ELSE 'running' END AS outcome
     FROM "case" c WHERE ${about}`,
    params,
  )
  const rows = await db.query<object[]>(
    `SELECT ${caseColumns('c')} FROM "case" c WHERE ${about} AND ${allowed.sql} ORDER BY c.received_at DESC, c.id LIMIT ${LISTED_AT_MOST}`,
    params,
  )
  const [seen] = await db.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM "case" c WHERE ${about} AND ${allowed.sql}`, params)
  return {
    id,
    total: counted.length,
    byYear: tally(counted.map((row) => row.year)).sort((one, other) => other.of.localeCompare(one.of)),
    byClassification: tally(counted.map((row) => row.classification ?? 'unclassified')),
    byOutcome: tally(counted.map((row) => row.outcome)),
    cases: rows.map(toCase),
    sealed: counted.length - (seen?.n ?? 0),
  }
}

function tally(values: readonly string[]): DossierCount[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([of, cases]) => ({ of, cases })).sort((one, other) => other.cases - one.cases || one.of.localeCompare(other.of))
}
