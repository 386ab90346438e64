import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AdvanceDraft } from './advance-draft.js'
import { CheckAtStart } from './check-at-start.js'
import { ConsentToDraft } from './consent-to-draft.js'
import { DraftsResolver } from './drafts.resolver.js'
import { RecountOpenClocks } from './recount-open-clocks.js'
import { RehearseDraft } from './rehearse-draft.js'
import { RuleChanges } from './rule-changes.js'
import { RuleDraft } from './rule-draft.entity.js'
import { StandardTextsResolver, VersionsResolver } from './versions.resolver.js'
import { WriteDraft } from './write-draft.js'

/** Versions of the standards and of the working calendar: drafted, rehearsed, and put into force by two persons. */
@Module({
  imports: [TypeOrmModule.forFeature([RuleDraft])],
  providers: [
    WriteDraft,
    RehearseDraft,
    AdvanceDraft,
    ConsentToDraft,
    RecountOpenClocks,
    RuleChanges,
    CheckAtStart,
    DraftsResolver,
    VersionsResolver,
    StandardTextsResolver,
  ],
  exports: [WriteDraft, RehearseDraft, AdvanceDraft, ConsentToDraft, RecountOpenClocks],
})
export class RulebookModule {}
