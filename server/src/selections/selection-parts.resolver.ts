import { Field, ID, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import type { UnreadyReason } from '@domain'
import { Case } from '../cases/index.js'
import { TimelineEntry } from '../platform/event-log/timeline-entry.js'
import { inOrder, type Batch, type Loaders } from '../platform/loaders.js'
import { Load } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { Agency } from '../standards/index.js'
import { SelectionRequest } from './request.js'
import * as reads from './selection-reads.js'
import {
  AnnouncementExtension,
  PanelMember,
  SelectionCheck,
  SelectionDocument,
  SelectionSchedule,
  VacantPost,
} from './selection-parts.entity.js'
import { Selection } from './selection.entity.js'

/** How many applied for a post and how many take part; names are secret for longer. */
@ObjectType()
@CheckedInside('the loader gives the parts of a selection that was read under the rules')
export class PostApplicants {
  @Field(() => ID) postId: string
  @Field(() => Int) applicants: number
  @Field(() => Int) takingPart: number
}

const agenciesByCode: Batch<string, Agency | null> = async (codes, { db }) => {
  const rows = await db.query<Agency[]>('SELECT code, name, kind, province, underdeveloped FROM agency WHERE code = ANY ($1)', [codes])
  return inOrder(codes, rows, (row) => row.code)
}

const OF_READ = 'whoever reached the selection'

/** What a selection consists of, as far as everybody may see it who may read the selection. */
@Resolver(() => Selection)
export class SelectionPartsResolver {
  @ResolveField(() => Agency)
  @CheckedInside('reference data')
  async agency(@Parent() { agencyCode }: Selection, @Load() loaders: Loaders): Promise<Agency> {
    const agency = await loaders.of(agenciesByCode).load(agencyCode)
    if (!agency) throw new Error('A selection names an agency that is not there')
    return agency
  }

  @ResolveField(() => [SelectionRequest])
  @CheckedInside(OF_READ)
  requests(@Parent() { id }: Selection, @Load() loaders: Loaders): Promise<SelectionRequest[]> {
    return loaders.of(reads.requestsOf).load(id)
  }

  @ResolveField(() => [VacantPost])
  @CheckedInside(OF_READ)
  posts(@Parent() { id }: Selection, @Load() loaders: Loaders): Promise<VacantPost[]> {
    return loaders.of(reads.postsOf).load(id)
  }

  @ResolveField(() => [PostApplicants])
  @CheckedInside(OF_READ)
  applicantCounts(@Parent() { id }: Selection, @Load() loaders: Loaders): Promise<PostApplicants[]> {
    return loaders.of(reads.countsOfSelections).load(id)
  }

  @ResolveField(() => [PanelMember])
  @CheckedInside(OF_READ)
  panel(@Parent() { id }: Selection, @Load() loaders: Loaders): Promise<PanelMember[]> {
    return loaders.of(reads.panelOf).load(id)
  }

  @ResolveField(() => [SelectionSchedule])
  @CheckedInside(OF_READ)
  schedule(@Parent() { id }: Selection, @Load() loaders: Loaders): Promise<SelectionSchedule[]> {
    return loaders.of(reads.scheduleOf).load(id)
  }

  @ResolveField(() => [AnnouncementExtension])
  @CheckedInside(OF_READ)
  extensions(@Parent() { id }: Selection, @Load() loaders: Loaders): Promise<AnnouncementExtension[]> {
    return loaders.of(reads.extensionsOf).load(id)
  }

  @ResolveField(() => [SelectionDocument])
  @CheckedInside(OF_READ)
  documents(@Parent() { id }: Selection, @Load() loaders: Loaders): Promise<SelectionDocument[]> {
    return loaders.of(reads.documentsOf).load(id)
  }

  @ResolveField(() => [SelectionCheck])
  @CheckedInside(OF_READ)
  checks(@Parent() { id }: Selection, @Load() loaders: Loaders): Promise<SelectionCheck[]> {
    return loaders.of(reads.checksOf).load(id)
  }

  @ResolveField(() => [String], { description: 'What is still missing before the selection leaves its stage' })
  @CheckedInside(OF_READ)
  unready(@Parent() { id }: Selection, @Load() loaders: Loaders): Promise<UnreadyReason[]> {
    return loaders.of(reads.unreadyOf).load(id)
  }

  @ResolveField(() => [TimelineEntry])
  @CheckedInside(OF_READ)
  timeline(@Parent() { id }: Selection, @Load() loaders: Loaders): Promise<TimelineEntry[]> {
    return loaders.of(reads.timelineOf).load(id)
  }
}

/** `Case.selection`: the selection a request about senior posts belongs to. */
@Resolver(() => Case)
export class CaseSelectionResolver {
  @ResolveField(() => Selection, { nullable: true })
  @CheckedInside('selectionOfCase')
  selection(@Parent() theCase: Case, @Load() loaders: Loaders): Promise<Selection | null> {
    return loaders.of(reads.selectionOfCase).load(theCase.id)
  }
}
