import { Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { DataSource, In } from 'typeorm'
import { localDate, ruleRefusal, type Role } from '@domain'
import { Case } from '../cases/case.entity.js'
import { type Batch, type Loaders } from '../platform/loaders.js'
import { Load } from '../platform/me.js'
import { Moment } from '../platform/moment.js'
import { CheckedInside } from '../platform/policy.js'
import { unconflictedColleagues } from './alternatives.js'

/** A post that may not have the case, because who holds it is reported in it or has declared a relation, and the posts that could instead. */
@ObjectType()
@CheckedInside('conflictsOf: whoever disposes the case')
export class RecipientConflict {
  @Field(() => ID) positionId: string
  /** Least in hand first. */
  @Field(() => [ID]) alternatives: string[]
}

interface ConflictedPost {
  readonly id: string
  readonly role: Role
  readonly unitId: string
}

const conflictsOf: Batch<string, RecipientConflict[]> = async (ids, { db, viewer }) => {
  const now = await Moment.now(db)
  const cases = new Map((await db.manager.findBy(Case, { id: In([...ids]) })).map((row) => [row.id, row]))
  return Promise.all(
    ids.map(async (id) => {
      const theCase = cases.get(id)
      if (!theCase || theCase.excludedPersonIds.length === 0 || ruleRefusal(viewer, 'dispose', theCase) !== null) return []
      return conflictsIn(db, theCase, now)
    }),
  )
}

async function conflictsIn(db: DataSource, theCase: Case, now: Date): Promise<RecipientConflict[]> {
  const posts = await db.query<ConflictedPost[]>(
    `SELECT DISTINCT p.id, p.role, p.unit_id AS "unitId" FROM "position" p JOIN position_holder h ON h.position_id = p.id
     WHERE p.closed_at IS NULL AND h.person_id = ANY ($1) AND $2::date BETWEEN h.since AND coalesce(h.until, 'infinity')`,
    [theCase.excludedPersonIds, localDate(now)],
  )
  return Promise.all(
    posts.map(async (post) => ({
      positionId: post.id,
      alternatives: (await unconflictedColleagues(db.manager, theCase, post, now)).map((other) => other.id),
    })),
  )
}

/** `Case.conflicts`: for whoever disposes the case, empty for everybody else. */
@Resolver(() => Case)
export class ConflictsResolver {
  @ResolveField(() => [RecipientConflict])
  @CheckedInside('conflictsOf: whoever disposes the case')
  conflicts(@Parent() theCase: Case, @Load() loaders: Loaders): Promise<RecipientConflict[]> {
    return loaders.of(conflictsOf).load(theCase.id)
  }
}
