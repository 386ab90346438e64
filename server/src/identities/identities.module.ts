import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { DecideRelease } from './decide-release.js'
import { DeclareRelation } from './declare-relation.js'
import { DeclaredRelation } from './declared-relation.entity.js'
import { DossiersResolver } from './dossiers.resolver.js'
import { IdentityRelease } from './identity-release.entity.js'
import { ReadIdentity } from './read-identity.js'
import { RelationsResolver } from './relations.resolver.js'
import { ReleaseChanges } from './release-changes.js'
import { CaseReleasesResolver, ReleasesResolver } from './releases.resolver.js'
import { RequestRelease } from './request-release.js'

@Module({
  imports: [TypeOrmModule.forFeature([IdentityRelease, DeclaredRelation])],
  providers: [
    RequestRelease,
    DecideRelease,
    ReadIdentity,
    DeclareRelation,
    ReleasesResolver,
    CaseReleasesResolver,
    RelationsResolver,
    DossiersResolver,
    ReleaseChanges,
  ],
  exports: [RequestRelease, DecideRelease, ReadIdentity, DeclareRelation],
})
export class IdentitiesModule {}
