import { Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { Case } from '../cases/index.js'
import { Task } from '../cases/task.entity.js'
import type { Loaders } from '../platform/loaders.js'
import { Load } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { JsonScalar } from '../platform/scalars.js'
import { Letter } from './letter.entity.js'
import { LetterComment, LetterVersion, ReviewStep } from './letter-parts.entity.js'
import { casesOfLetters, commentsOf, fieldsOf, lettersById, lettersOfCases, stepsOf, versionsOf } from './letter-reads.js'

/** What the letter page shows besides the row. Never asked for in lists. */
@Resolver(() => Letter)
export class LetterPartsResolver {
  @ResolveField(() => [LetterVersion])
  @CheckedInside('versionsOf')
  versions(@Parent() letter: Letter, @Load() loaders: Loaders): Promise<LetterVersion[]> {
    return loaders.of(versionsOf).load(letter.id)
  }

  @ResolveField(() => [ReviewStep])
  @CheckedInside('stepsOf')
  steps(@Parent() letter: Letter, @Load() loaders: Loaders): Promise<ReviewStep[]> {
    return loaders.of(stepsOf).load(letter.id)
  }

  @ResolveField(() => [LetterComment])
  @CheckedInside('commentsOf')
  comments(@Parent() letter: Letter, @Load() loaders: Loaders): Promise<LetterComment[]> {
    return loaders.of(commentsOf).load(letter.id)
  }

  @ResolveField(() => JsonScalar, { description: 'Values of the merge fields, by key' })
  @CheckedInside('fieldsOf')
  fields(@Parent() letter: Letter, @Load() loaders: Loaders): Promise<Record<string, string>> {
    return loaders.of(fieldsOf).load(letter.id)
  }

  @ResolveField(() => Case, { nullable: true, description: 'Null for an author who has lost the case but keeps what they wrote' })
  @CheckedInside('casesOfLetters')
  case(@Parent() letter: Letter, @Load() loaders: Loaders): Promise<Case | null> {
    return loaders.of(casesOfLetters).load(letter.caseId)
  }
}

/** `Case.letters`: those of the case that the viewer may read, last changed first. */
@Resolver(() => Case)
export class CaseLettersResolver {
  @ResolveField(() => [Letter])
  @CheckedInside('lettersOfCases')
  letters(@Parent() theCase: Case, @Load() loaders: Loaders): Promise<Letter[]> {
    return loaders.of(lettersOfCases).load(theCase.id)
  }
}

/** `Task.letter`: the letter a task is about. */
@Resolver(() => Task)
export class TaskLetterResolver {
  @ResolveField(() => Letter, { nullable: true })
  @CheckedInside('lettersById')
  letter(@Parent() task: Task, @Load() loaders: Loaders): Promise<Letter | null> {
    return task.letterId ? loaders.of(lettersById).load(task.letterId) : Promise.resolve(null)
  }
}
