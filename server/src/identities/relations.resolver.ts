import { Args, Field, ID, InputType, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { DataSource, In, IsNull } from 'typeorm'
import { mayEnter, Refusal, type RelationKind, type Viewer } from '@domain'
import { inOrder, type Batch, type Loaders } from '../platform/loaders.js'
import { Load, Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { Vault } from '../platform/vault.js'
import { DeclareRelation, demandSelfOrRecorder } from './declare-relation.js'
import { DeclaredRelation, RelationKindEnum } from './declared-relation.entity.js'

@InputType()
export class RelationInput {
  @Field(() => RelationKindEnum) kind: RelationKind
  @Field(() => String, { nullable: true }) nip?: string | null
  @Field(() => String, { nullable: true }) agencyCode?: string | null
  @Field(() => String, { nullable: true }) note?: string | null
}

const agencyNames: Batch<string, string | null> = async (codes, { db }) => {
  const rows = await db.query<{ code: string; name: string }[]>('SELECT code, name FROM agency WHERE code = ANY ($1)', [codes])
  return inOrder(codes, rows, (row) => row.code).map((row) => row?.name ?? null)
}

const personNames: Batch<string, string> = async (ids, { db }) => {
  const rows = await db.query<{ id: string; name: string }[]>('SELECT id, name FROM person WHERE id = ANY ($1)', [ids])
  return inOrder(ids, rows, (row) => row.id).map((row) => row?.name ?? '')
}

/** A house has some dozens of them in its life; more are not shown at once. */
const LISTED_AT_MOST = 500

/** Relations that keep somebody out of a case. */
@Resolver(() => DeclaredRelation)
export class RelationsResolver {
  constructor(
    private readonly db: DataSource,
    private readonly declare: DeclareRelation,
    private readonly vault: Vault,
  ) {}

  @Query(() => [DeclaredRelation], {
    description:
      'The own, of somebody, or of the whole house for those who keep the register; with `ended` also what is over. The newest first',
  })
  @CheckedInside('demandSelfOrRecorder')
  declaredRelations(
    @Me() me: Viewer,
    @Args('personId', { type: () => ID, nullable: true }) personId?: string | null,
    @Args('everybody', { type: () => Boolean, nullable: true, defaultValue: false }) everybody = false,
    @Args('ended', { type: () => Boolean, nullable: true, defaultValue: false }) ended = false,
  ): Promise<DeclaredRelation[]> {
    if (everybody && !mayEnter(me, 'relations')) throw new Refusal('access.denied')
    demandSelfOrRecorder(me, personId ?? me.id)
    return this.db.manager.find(DeclaredRelation, {
      where: { ...(everybody ? {} : { personId: personId ?? me.id }), ...(ended ? {} : { endedAt: IsNull() }) },
      order: { declaredAt: 'DESC', id: 'ASC' },
      take: LISTED_AT_MOST,
    })
  }

  @ResolveField(() => String, { description: 'Whose relation it is' })
  @CheckedInside('demandSelfOrRecorder')
  personName(@Parent() { personId }: DeclaredRelation, @Load() loaders: Loaders): Promise<string> {
    return loaders.of(personNames).load(personId)
  }

  @ResolveField(() => String, { description: 'Who wrote it down' })
  @CheckedInside('demandSelfOrRecorder')
  declaredByName(@Parent() { declaredBy }: DeclaredRelation, @Load() loaders: Loaders): Promise<string> {
    return loaders.of(personNames).load(declaredBy)
  }

  @ResolveField(() => String, { nullable: true })
  @CheckedInside('demandSelfOrRecorder')
  endedByName(@Parent() { endedBy }: DeclaredRelation, @Load() loaders: Loaders): Promise<string> | null {
    return endedBy === null ? null : loaders.of(personNames).load(endedBy)
  }

  @ResolveField(() => String, { nullable: true })
  @CheckedInside('demandSelfOrRecorder')
  note(@Parent() { id, noteSealed }: DeclaredRelation): string | null {
    return noteSealed && this.vault.open({ table: 'declared_relation', column: 'note_sealed', rowId: id }, noteSealed)
  }

  @ResolveField(() => String, { nullable: true })
  @CheckedInside('reference data')
  agencyName(@Parent() { agencyCode }: DeclaredRelation, @Load() loaders: Loaders): Promise<string | null> | null {
    return agencyCode === null ? null : loaders.of(agencyNames).load(agencyCode)
  }

  @Mutation(() => DeclaredRelation)
  @CheckedInside('DeclareRelation')
  async declareRelation(
    @Me() me: Viewer,
    @Args('input') input: RelationInput,
    @Args('key') key: string,
    @Args('personId', { type: () => ID, nullable: true }) personId: string | null = null,
  ): Promise<DeclaredRelation> {
    const nip = input.nip?.trim() ? this.vault.blindIndex('nip', input.nip).toString('hex') : null
    const { id } = await this.declare.run(me, personId ?? me.id, input, { key, input: { personId, ...input, nip } })
    return this.db.manager.findOneByOrFail(DeclaredRelation, { id: In([id]) })
  }

  @Mutation(() => DeclaredRelation)
  @CheckedInside('DeclareRelation.end')
  async endRelation(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('key') key: string,
  ): Promise<DeclaredRelation> {
    await this.declare.end(me, { id, version }, { key, input: { id, version } })
    return this.db.manager.findOneByOrFail(DeclaredRelation, { id })
  }
}
