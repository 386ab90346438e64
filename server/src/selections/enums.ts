import {
  AUTHORITIES,
  COMPONENTS,
  PANEL_ORIGINS,
  PANEL_ROLES,
  POST_LEVELS,
  REOPEN_CAUSES,
  REQUEST_STATES,
  RESULT_COLUMNS,
  SELECTION_STAGES,
  SELECTION_STATES,
} from '@domain'
import { graphqlEnum } from '../platform/graphql-enum.js'

export const SelectionStageEnum = graphqlEnum('SelectionStage', SELECTION_STAGES)
export const SelectionStateEnum = graphqlEnum('SelectionState', SELECTION_STATES)
export const RequestStateEnum = graphqlEnum('SelectionRequestState', REQUEST_STATES)
export const PostLevelEnum = graphqlEnum('PostLevel', POST_LEVELS)
export const PanelRoleEnum = graphqlEnum('PanelRole', PANEL_ROLES)
export const PanelOriginEnum = graphqlEnum('PanelOrigin', PANEL_ORIGINS)
export const ComponentEnum = graphqlEnum('SelectionComponent', COMPONENTS)
export const ReopenCauseEnum = graphqlEnum('ReopenCause', REOPEN_CAUSES)
export const AuthorityEnum = graphqlEnum('AppointingAuthority', AUTHORITIES)
export const ResultColumnEnum = graphqlEnum('ResultColumn', RESULT_COLUMNS)
