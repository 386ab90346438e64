import { Args, Field, Float, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import type { ResultColumn, TableFault, Viewer } from '@domain'
import { Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { ChooseThree } from './choose-three.js'
import { ResultColumnEnum } from './enums.js'
import { ImportResults } from './import-results.js'
import { readSelection } from './read-selection.js'
import { RecordDocuments } from './record-documents.js'
import { RecordResults } from './record-results.js'
import { RegisterApplicants } from './register-applicants.js'
import { ApplicantInput, AppointmentInput, CheckLineInput, DocumentLineInput, ResultPlaceInput, ScoreInput } from './selection-input.js'
import { Selection } from './selection.entity.js'

const SCORED = 'ImportResults asks the rules'

/** One line of a table of results that would be kept. */
@ObjectType()
@CheckedInside(SCORED)
export class PreviewedLine {
  @Field(() => Int) row: number
  @Field(() => ID) candidateId: string
  @Field(() => Float) score: number
  @Field(() => Int) rank: number
  @Field() proceeds: boolean
}

/** What is wrong with a cell, a row or the whole of a table of results. */
@ObjectType()
@CheckedInside(SCORED)
export class TableFaultFound {
  @Field(() => Int, { nullable: true }) row: number | null
  @Field(() => ResultColumnEnum, { nullable: true }) column: ResultColumn | null
  @Field(() => String) fault: TableFault
  @Field(() => String, { nullable: true }) found: string | null
}

@ObjectType()
@CheckedInside(SCORED)
export class ResultsPreview {
  @Field() sha256: string
  @Field(() => [PreviewedLine]) lines: PreviewedLine[]
  @Field(() => [TableFaultFound]) faults: TableFaultFound[]
  @Field({ description: 'Whether equal scores need the reason of the panel for their order' }) needsTieReason: boolean
}

const ID_ARG = { type: () => ID }
const INT_ARG = { type: () => Int }
const MAYBE_TEXT = { type: () => String, nullable: true } as const
const CORRECTION = { ...MAYBE_TEXT, description: 'Demanded where scores are on record already' } as const

/** The work inside the stages: papers, checks, applicants, scores, the three, the one. */
@Resolver(() => Selection)
export class StageWorkResolver {
  constructor(
    private readonly db: DataSource,
    private readonly documents: RecordDocuments,
    private readonly applicants: RegisterApplicants,
    private readonly results: RecordResults,
    private readonly importing: ImportResults,
    private readonly choosing: ChooseThree,
  ) {}

  @Mutation(() => Selection)
  @CheckedInside('RecordDocuments.run')
  async recordSelectionDocuments(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('documents', { type: () => [DocumentLineInput] }) documents: DocumentLineInput[],
    @Args('requirementsMet', { type: () => [String] }) requirementsMet: string[],
    @Args('key') key: string,
    @Args('caseId', { type: () => ID, nullable: true }) caseId?: string | null,
  ): Promise<Selection> {
    const received = { documents, requirementsMet, caseId: caseId ?? null }
    await this.documents.run(me, { id, version }, received, { key, input: { id, version, ...received } })
    return readSelection(this.db, me, id)
  }

  @Mutation(() => Selection)
  @CheckedInside('RecordDocuments.checks')
  async recordSelectionChecks(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('checks', { type: () => [CheckLineInput] }) checks: CheckLineInput[],
    @Args('key') key: string,
  ): Promise<Selection> {
    await this.documents.checks(me, { id, version }, checks, { key, input: { id, version, checks } })
    return readSelection(this.db, me, id)
  }

  @Mutation(() => Selection)
  @CheckedInside('RegisterApplicants')
  async saveSelectionApplicants(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('applicants', { type: () => [ApplicantInput] }) applicants: ApplicantInput[],
    @Args('removed', { type: () => [ID] }) removed: string[],
    @Args('key') key: string,
  ): Promise<Selection> {
    await this.applicants.run(me, { id, version }, applicants, removed, { key, input: { id, version, applicants, removed } })
    return readSelection(this.db, me, id)
  }

  @Mutation(() => Selection)
  @CheckedInside('RecordResults.run')
  async recordSelectionResults(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('place') place: ResultPlaceInput,
    @Args('lines', { type: () => [ScoreInput] }) lines: ScoreInput[],
    @Args('key') key: string,
    @Args('tieReason', MAYBE_TEXT) tieReason?: string | null,
    @Args('reason', CORRECTION) reason?: string | null,
  ): Promise<Selection> {
    const given = { lines, tieReason: tieReason ?? null, reason: reason ?? null }
    await this.results.run(me, { id, version }, place, given, { key, input: { id, version, place, ...given } })
    return readSelection(this.db, me, id)
  }

  @Query(() => ResultsPreview, { description: 'What an uploaded table says, row by row; nothing is kept' })
  @CheckedInside('ImportResults.preview')
  previewResults(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('place') place: ResultPlaceInput,
    @Args('fileId', ID_ARG) fileId: string,
  ): Promise<object> {
    return this.importing.preview(me, id, place, fileId)
  }

  @Mutation(() => Selection)
  @CheckedInside('ImportResults.run')
  async importResults(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('place') place: ResultPlaceInput,
    @Args('fileId', ID_ARG) fileId: string,
    @Args('sha256') sha256: string,
    @Args('key') key: string,
    @Args('tieReason', MAYBE_TEXT) tieReason?: string | null,
    @Args('reason', CORRECTION) reason?: string | null,
  ): Promise<Selection> {
    const given = { fileId, sha256, tieReason: tieReason ?? null, reason: reason ?? null }
    await this.importing.run(me, { id, version }, place, given, { key, input: { id, version, place, ...given } })
    return readSelection(this.db, me, id)
  }

  @Mutation(() => Selection)
  @CheckedInside('ChooseThree.shortlist')
  async chooseThreeBest(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('postId', ID_ARG) postId: string,
    @Args('key') key: string,
  ): Promise<Selection> {
    await this.choosing.shortlist(me, { id, version }, postId, { key, input: { id, version, postId } })
    return readSelection(this.db, me, id)
  }

  @Mutation(() => Selection)
  @CheckedInside('ChooseThree.appoint')
  async recordAppointment(
    @Me() me: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('version', INT_ARG) version: number,
    @Args('appointment') appointment: AppointmentInput,
    @Args('key') key: string,
  ): Promise<Selection> {
    await this.choosing.appoint(me, { id, version }, appointment, { key, input: { id, version, appointment } })
    return readSelection(this.db, me, id)
  }
}
