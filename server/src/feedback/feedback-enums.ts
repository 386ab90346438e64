import { ANSWER_WAYS, COMPLAINT_CHANNEL_KINDS, FEEDBACK_CONTACT_KINDS, FEEDBACK_KINDS, FEEDBACK_STATES } from '@domain'
import { graphqlEnum } from '../platform/graphql-enum.js'

export const FeedbackKindEnum = graphqlEnum('FeedbackKind', FEEDBACK_KINDS)
export const FeedbackStateEnum = graphqlEnum('FeedbackState', FEEDBACK_STATES)
export const FeedbackChannelEnum = graphqlEnum('FeedbackChannelKind', COMPLAINT_CHANNEL_KINDS)
export const FeedbackContactEnum = graphqlEnum('FeedbackContactKind', FEEDBACK_CONTACT_KINDS)
export const AnswerWayEnum = graphqlEnum('FeedbackAnswerWay', ANSWER_WAYS)
