import { BOOKING_STATES, IDENTITY_CARDS, MEDLIN_CATEGORIES, VISIT_CHANNELS, VISIT_OUTCOMES, VISIT_STATES } from '@domain'
import { graphqlEnum } from '../platform/graphql-enum.js'

export const VisitStateEnum = graphqlEnum('VisitState', VISIT_STATES)
export const VisitOutcomeEnum = graphqlEnum('VisitOutcome', VISIT_OUTCOMES)
export const MedlinCategoryEnum = graphqlEnum('MedlinCategory', MEDLIN_CATEGORIES)
export const IdentityCardEnum = graphqlEnum('IdentityCard', IDENTITY_CARDS)
export const BookingStateEnum = graphqlEnum('BookingState', BOOKING_STATES)
export const VisitChannelEnum = graphqlEnum('VisitChannel', VISIT_CHANNELS)
