import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { DataSource, In } from 'typeorm'
import { mayRead, Refusal, type ReleasePurpose, type Service, type Viewer } from '@domain'
import { Case } from '../cases/case.entity.js'
import { ServiceEnum } from '../platform/enums.js'
import { findById } from '../platform/find-by-id.js'
import { grouped, type Batch, type Loaders } from '../platform/loaders.js'
import { Load, Me } from '../platform/me.js'
import { countedPage } from '../platform/merged-page.js'
import { CheckedInside } from '../platform/policy.js'
import { columnOf } from '../platform/where-allowed.js'
import { DecideRelease } from './decide-release.js'
import { IdentityRelease, ReleasePurposeEnum } from './identity-release.entity.js'
import { ReadIdentity } from './read-identity.js'
import { ReadSealedFile, SealedFileLook } from './read-sealed-file.js'
import { ReleasedIdentity } from './released-identity.js'
import { RequestRelease } from './request-release.js'

@InputType()
export class ReleaseInput {
  @Field(() => ReleasePurposeEnum) purpose: ReleasePurpose
  @Field() reason: string
  @Field(() => Int) hours: number
}

@ObjectType()
@CheckedInside('the releases query')
export class ReleasePage {
  @Field(() => [IdentityRelease]) rows: IdentityRelease[]
  @Field(() => String, { nullable: true }) endCursor: string | null
  @Field(() => Int) total: number
  @Field() totalCapped: boolean
}

/** As much of the case as a custodian needs to decide: its number, never what it is about. */
@ObjectType()
@CheckedInside('agendaOf: whoever reads the release')
export class ReleaseAgenda {
  @Field(() => Int) agendaNumber: number
  @Field(() => Int) agendaYear: number
  @Field(() => ServiceEnum) service: Service
}

const FIELDS = [
  ...[
    'id',
    'version',
    'caseId',
    'status',
    'purpose',
    'reason',
    'hours',
    'requestedBy',
    'requestedByName',
    'requestedByTitle',
    'requestedAt',
  ],
  ...['decidedBy', 'decidedByName', 'decidedByTitle', 'decidedAt', 'decisionNote', 'until', 'endedAt', 'endedByName', 'endReason'],
  ...['reads', 'lastReadAt', 'caseAuthorIds', 'caseHandlerPositionIds', 'excludedPersonIds'],
]
const COLUMNS = FIELDS.map((field) => `r.${columnOf(field)} AS "${field}"`).join(', ')

const agendaOf: Batch<string, ReleaseAgenda> = async (caseIds, { db }) => {
  const rows = await db.manager.find(Case, {
    where: { id: In([...caseIds]) },
    select: { id: true, agendaNumber: true, agendaYear: true, service: true },
  })
  const known = new Map(rows.map((row) => [row.id, row]))
  return caseIds.map((id) => known.get(id) ?? { agendaNumber: 0, agendaYear: 0, service: 'NETRALITAS' })
}

const releasesOf: Batch<string, IdentityRelease[]> = async (caseIds, { db, viewer }) => {
  const rows = await db.manager.find(IdentityRelease, { where: { caseId: In([...caseIds]) }, order: { requestedAt: 'DESC' } })
  return grouped(
    caseIds,
    rows.filter((row) => mayRead(viewer, row)),
    (row) => row.caseId,
  )
}

const ID_ARG = { type: () => ID } as const
const INT_ARG = { type: () => Int } as const

/** Asking for a sealed identity, deciding about it, and looking at it. */
@Resolver(() => IdentityRelease)
export class ReleasesResolver {
  constructor(
    private readonly db: DataSource,
    private readonly request: RequestRelease,
    private readonly decide: DecideRelease,
    private readonly reading: ReadIdentity,
    private readonly readingFile: ReadSealedFile,
  ) {}

  @Query(() => ReleasePage, { description: 'Newest first: all of them for a custodian, their own for whoever asked' })
  @CheckedInside('countedPage: the rules as SQL')
  identityReleases(
    @Me() me: Viewer,
    @Args('first', { ...INT_ARG, nullable: true, defaultValue: 50 }) first = 50,
    @Args('after', { nullable: true, type: () => String }) after?: string | null,
  ): Promise<ReleasePage> {
    return countedPage(
      this.db,
      me,
      {
        subject: 'IdentityRelease',
        from: 'identity_release r',
        alias: 'r',
        select: COLUMNS,
        order: [{ sql: 'r.requested_at', type: 'timestamptz', direction: 'DESC' }],
        first,
        after: after ?? null,
      },
      (row) => Object.assign(new IdentityRelease(), row),
    )
  }

  @ResolveField(() => ReleaseAgenda)
  @CheckedInside('agendaOf: whoever reads the release')
  agenda(@Parent() release: IdentityRelease, @Load() loaders: Loaders): Promise<ReleaseAgenda> {
    return loaders.of(agendaOf).load(release.caseId)
  }

  @Mutation(() => IdentityRelease)
  @CheckedInside('RequestRelease')
  async requestRelease(
    @Me() me: Viewer,
    @Args('caseId', ID_ARG) caseId: string,
    @Args('input') input: ReleaseInput,
    @Args('key') key: string,
  ): Promise<IdentityRelease> {
    return this.read(me, await this.request.run(me, caseId, input, { key, input: { caseId, input } }))
  }

  @Mutation(() => IdentityRelease)
  @CheckedInside('DecideRelease.grant')
  async grantRelease(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('hours', INT_ARG) hours: number,
    @Args('key') key: string,
    @Args('note', { nullable: true, type: () => String }) note: string | null = null,
  ): Promise<IdentityRelease> {
    return this.read(me, await this.decide.grant(me, { id, version }, hours, note, { key, input: { id, version, hours, note } }))
  }

  @Mutation(() => IdentityRelease)
  @CheckedInside('DecideRelease.refuse')
  async refuseRelease(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<IdentityRelease> {
    return this.read(me, await this.decide.refuse(me, { id, version }, reason, { key, input: { id, version, reason } }))
  }

  @Mutation(() => IdentityRelease)
  @CheckedInside('DecideRelease.withdraw')
  async withdrawRelease(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('key') key: string,
  ): Promise<IdentityRelease> {
    return this.read(me, await this.decide.withdraw(me, { id, version }, { key, input: { id, version } }))
  }

  @Mutation(() => IdentityRelease)
  @CheckedInside('DecideRelease.revoke')
  async revokeRelease(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('reason') reason: string,
    @Args('key') key: string,
  ): Promise<IdentityRelease> {
    return this.read(me, await this.decide.revoke(me, { id, version }, reason, { key, input: { id, version, reason } }))
  }

  @Mutation(() => ReleasedIdentity, {
    description: 'Every call is a look of its own, written down; the answer is kept nowhere, so the key repeats nothing',
  })
  @CheckedInside('ReadIdentity')
  readIdentity(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('password') password: string,
    @Args('key') _key: string,
  ): Promise<ReleasedIdentity> {
    return this.reading.run(me, id, password)
  }

  @Mutation(() => SealedFileLook, {
    description: 'A look at an attachment that was sealed with the reporter, written down like every other; the copy is then fetched once',
  })
  @CheckedInside('ReadSealedFile')
  readSealedFile(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('fileId', ID_ARG) fileId: string,
    @Args('password') password: string,
    @Args('key') _key: string,
  ): Promise<SealedFileLook> {
    return this.readingFile.run(me, { releaseId: id, fileId }, password)
  }

  private async read(me: Viewer, { id }: { id: string }): Promise<IdentityRelease> {
    const found = await findById(this.db.manager, IdentityRelease, id)
    if (!found || !mayRead(me, found)) throw new Refusal('access.denied')
    return found
  }
}

/** `Case.releases`: those the viewer asked for or decides about. */
@Resolver(() => Case)
export class CaseReleasesResolver {
  @ResolveField(() => [IdentityRelease])
  @CheckedInside('releasesOf')
  releases(@Parent() theCase: Case, @Load() loaders: Loaders): Promise<IdentityRelease[]> {
    return loaders.of(releasesOf).load(theCase.id)
  }
}
