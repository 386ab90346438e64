import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import type { HolderKind, Role, Viewer } from '@domain'
import { HolderKindEnum, RoleEnum } from '../platform/enums.js'
import type { Loaders } from '../platform/loaders.js'
import { LocalDateScalar } from '../platform/local-date.js'
import { Load, Me } from '../platform/me.js'
import { AllowArea, SignedIn } from '../platform/policy.js'
import { AppointHolder } from './appoint-holder.js'
import { Directory, Holder, holdersOfPosition, ReadDirectory } from './directory.js'
import { EndHolder } from './end-holder.js'
import { Position } from './position.entity.js'
import { SavePosition } from './save-position.js'
import { SaveUnit } from './save-unit.js'
import { Unit } from './unit.entity.js'

const Id = { type: () => ID } as const
const OptionalId = { type: () => ID, nullable: true } as const

/** Units, posts and who holds them: everybody reads, administrators change. */
@Resolver(() => Position)
@AllowArea('people', 'manage_people')
export class OrganisationResolver {
  constructor(
    private readonly db: DataSource,
    private readonly read: ReadDirectory,
    private readonly units: SaveUnit,
    private readonly positions: SavePosition,
    private readonly appoint: AppointHolder,
    private readonly end: EndHolder,
  ) {}

  @Query(() => Directory)
  @AllowArea('directory')
  directory(): Promise<Directory> {
    return this.read.run()
  }

  @Mutation(() => Unit)
  async saveUnit(
    @Me() me: Viewer,
    @Args('code') code: string,
    @Args('name') name: string,
    @Args('kind') kind: string,
    @Args('key') key: string,
    @Args('id', OptionalId) id: string | null = null,
    @Args('parentId', OptionalId) parentId: string | null = null,
  ): Promise<Unit> {
    const saved = await this.units.run(me, key, { id, code, name, kind, parentId })
    return this.db.manager.findOneByOrFail(Unit, saved)
  }

  @Mutation(() => Position)
  async savePosition(
    @Me() me: Viewer,
    @Args('code') code: string,
    @Args('title') title: string,
    @Args('unitId', Id) unitId: string,
    @Args('role', { type: () => RoleEnum }) role: Role,
    @Args('rank', { type: () => Int }) rank: number,
    @Args('key') key: string,
    @Args('id', OptionalId) id: string | null = null,
    @Args('superiorId', OptionalId) superiorId: string | null = null,
    @Args('closed', { type: () => Boolean, defaultValue: false }) closed: boolean,
  ): Promise<Position> {
    const saved = await this.positions.run(me, key, { id, code, title, unitId, role, superiorId, rank, closed })
    return this.db.manager.findOneByOrFail(Position, saved)
  }

  @Mutation(() => Position)
  async appointHolder(
    @Me() me: Viewer,
    @Args('positionId', Id) positionId: string,
    @Args('personId', Id) personId: string,
    @Args('kind', { type: () => HolderKindEnum }) kind: HolderKind,
    @Args('since', { type: () => LocalDateScalar }) since: string,
    @Args('key') key: string,
    @Args('mandate', { type: () => String, nullable: true }) mandate: string | null = null,
    @Args('until', { type: () => LocalDateScalar, nullable: true }) until: string | null = null,
  ): Promise<Position> {
    await this.appoint.run(me, key, { positionId, personId, kind, mandate, since, until })
    return this.db.manager.findOneByOrFail(Position, { id: positionId })
  }

  @Mutation(() => Position)
  async endHolder(
    @Me() me: Viewer,
    @Args('id', Id) id: string,
    @Args('until', { type: () => LocalDateScalar }) until: string,
    @Args('key') key: string,
  ): Promise<Position> {
    const ended = await this.end.run(me, key, { id, until })
    return this.db.manager.findOneByOrFail(Position, { id: ended.positionId })
  }

  @ResolveField(() => [Holder])
  @SignedIn()
  holders(@Parent() position: Position, @Load() loaders: Loaders): Promise<Holder[]> {
    return loaders.of(holdersOfPosition).load(position.id)
  }

  @ResolveField(() => Boolean)
  @SignedIn()
  closed(@Parent() position: Position): boolean {
    return position.closedAt !== null
  }
}
