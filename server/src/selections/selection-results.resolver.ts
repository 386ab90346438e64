import { Parent, ResolveField, Resolver } from '@nestjs/graphql'
import type { Loaders } from '../platform/loaders.js'
import { Load } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { Appointment, Candidate, CandidateScore, RecordedComponent, Shortlisted } from './results.entity.js'
import * as reads from './selection-reads.js'
import { Selection } from './selection.entity.js'

const RELEASED = 'the loader asks read_results of the selection'

/** Names, scores, the three best and the appointed: nothing for those who may not see them yet. */
@Resolver(() => Selection)
export class SelectionResultsResolver {
  @ResolveField(() => [Candidate])
  @CheckedInside(RELEASED)
  candidates(@Parent() { id }: Selection, @Load() loaders: Loaders): Promise<Candidate[]> {
    return loaders.of(reads.candidatesOf).load(id)
  }

  @ResolveField(() => [RecordedComponent])
  @CheckedInside(RELEASED)
  results(@Parent() { id }: Selection, @Load() loaders: Loaders): Promise<RecordedComponent[]> {
    return loaders.of(reads.resultsOf).load(id)
  }

  @ResolveField(() => [CandidateScore])
  @CheckedInside(RELEASED)
  scores(@Parent() { id }: Selection, @Load() loaders: Loaders): Promise<CandidateScore[]> {
    return loaders.of(reads.scoresOf).load(id)
  }

  @ResolveField(() => [Shortlisted])
  @CheckedInside(RELEASED)
  shortlist(@Parent() { id }: Selection, @Load() loaders: Loaders): Promise<Shortlisted[]> {
    return loaders.of(reads.shortlistOf).load(id)
  }

  @ResolveField(() => [Appointment])
  @CheckedInside(RELEASED)
  appointments(@Parent() { id }: Selection, @Load() loaders: Loaders): Promise<Appointment[]> {
    return loaders.of(reads.appointmentsOf).load(id)
  }
}
