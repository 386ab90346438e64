import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { OrganisationChanges } from './organisation-change.js'
import { OrganisationProfile } from './organisation-profile.entity.js'
import { ProfilesResolver } from './profiles.resolver.js'
import { SaveProfile } from './save-profile.js'

/** What the organisation is called and where it is found, as its papers say it. */
@Module({
  imports: [TypeOrmModule.forFeature([OrganisationProfile])],
  providers: [ProfilesResolver, SaveProfile, OrganisationChanges],
  exports: [SaveProfile],
})
export class OrganisationModule {}
