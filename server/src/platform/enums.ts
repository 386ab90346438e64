import {
  CASE_STAGES,
  CHANNELS,
  DISPOSITION_KINDS,
  DISPOSITION_STATES,
  HOLDER_KINDS,
  LETTER_KINDS,
  LETTER_STATUSES,
  ROLES,
  SECRECIES,
  SENDER_KINDS,
  SERVICES,
  TASK_KINDS,
  URGENCIES,
  DELIVERY_METHODS,
  DELIVERY_STATUSES,
  PARTY_ROLES,
  REQUIREMENT_STATES,
  REPORTER_PROTECTIONS,
} from '@domain'
import { graphqlEnum } from './graphql-enum.js'

export const RoleEnum = graphqlEnum('Role', ROLES)
export const HolderKindEnum = graphqlEnum('HolderKind', HOLDER_KINDS)
export const ServiceEnum = graphqlEnum('Service', SERVICES)
export const ChannelEnum = graphqlEnum('Channel', CHANNELS)
export const UrgencyEnum = graphqlEnum('Urgency', URGENCIES)
export const SecrecyEnum = graphqlEnum('Secrecy', SECRECIES)
export const SenderKindEnum = graphqlEnum('SenderKind', SENDER_KINDS)
export const CaseStageEnum = graphqlEnum('CaseStage', CASE_STAGES)
export const PartyRoleEnum = graphqlEnum('PartyRole', PARTY_ROLES)
export const RequirementStateEnum = graphqlEnum('RequirementState', REQUIREMENT_STATES)
export const DispositionKindEnum = graphqlEnum('DispositionKind', DISPOSITION_KINDS)
export const DispositionStateEnum = graphqlEnum('DispositionState', DISPOSITION_STATES)
export const LetterKindEnum = graphqlEnum('LetterKind', LETTER_KINDS)
export const LetterStatusEnum = graphqlEnum('LetterStatus', LETTER_STATUSES)
export const ReporterProtectionEnum = graphqlEnum('ReporterProtection', REPORTER_PROTECTIONS)
export const TaskKindEnum = graphqlEnum('TaskKind', TASK_KINDS)
export const DeliveryMethodEnum = graphqlEnum('DeliveryMethod', DELIVERY_METHODS)
export const DeliveryStatusEnum = graphqlEnum('DeliveryStatus', DELIVERY_STATUSES)
