import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AmendCase } from './amend-case.js'
import { AttachFiles } from './attach-files.js'
import { CaseChanges } from './case-changes.js'
import { CasePartsResolver, PartyIdentityResolver } from './case-parts.resolver.js'
import { Case } from './case.entity.js'
import { CasesResolver } from './cases.resolver.js'
import { DecideCase } from './decide-case.js'
import { DuplicatesResolver } from './duplicates.resolver.js'
import { WithdrawCase } from './end-case.js'
import { InboxResolver } from './inbox.resolver.js'
import { LeakGuard } from './leak-guard.js'
import { OralStatement } from './oral-statement.entity.js'
import { Party } from './party.entity.js'
import { ReceiptController } from './receipt.controller.js'
import { RegisterCase } from './register-case.js'
import { SealAttachments } from './seal-attachments.js'
import { SealReporter } from './seal-reporter.js'
import { SealReporterResolver } from './seal-reporter.resolver.js'
import { SealedIdentity } from './sealed-identity.entity.js'
import { RequirementCheck } from './requirement-check.entity.js'
import { Task } from './task.entity.js'

@Module({
  imports: [TypeOrmModule.forFeature([Case, OralStatement, Party, SealedIdentity, RequirementCheck, Task])],
  controllers: [ReceiptController],
  providers: [
    RegisterCase,
    SealReporter,
    SealAttachments,
    LeakGuard,
    SealReporterResolver,
    AmendCase,
    AttachFiles,
    DecideCase,
    WithdrawCase,
    CasesResolver,
    CasePartsResolver,
    PartyIdentityResolver,
    InboxResolver,
    DuplicatesResolver,
    CaseChanges,
  ],
  exports: [RegisterCase, SealReporter, AmendCase, DecideCase, WithdrawCase, AttachFiles, SealAttachments, LeakGuard],
})
export class CasesModule {}
