import {
  ELECTION_RELATIONS,
  EVIDENCE_KINDS,
  EVIDENCE_RESULTS,
  FINDING_OUTCOMES,
  HANDLING_METHODS,
  HANDLING_STEP_KINDS,
  PARTICIPANT_ROLES,
  POINT_STATES,
  SANCTIONS,
  STEP_STATES,
  VIOLATION_KINDS,
} from '@domain'
import { graphqlEnum } from '../platform/graphql-enum.js'

export const HandlingMethodEnum = graphqlEnum('HandlingMethod', HANDLING_METHODS)
export const ViolationKindEnum = graphqlEnum('ViolationKind', VIOLATION_KINDS)
export const ElectionRelationEnum = graphqlEnum('ElectionRelation', ELECTION_RELATIONS)
export const EvidenceKindEnum = graphqlEnum('EvidenceKind', EVIDENCE_KINDS)
export const EvidenceResultEnum = graphqlEnum('EvidenceResult', EVIDENCE_RESULTS)
export const StepKindEnum = graphqlEnum('HandlingStepKind', HANDLING_STEP_KINDS)
export const StepStateEnum = graphqlEnum('HandlingStepState', STEP_STATES)
export const ParticipantRoleEnum = graphqlEnum('ParticipantRole', PARTICIPANT_ROLES)
export const FindingOutcomeEnum = graphqlEnum('FindingOutcome', FINDING_OUTCOMES)
export const SanctionEnum = graphqlEnum('Sanction', SANCTIONS)
export const PointStateEnum = graphqlEnum('PointState', POINT_STATES)
