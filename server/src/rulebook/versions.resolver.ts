import { Args, Field, ID, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { readDocument, Refusal, SERVICES, type Service, type StandardDocument } from '@domain'
import { ServiceEnum } from '../platform/enums.js'
import { LocalDateScalar } from '../platform/local-date.js'
import { Moment } from '../platform/moment.js'
import { AllowArea, SignedIn } from '../platform/policy.js'
import { DateTime, JsonScalar } from '../platform/scalars.js'
import { calendarInForce, standardById, standardInForce } from '../standards/index.js'
import { readYear, type ReadYear } from './read-year.js'

/** One installed version of a standard, as the public reads it. */
@ObjectType()
@SignedIn()
export class StandardVersion {
  @Field(() => ID) id: string
  @Field(() => ServiceEnum) service: Service
  @Field(() => Int) number: number
  @Field(() => LocalDateScalar) effectiveFrom: string
  @Field() inForce: boolean
  @Field(() => JsonScalar) document: StandardDocument
  @Field(() => String, { nullable: true }) reason: string | null
  @Field(() => String, { nullable: true }) proposerName: string | null
  @Field(() => String, { nullable: true }) consenterName: string | null
  @Field(() => DateTime, { nullable: true }) consentedAt: Date | null
}

/** A version of a standard as forms and case files go by it. It is a public text; who drafted it and why is not told here. */
@ObjectType()
@SignedIn()
export class StandardText {
  @Field(() => ID) id: string
  @Field(() => ServiceEnum) service: Service
  @Field(() => Int) number: number
  @Field(() => LocalDateScalar) effectiveFrom: string
}

/** One installed version of the working calendar. */
@ObjectType()
@SignedIn()
export class CalendarVersion {
  @Field(() => ID) id: string
  @Field() code: string
  @Field(() => Int) number: number
  @Field(() => LocalDateScalar) effectiveFrom: string
  @Field() inForce: boolean
  @Field(() => JsonScalar) data: object
  /** Open clocks that count with it. */
  @Field(() => Int) openClocks: number
  /** Of those, the ones whose due date falls into a year without a decree. */
  @Field(() => Int) undecreedClocks: number
  @Field(() => String, { nullable: true }) reason: string | null
  @Field(() => String, { nullable: true }) proposerName: string | null
  @Field(() => String, { nullable: true }) consenterName: string | null
  @Field(() => DateTime, { nullable: true }) consentedAt: Date | null
}

const CONSENT = `d.reason, d.proposer_name AS "proposerName", d.consenter_name AS "consenterName", d.consented_at AS "consentedAt"`

/** What is in force, what was, and what will be. */
@Resolver()
export class VersionsResolver {
  constructor(private readonly db: DataSource) {}

  @Query(() => [StandardVersion], { description: 'Every version of one standard, the newest first' })
  @AllowArea('standards')
  async standardVersions(@Args('service', { type: () => ServiceEnum }) service: Service): Promise<StandardVersion[]> {
    const now = await standardInForce(this.db, service, await Moment.now(this.db))
    const rows = await this.db.query<StandardVersion[]>(
      `SELECT v.id, v.service, v.number, v.effective_from::text AS "effectiveFrom", v.document, ${CONSENT}
       FROM standard_version v LEFT JOIN rule_draft d ON d.id = v.draft_id WHERE v.service = $1 ORDER BY v.effective_from DESC, v.number DESC`,
      [service],
    )
    return rows.map((row) => ({ ...row, inForce: row.id === now?.id, document: readDocument(row.service, row.number, row.document) }))
  }

  @Query(() => [StandardText], { description: 'Which versions there are of every standard, the oldest first: for everybody' })
  @SignedIn()
  standardTexts(): Promise<StandardText[]> {
    return this.db.query(
      `SELECT id, service, number, effective_from::text AS "effectiveFrom" FROM standard_version WHERE service = ANY ($1) ORDER BY service, number`,
      [SERVICES],
    )
  }

  @Query(() => StandardText, { description: 'One version of a standard, as the public reads it: for everybody' })
  @SignedIn()
  async standardText(@Args('id', { type: () => ID }) id: string): Promise<StandardText> {
    const row = (await this.standardTexts()).find((known) => known.id === id)
    if (!row) throw new Refusal('access.denied')
    return row
  }

  @Query(() => [Int], {
    description: 'The years whose days off are decreed in the calendar of today: a due date in another may still move',
  })
  @SignedIn()
  async decreedYears(): Promise<number[]> {
    return (await calendarInForce(this.db, await Moment.now(this.db))).calendar.decreedYears
  }

  @Query(() => [CalendarVersion], { description: 'Every version of the working calendar, the newest first' })
  @AllowArea('calendar')
  async calendarVersions(): Promise<CalendarVersion[]> {
    const now = await calendarInForce(this.db, await Moment.now(this.db))
    const rows = await this.db.query<CalendarVersion[]>(
      `SELECT v.id, v.code, v.number, v.effective_from::text AS "effectiveFrom", v.data, ${CONSENT}, coalesce(k.open, 0) AS "openClocks",
         coalesce(k.undecreed, 0) AS "undecreedClocks"
       FROM calendar_version v LEFT JOIN rule_draft d ON d.id = v.draft_id
       LEFT JOIN (SELECT calendar_version_id, count(*)::int AS open,
           (count(*) FILTER (WHERE flag = 'undecreed' OR NOT c.data->'decreedYears' @> to_jsonb(extract(year FROM due_at AT TIME ZONE 'Asia/Jakarta')::int)))::int
             AS undecreed
         FROM clock JOIN calendar_version c ON c.id = calendar_version_id WHERE stopped_at IS NULL GROUP BY 1) k ON k.calendar_version_id = v.id ORDER BY v.number DESC`,
    )
    return rows.map((row) => ({ ...row, inForce: row.id === now.id }))
  }

  @Query(() => JsonScalar, {
    description: 'The days off of a year, read from a table (CSV) or a list (JSON), with what cannot be taken line by line',
  })
  @AllowArea('calendar')
  readCalendarYear(@Args('year', { type: () => Int }) year: number, @Args('text') text: string): ReadYear {
    return readYear(text, year)
  }
}

/** The text itself, read only where it is asked for. */
@Resolver(() => StandardText)
export class StandardTextsResolver {
  constructor(private readonly db: DataSource) {}

  @ResolveField(() => JsonScalar)
  @SignedIn()
  async document(@Parent() { id }: StandardText): Promise<StandardDocument> {
    return (await standardById({ query: (sql, params) => this.db.query(sql, params) }, id)).document
  }
}
