import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import type { Viewer } from '@domain'
import { LocalDateScalar } from '../platform/local-date.js'
import { Me } from '../platform/me.js'
import { Moment } from '../platform/moment.js'
import { AllowArea, SignedIn } from '../platform/policy.js'
import { DateTime } from '../platform/scalars.js'
import { OrganisationProfile } from './organisation-profile.entity.js'
import { profileInForce } from './profile-in-force.js'
import { SaveProfile } from './save-profile.js'

const OptionalText = { type: () => String, nullable: true } as const

/** What stands at the head of papers: everybody reads it, administrators save the next version. */
@Resolver(() => OrganisationProfile)
@AllowArea('people', 'manage_organisation')
export class ProfilesResolver {
  constructor(
    private readonly db: DataSource,
    private readonly save: SaveProfile,
  ) {}

  @Query(() => OrganisationProfile, { description: 'The version in force now, or at the instant an issued letter was issued' })
  @SignedIn()
  async organisationProfile(@Args('at', { type: () => DateTime, nullable: true }) at: Date | null = null): Promise<OrganisationProfile> {
    return profileInForce(this.db, at ?? (await Moment.now(this.db)))
  }

  @Query(() => [OrganisationProfile], { description: 'Every version, newest first' })
  @AllowArea('people')
  organisationVersions(): Promise<OrganisationProfile[]> {
    return this.db.manager.find(OrganisationProfile, { order: { number: 'DESC' } })
  }

  @Mutation(() => OrganisationProfile)
  async saveOrganisation(
    @Me() me: Viewer,
    @Args('after', { type: () => Int }) after: number,
    @Args('validFrom', { type: () => LocalDateScalar }) validFrom: string,
    @Args('organisation') organisation: string,
    @Args('address') address: string,
    @Args('contact') contact: string,
    @Args('place') place: string,
    @Args('key') key: string,
    @Args('english', OptionalText) english: string | null = null,
    @Args('emblemSvg', OptionalText) emblemSvg: string | null = null,
  ): Promise<OrganisationProfile> {
    const saved = await this.save.run(me, key, { after, validFrom, organisation, english, address, contact, place, emblemSvg })
    return this.db.manager.findOneByOrFail(OrganisationProfile, saved)
  }
}
