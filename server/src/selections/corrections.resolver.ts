import { Parent, ResolveField, Resolver } from '@nestjs/graphql'
import type { Loaders } from '../platform/loaders.js'
import { Load } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import * as reads from './correction-reads.js'
import { ResultCorrection, ScoreCorrection, SelectionReopening, SetAsideCheck, SetAsideChoice } from './corrections.entity.js'
import { Selection } from './selection.entity.js'

const OF_READ = 'whoever reached the selection'
const RELEASED = 'the loader asks read_results of the selection'

/** What was taken back, corrected and set aside in a selection. */
@Resolver(() => Selection)
export class SelectionCorrectionsResolver {
  @ResolveField(() => [SelectionReopening])
  @CheckedInside(OF_READ)
  reopenings(@Parent() { id }: Selection, @Load() loaders: Loaders): Promise<SelectionReopening[]> {
    return loaders.of(reads.reopeningsOf).load(id)
  }

  @ResolveField(() => [ResultCorrection])
  @CheckedInside(RELEASED)
  corrections(@Parent() { id }: Selection, @Load() loaders: Loaders): Promise<ResultCorrection[]> {
    return loaders.of(reads.correctionsOf).load(id)
  }

  @ResolveField(() => [SetAsideChoice])
  @CheckedInside(RELEASED)
  setAside(@Parent() { id }: Selection, @Load() loaders: Loaders): Promise<SetAsideChoice[]> {
    return loaders.of(reads.setAsideOf).load(id)
  }
}

/** The lines of a correction. */
@Resolver(() => ResultCorrection)
export class CorrectionsResolver {
  @ResolveField(() => [ScoreCorrection])
  @CheckedInside('whoever reached the correction')
  lines(@Parent() { id }: ResultCorrection, @Load() loaders: Loaders): Promise<ScoreCorrection[]> {
    return loaders.of(reads.linesOf).load(id)
  }
}

/** What checks had found before a stage was opened again. */
@Resolver(() => SelectionReopening)
export class ReopeningsResolver {
  @ResolveField(() => [SetAsideCheck])
  @CheckedInside('whoever reached the reopening')
  checks(@Parent() { id }: SelectionReopening, @Load() loaders: Loaders): Promise<SetAsideCheck[]> {
    return loaders.of(reads.checksSetAsideBy).load(id)
  }
}
