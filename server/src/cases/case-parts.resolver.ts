import { Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { In } from 'typeorm'
import { mayRead } from '@domain'
import { TimelineEntry } from '../platform/event-log/timeline-entry.js'
import { grouped, type Batch, type Loaders, type LoaderScope } from '../platform/loaders.js'
import { Load } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { SYSTEM } from '../platform/system-viewer.js'
import { Vault } from '../platform/vault.js'
import { whereAllowedSql } from '../platform/where-allowed.js'
import { caseColumns, toCase } from './case-columns.js'
import { Case } from './case.entity.js'
import { Party } from './party.entity.js'
import { RequirementCheck } from './requirement-check.entity.js'
import { TASK_CASE, TASK_COLUMNS, toTask } from './task-columns.js'
import { Task } from './task.entity.js'

/** Another case this one belongs with. */
@ObjectType()
@CheckedInside('relatedOf')
export class RelatedCase {
  @Field(() => Case) case: Case
  @Field() kind: string
}

const mayReadCase: Batch<string, boolean> = async (ids, { db, viewer }) => {
  const rows = await db.manager.findBy(Case, { id: In([...ids]) })
  const readable = new Set(rows.filter((row) => mayRead(viewer, row)).map((row) => row.id))
  return ids.map((id) => readable.has(id))
}

/** The cases among the keys that the viewer may read: every part below asks this first, and it is found out once per request. */
async function readableCases(ids: readonly string[], { loaders }: LoaderScope): Promise<string[]> {
  const readable = await Promise.all(ids.map((id) => loaders.of(mayReadCase).load(id)))
  return ids.filter((_, index) => readable[index])
}

const partiesOf: Batch<string, Party[]> = async (ids, scope) => {
  const readable = await readableCases(ids, scope)
  const rows = await scope.db.manager.find(Party, { where: { caseId: In(readable) }, order: { role: 'DESC', name: 'ASC' } })
  return grouped(ids, rows, (row) => row.caseId)
}

const requirementsOf: Batch<string, RequirementCheck[]> = async (ids, scope) => {
  const readable = await readableCases(ids, scope)
  const rows = await scope.db.manager.find(RequirementCheck, { where: { caseId: In(readable) }, order: { code: 'ASC' } })
  return grouped(ids, rows, (row) => row.caseId)
}

const tasksOf: Batch<string, Task[]> = async (ids, scope) => {
  const readable = await readableCases(ids, scope)
  const rows = await scope.db.query<object[]>(
    `SELECT ${TASK_COLUMNS} FROM task t ${TASK_CASE} WHERE t.case_id = ANY ($1) AND t.closed_at IS NULL AND t.kind <> 'release' ORDER BY t.opened_at`,
    [readable],
  )
  return grouped(ids, rows.map(toTask), (row) => row.caseId)
}

type CaseEntry = TimelineEntry & { caseId: string }

/** The lines of branches and letters carry their notes: whoever may not read the branch or the letter does not get its line either. */
const timelineOf: Batch<string, TimelineEntry[]> = async (ids, scope) => {
  const branch = whereAllowedSql(scope.viewer, 'read', 'Disposition', 'd', 2)
  const letter = whereAllowedSql(scope.viewer, 'read', 'Letter', 'l', 2 + branch.params.length)
  const rows = await scope.db.query<CaseEntry[]>(
    `SELECT id::text, kind, at, CASE WHEN actor_id <> '${SYSTEM.id}' THEN actor_name END AS "actorName", position_title AS "positionTitle", on_behalf_of AS "onBehalfOf", note, detail, case_id AS "caseId"
     FROM event WHERE case_id = ANY ($1) AND kind NOT LIKE 'task.%'
       AND (subject_type <> 'Disposition' OR EXISTS (SELECT FROM disposition d WHERE d.id = event.subject_id AND ${branch.sql}))
       AND (subject_type <> 'Letter' OR EXISTS (SELECT FROM letter l WHERE l.id = event.subject_id AND ${letter.sql}))
     ORDER BY event.id DESC LIMIT 500`,
    [await readableCases(ids, scope), ...branch.params, ...letter.params],
  )
  return grouped(ids, rows, (row) => row.caseId)
}

const relatedOf: Batch<string, RelatedCase[]> = async (ids, scope) => {
  const rows = await scope.db.query<(Case & { linkedFrom: string; linkKind: string })[]>(
    `SELECT ${caseColumns('c')}, l.case_id AS "linkedFrom", l.kind AS "linkKind" FROM case_link l JOIN "case" c ON c.id = l.other_id
     WHERE l.case_id = ANY ($1) ORDER BY c.received_at DESC`,
    [await readableCases(ids, scope)],
  )
  const seen = rows.filter((row) => mayRead(scope.viewer, toCase(row)))
  const links = seen.map((row) => ({ from: row.linkedFrom, kind: row.linkKind, case: toCase(row) }))
  return grouped(ids, links, (link) => link.from)
}

/** What the case page shows besides the row. Never asked for in lists. */
@Resolver(() => Case)
export class CasePartsResolver {
  @ResolveField(() => [Party])
  @CheckedInside('partiesOf')
  parties(@Parent() theCase: Case, @Load() loaders: Loaders): Promise<Party[]> {
    return loaders.of(partiesOf).load(theCase.id)
  }

  @ResolveField(() => [RequirementCheck])
  @CheckedInside('requirementsOf')
  requirements(@Parent() theCase: Case, @Load() loaders: Loaders): Promise<RequirementCheck[]> {
    return loaders.of(requirementsOf).load(theCase.id)
  }

  @ResolveField(() => [Task])
  @CheckedInside('tasksOf')
  tasks(@Parent() theCase: Case, @Load() loaders: Loaders): Promise<Task[]> {
    return loaders.of(tasksOf).load(theCase.id)
  }

  @ResolveField(() => [TimelineEntry])
  @CheckedInside('timelineOf')
  timeline(@Parent() theCase: Case, @Load() loaders: Loaders): Promise<TimelineEntry[]> {
    return loaders.of(timelineOf).load(theCase.id)
  }

  @ResolveField(() => [RelatedCase])
  @CheckedInside('relatedOf')
  related(@Parent() theCase: Case, @Load() loaders: Loaders): Promise<RelatedCase[]> {
    return loaders.of(relatedOf).load(theCase.id)
  }
}

/** Identity that was sealed, opened for whoever may read the case. */
@Resolver(() => Party)
export class PartyIdentityResolver {
  constructor(private readonly vault: Vault) {}

  @ResolveField(() => String, { nullable: true })
  @CheckedInside('partiesOf')
  phone(@Parent() party: Party): string | null {
    return this.open(party, 'phone_sealed', party.phoneSealed)
  }

  @ResolveField(() => String, { nullable: true })
  @CheckedInside('partiesOf')
  email(@Parent() party: Party): string | null {
    return this.open(party, 'email_sealed', party.emailSealed)
  }

  @ResolveField(() => String, { nullable: true })
  @CheckedInside('partiesOf')
  address(@Parent() party: Party): string | null {
    return this.open(party, 'address_sealed', party.addressSealed)
  }

  private open(party: Party, column: string, sealed: Buffer | null): string | null {
    return sealed === null ? null : this.vault.open({ table: 'party', column, rowId: party.id }, sealed)
  }
}
