import { Args, Field, ID, InputType, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { DataSource, In, IsNull } from 'typeorm'
import type { RelationKind, Viewer } from '@domain'
import { inOrder, type Batch, type Loaders } from '../platform/loaders.js'
import { Load, Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { Vault } from '../platform/vault.js'
import { DeclareRelation, demandSelfOrAdmin } from './declare-relation.js'
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

/** Relations that keep somebody out of a case. */
@Resolver(() => DeclaredRelation)
export class RelationsResolver {
  constructor(
    private readonly db: DataSource,
    private readonly declare: DeclareRelation,
    private readonly vault: Vault,
  ) {}

  @Query(() => [DeclaredRelation], { description: 'Those in force: the own, or of anybody for an administrator' })
  @CheckedInside('demandSelfOrAdmin')
  declaredRelations(
    @Me() me: Viewer,
    @Args('personId', { type: () => ID, nullable: true }) personId?: string | null,
  ): Promise<DeclaredRelation[]> {
    demandSelfOrAdmin(me, personId ?? me.id)
    return this.db.manager.find(DeclaredRelation, {
      where: { personId: personId ?? me.id, endedAt: IsNull() },
      order: { declaredAt: 'DESC' },
    })
  }

  @ResolveField(() => String, { nullable: true })
  @CheckedInside('demandSelfOrAdmin')
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
