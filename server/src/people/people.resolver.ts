import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import type { Viewer } from '@domain'
import type { Loaders } from '../platform/loaders.js'
import { Load, Me } from '../platform/me.js'
import { AllowArea, CheckedInside } from '../platform/policy.js'
import { Vault } from '../platform/vault.js'
import { HeldPosition } from './held-position.js'
import { maskedNip, personById, PersonPage, positionsOfPerson, ReadPeople } from './people-page.js'
import { Person } from './person.entity.js'
import { ResetPassword } from './reset-password.js'
import { SavePerson } from './save-person.js'
import { SetPersonDisabled } from './set-person-disabled.js'

const OptionalId = { type: () => ID, nullable: true } as const
const OptionalText = { type: () => String, nullable: true } as const

/** The accounts of the house, for administrators. */
@Resolver(() => Person)
@AllowArea('people', 'manage_people')
export class PeopleResolver {
  constructor(
    private readonly read: ReadPeople,
    private readonly save: SavePerson,
    private readonly disable: SetPersonDisabled,
    private readonly reset: ResetPassword,
    private readonly vault: Vault,
  ) {}

  @Query(() => PersonPage)
  @AllowArea('people')
  people(
    @Args('search', OptionalText) search: string | null = null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', OptionalText) after: string | null = null,
  ): Promise<PersonPage> {
    return this.read.page({ search, first: first ?? 50, after })
  }

  @Mutation(() => Person)
  async savePerson(
    @Me() me: Viewer,
    @Load() loaders: Loaders,
    @Args('name') name: string,
    @Args('email') email: string,
    @Args('key') key: string,
    @Args('id', OptionalId) id: string | null = null,
    @Args('version', { type: () => Int, nullable: true }) version: number | null = null,
    @Args('nip', OptionalText) nip: string | null = null,
  ): Promise<Person | null> {
    const saved = await this.save.run(me, key, { id, version, name, email, nip })
    return loaders.of(personById).load(saved.id)
  }

  @Mutation(() => Person)
  async setPersonDisabled(
    @Me() me: Viewer,
    @Load() loaders: Loaders,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('disabled') disabled: boolean,
    @Args('key') key: string,
  ): Promise<Person | null> {
    await this.disable.run(me, key, { id, version, disabled })
    return loaders.of(personById).load(id)
  }

  /** The new password, shown once. */
  @Mutation(() => String)
  resetPassword(@Me() me: Viewer, @Args('id', { type: () => ID }) id: string, @Args('key') key: string): Promise<string> {
    return this.reset.run(me, key, id)
  }

  @ResolveField(() => [HeldPosition])
  @CheckedInside('reached through a person, which only the area people shows')
  positions(@Parent() person: Person, @Load() loaders: Loaders): Promise<HeldPosition[]> {
    return loaders.of(positionsOfPerson).load(person.id)
  }

  /** Masked. */
  @ResolveField(() => String, { nullable: true })
  @CheckedInside('reached through a person, which only the area people shows')
  nip(@Parent() person: Person): string | null {
    return maskedNip(this.vault, person)
  }
}
