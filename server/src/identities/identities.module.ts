import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { PeopleModule } from '../people/index.js'
import { FilesModule } from '../files/index.js'
import { DecideRelease } from './decide-release.js'
import { DeclareRelation } from './declare-relation.js'
import { DeclaredRelation } from './declared-relation.entity.js'
import { DossiersResolver } from './dossiers.resolver.js'
import { ExcludeReported } from './exclude-reported.js'
import { IdentityRelease } from './identity-release.entity.js'
import { LooksController } from './looks.controller.js'
import { ReadIdentity } from './read-identity.js'
import { ReadSealedFile } from './read-sealed-file.js'
import { RelationsResolver } from './relations.resolver.js'
import { ReleaseChanges } from './release-changes.js'
import { CaseReleasesResolver, ReleasesResolver } from './releases.resolver.js'
import { RequestRelease } from './request-release.js'
import { StepUp } from './step-up.js'

@Module({
  imports: [FilesModule, PeopleModule, TypeOrmModule.forFeature([IdentityRelease, DeclaredRelation])],
  controllers: [LooksController],
  providers: [
    StepUp,
    ExcludeReported,
    ReadSealedFile,
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
  exports: [RequestRelease, DecideRelease, ReadIdentity, ReadSealedFile, DeclareRelation],
})
export class IdentitiesModule {}
