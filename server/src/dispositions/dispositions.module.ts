import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AnswerDisposition } from './answer-disposition.js'
import { DisposeCase } from './dispose-case.js'
import { DispositionChanges } from './disposition-changes.js'
import { DispositionSheetController } from './disposition-sheet.controller.js'
import { ConflictsResolver } from './conflicts.resolver.js'
import { Disposition } from './disposition.entity.js'
import { CaseDispositionsResolver, DispositionsResolver } from './dispositions.resolver.js'
import { HandOverCase } from './hand-over-case.js'

@Module({
  imports: [TypeOrmModule.forFeature([Disposition])],
  controllers: [DispositionSheetController],
  providers: [
    HandOverCase,
    DisposeCase,
    AnswerDisposition,
    DispositionsResolver,
    CaseDispositionsResolver,
    ConflictsResolver,
    DispositionChanges,
  ],
  exports: [HandOverCase, DisposeCase, AnswerDisposition],
})
export class DispositionsModule {}
