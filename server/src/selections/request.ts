import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import {
  completeness,
  requirementsFor,
  type Channel,
  type LetterKind,
  type RequestState,
  type RequirementState,
  type SelectionStage,
  type SenderKind,
  type Standard,
} from '@domain'
import { ChannelEnum, LetterKindEnum } from '../platform/enums.js'
import { CheckedInside } from '../platform/policy.js'
import { standardById } from '../standards/index.js'
import { RequestStateEnum, SelectionStageEnum } from './enums.js'

/** The request of one stage: a case of the register, with how far its file is. */
@ObjectType()
@CheckedInside('the loader gives the requests of a selection that was read under the rules')
export class SelectionRequest {
  @Field(() => ID) id: string
  selectionId: string
  @Field(() => ID) caseId: string
  @Field(() => SelectionStageEnum) stage: SelectionStage
  @Field(() => RequestStateEnum) state: RequestState
  @Field(() => Date) attachedAt: Date
  @Field(() => Date, { nullable: true }) completedAt: Date | null
  @Field(() => Date, { nullable: true, description: 'When the agency corrected what its letter had answered' }) supersededAt: Date | null
  @Field(() => Int) agendaYear: number
  @Field(() => Int) agendaNumber: number
  @Field(() => ChannelEnum) channel: Channel
  senderKind: SenderKind
  /** The version of the standard that its case keeps. */
  @Field(() => ID) standardVersionId: string
  standard: Standard
  @Field(() => Date, { nullable: true }) dueAt: Date | null
  @Field(() => String, {
    nullable: true,
    description: 'Why the date is not to be taken as it stands: the clock is paused, the year has no decree',
  })
  dueFlag: string | null
  @Field(() => Date, { nullable: true }) clockStartedAt: Date | null
  @Field(() => [LetterKindEnum], { description: 'The kinds of letters that reached the agency' }) delivered: LetterKind[]
  checklist: { code: string; state: RequirementState }[]

  /** Whether the request is in the portal: it came that way, or the agency has entered it since. */
  @Field(() => Boolean)
  get inPortal(): boolean {
    return this.channel === 'sijapti' || this.checklist.some((line) => line.code === PORTAL_ENTRY_LATER && line.state === 'met')
  }

  @Field(() => [String], { description: 'Codes of the requirements of the standard that are still missing, the stage papers aside' })
  get missingRequirements(): string[] {
    return missingRequirements(this)
  }
}

/** The papers of the stage, as the standard's checklist calls them all together. */
export const STAGE_PAPERS = 'jpt.stage_documents'
/** "Instansi wajib mengajukan permohonan melalui portal SIJAPTI" (Persyaratan 3), for a request that came another way. */
export const PORTAL_ENTRY_LATER = 'jpt.sijapti_entry_later'

type Checked = Pick<SelectionRequest, 'channel' | 'senderKind' | 'checklist' | 'standard'>

/** What the standard asks besides the papers of the stage and has not been found. */
export function missingRequirements({ channel, senderKind, checklist, standard }: Checked): string[] {
  const states = new Map(checklist.map((line) => [line.code, line.state]))
  return requirementsFor(standard, channel, senderKind)
    .filter(({ code, mandatory }) => (mandatory && code !== STAGE_PAPERS) || code === PORTAL_ENTRY_LATER)
    .map(({ code }) => code)
    .filter((code) => states.get(code) !== 'met' && states.get(code) !== 'not_applicable')
}

/** Whether nothing mandatory is missing once the papers of the stage are there. */
export const isCompleteWithPapers = ({ channel, senderKind, checklist, standard }: Checked): boolean =>
  completeness(
    {
      service: 'JPT',
      channel,
      requirements: [...checklist.filter(({ code }) => code !== STAGE_PAPERS), { code: STAGE_PAPERS, state: 'met' }],
    },
    senderKind,
    standard,
  ).complete

/** The columns of a request `r` with its case `c`. */
export const REQUEST_COLUMNS = `r.id, r.selection_id AS "selectionId", r.case_id AS "caseId", r.stage, r.state, r.attached_at AS "attachedAt",
  r.completed_at AS "completedAt", r.superseded_at AS "supersededAt", c.agenda_year AS "agendaYear", c.agenda_number AS "agendaNumber", c.channel, c.sender_kind AS "senderKind",
  c.standard_version_id AS "standardVersionId", c.next_due_at AS "dueAt", c.next_due_flag AS "dueFlag", c.next_clock_started_at AS "clockStartedAt",
  ARRAY(SELECT DISTINCT l.kind FROM letter l WHERE l.case_id = c.id AND l.status = 'delivered') AS delivered,
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', q.code, 'state', q.state)) FROM requirement_check q WHERE q.case_id = c.id), '[]') AS checklist`

export const REQUEST_FROM = `selection_request r JOIN "case" c ON c.id = r.case_id`

interface Asked {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>
}

/** A row of REQUEST_COLUMNS with the version of the standard that its case keeps. */
export async function toRequest(db: Asked, row: { readonly standardVersionId: string }): Promise<SelectionRequest> {
  const { document: standard } = await standardById(db, row.standardVersionId)
  return Object.assign(new SelectionRequest(), row, { standard })
}
