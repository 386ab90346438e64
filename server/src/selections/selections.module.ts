import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { FilesModule } from '../files/index.js'
import { AdvanceSelection } from './advance-selection.js'
import { ChooseThree } from './choose-three.js'
import { ResultCorrection, ScoreCorrection, SelectionReopening, SetAsideCheck, SetAsideChoice } from './corrections.entity.js'
import { ExtendAnnouncement } from './extend-announcement.js'
import { ImportResults } from './import-results.js'
import { OpenSelection } from './open-selection.js'
import { PlanSelection } from './plan-selection.js'
import { RecordDocuments } from './record-documents.js'
import { RecordResults } from './record-results.js'
import { RegisterApplicants } from './register-applicants.js'
import { Appointment, Candidate, CandidateScore, RecordedComponent, Shortlisted } from './results.entity.js'
import { ReopenSelection } from './reopen-selection.js'
import { ResultsTemplateController } from './results-template.controller.js'
import { SelectionChanges } from './selection-changes.js'
import {
  AnnouncementExtension,
  PanelMember,
  SelectionCheck,
  SelectionDocument,
  SelectionSchedule,
  VacantPost,
} from './selection-parts.entity.js'
import { CorrectionsResolver, ReopeningsResolver, SelectionCorrectionsResolver } from './corrections.resolver.js'
import { CaseSelectionResolver, SelectionPartsResolver } from './selection-parts.resolver.js'
import { SelectionResultsResolver } from './selection-results.resolver.js'
import { Selection } from './selection.entity.js'
import { SelectionsResolver } from './selections.resolver.js'
import { StageWorkResolver } from './stage-work.resolver.js'

const PARTS = [SelectionSchedule, AnnouncementExtension, PanelMember, VacantPost, SelectionDocument, SelectionCheck]
const RESULTS = [Candidate, RecordedComponent, CandidateScore, Shortlisted, Appointment]
const CORRECTIONS = [SelectionReopening, SetAsideCheck, SetAsideChoice, ResultCorrection, ScoreCorrection]
const ACTS = [
  OpenSelection,
  RecordDocuments,
  PlanSelection,
  ExtendAnnouncement,
  RegisterApplicants,
  RecordResults,
  ImportResults,
  ChooseThree,
  AdvanceSelection,
  ReopenSelection,
]

@Module({
  imports: [TypeOrmModule.forFeature([Selection, ...PARTS, ...RESULTS, ...CORRECTIONS]), FilesModule],
  controllers: [ResultsTemplateController],
  providers: [
    ...ACTS,
    SelectionsResolver,
    StageWorkResolver,
    SelectionPartsResolver,
    SelectionResultsResolver,
    CaseSelectionResolver,
    SelectionCorrectionsResolver,
    CorrectionsResolver,
    ReopeningsResolver,
    SelectionChanges,
  ],
  exports: ACTS,
})
export class SelectionsModule {}
