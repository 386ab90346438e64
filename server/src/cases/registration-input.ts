import { Field, ID, InputType } from '@nestjs/graphql'
import type {
  Channel,
  PartyEntry,
  PartyRole,
  Registration,
  ReporterProtection,
  RequirementState,
  Secrecy,
  SenderKind,
  Service,
  Urgency,
} from '@domain'
import { COMPLAINT_OFFICES, type ComplaintOffice, type OralStatement } from '@domain'
import { graphqlEnum } from '../platform/graphql-enum.js'
import { LocalDateScalar } from '../platform/local-date.js'
import {
  ChannelEnum,
  PartyRoleEnum,
  ReporterProtectionEnum,
  RequirementStateEnum,
  SecrecyEnum,
  SenderKindEnum,
  ServiceEnum,
  UrgencyEnum,
} from '../platform/enums.js'

/** A party as typed; identity numbers in any spacing. */
@InputType()
export class PartyInput implements PartyEntry {
  @Field(() => ID, {
    nullable: true,
    description: 'The party of the case that is corrected; NIK and NIP as the register showed them (masked) then stay as they are',
  })
  id?: string | null
  @Field(() => PartyRoleEnum) role: PartyRole
  @Field(() => SenderKindEnum) kind: SenderKind
  @Field() name: string
  @Field(() => String, { nullable: true }) jobTitle?: string | null
  @Field(() => String, { nullable: true }) workUnit?: string | null
  @Field(() => String, { nullable: true }) agencyName?: string | null
  @Field(() => String, { nullable: true }) nik?: string | null
  @Field(() => String, { nullable: true }) nip?: string | null
  @Field(() => String, { nullable: true }) phone?: string | null
  @Field(() => String, { nullable: true }) email?: string | null
  @Field(() => String, { nullable: true }) address?: string | null
  @Field(() => String, { nullable: true }) representative?: string | null
  @Field(() => Boolean, { nullable: true }) activeAsn?: boolean | null
}

@InputType()
export class RequirementInput {
  @Field() code: string
  @Field(() => RequirementStateEnum) state: RequirementState
  @Field(() => String, { nullable: true }) note?: string | null
}

export const ComplaintOfficeEnum = graphqlEnum('ComplaintOffice', COMPLAINT_OFFICES)

/** A complaint told at an office, as it was taken down. */
@InputType()
export class OralStatementInput implements OralStatement {
  @Field(() => ComplaintOfficeEnum) office: ComplaintOffice
  @Field() text: string
  @Field() readBack: boolean
}

/** The register's form. Dates are YYYY-MM-DD in Jakarta. */
@InputType()
export class RegisterCaseInput implements Registration {
  @Field(() => ServiceEnum) service: Service
  @Field(() => ChannelEnum) channel: Channel
  @Field(() => String, { nullable: true }) classification?: string | null
  @Field(() => UrgencyEnum) urgency: Urgency
  @Field(() => SecrecyEnum) secrecy: Secrecy
  @Field() subject: string
  @Field() summary: string
  @Field(() => String, { nullable: true }) letterNumber?: string | null
  @Field(() => LocalDateScalar, { nullable: true }) letterDate?: string | null
  @Field(() => Date, { nullable: true }) receivedAt?: Date | null
  @Field(() => String, { nullable: true }) agencyCode?: string | null
  @Field(() => String, { nullable: true }) agencyName?: string | null
  @Field(() => ReporterProtectionEnum, {
    nullable: true,
    description: 'Openly when nothing is said; decided once, at registration or by sealReporter',
  })
  protection?: ReporterProtection | null
  @Field(() => OralStatementInput, { nullable: true, description: 'Only, and always, for a complaint told at an office; never corrected' })
  oralStatement?: OralStatementInput | null
  @Field(() => [PartyInput]) parties: PartyInput[]
  @Field(() => [RequirementInput]) requirements: RequirementInput[]
  @Field(() => [ID]) fileIds: string[]
  @Field(() => [ID], {
    nullable: true,
    description: 'Those of the files that show who a sealed reporter is: they are sealed with them. All of them when nothing is said',
  })
  identityFileIds?: string[] | null
  @Field(() => [ID]) relatedCaseIds: string[]
}
