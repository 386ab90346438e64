import { Field, ID, ObjectType } from '@nestjs/graphql'
import type { DataSource } from 'typeorm'
import { isHandled, Refusal, type Viewer } from '@domain'
import { OralStatement, readCase } from '../cases/index.js'
import { CheckedInside } from '../platform/policy.js'
import { Allegation, Finding } from './allegation.entity.js'
import { Evidence } from './evidence.entity.js'
import { HandlingPlan } from './handling-plan.entity.js'
import { HandlingStep } from './handling-step.entity.js'
import { RecommendationPoint } from './recommendation-point.entity.js'

/** All that was recorded in the handling of one complaint. Its id is that of the case. */
@ObjectType()
@CheckedInside('readHandling')
export class Handling {
  @Field(() => ID) id: string
  @Field(() => OralStatement, { nullable: true }) statement: OralStatement | null
  @Field(() => HandlingPlan, { nullable: true }) plan: HandlingPlan | null
  @Field(() => [Allegation]) allegations: Allegation[]
  @Field(() => [Evidence]) evidence: Evidence[]
  @Field(() => [HandlingStep]) steps: HandlingStep[]
  @Field(() => [Finding]) findings: Finding[]
  @Field(() => [RecommendationPoint]) points: RecommendationPoint[]
}

/** The handling of a complaint for somebody who may read its case; secrecy and exclusion are those of the case. */
export async function readHandling(db: DataSource, me: Viewer, caseId: string): Promise<Handling> {
  const theCase = await readCase(db, me, caseId)
  if (!isHandled(theCase)) throw new Refusal('handling.other_service')
  const of = { where: { caseId } }
  const [statement, plan, allegations, evidence, steps, findings, points] = await Promise.all([
    db.manager.findOneBy(OralStatement, { caseId }),
    db.manager.findOneBy(HandlingPlan, { caseId }),
    db.manager.find(Allegation, { ...of, order: { recordedAt: 'ASC', id: 'ASC' } }),
    db.manager.find(Evidence, { ...of, order: { recordedAt: 'ASC', id: 'ASC' } }),
    db.manager.find(HandlingStep, { ...of, order: { scheduledAt: 'ASC', id: 'ASC' } }),
    db.manager.find(Finding, { ...of, order: { foundAt: 'ASC', id: 'ASC' } }),
    db.manager.find(RecommendationPoint, { ...of, order: { number: 'ASC' } }),
  ])
  return { id: caseId, statement, plan, allegations, evidence, steps, findings, points }
}
