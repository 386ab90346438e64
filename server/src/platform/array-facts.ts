import type { Facts, SubjectName } from '@domain'

type FactsOf<S extends SubjectName> = Extract<Facts, { readonly __typename: S }>
type ArrayField<F> = { [K in keyof F]-?: F[K] extends readonly unknown[] ? K : never }[keyof F] & string
type ArrayFacts = { readonly [S in SubjectName]: Readonly<Record<ArrayField<FactsOf<S>>, true>> }

/** The facts that are array columns: a rule on them asks for an overlap. The compiler holds this list to the fact interfaces. */
const ARRAY_FACTS: ArrayFacts = {
  Case: { handlerPositionIds: true, excludedPersonIds: true },
  Disposition: { caseHandlerPositionIds: true, excludedPersonIds: true },
  Letter: { authorIds: true, reviewerIds: true, caseHandlerPositionIds: true, excludedPersonIds: true },
  Task: { excludedPersonIds: true },
  Selection: { handlerPositionIds: true, excludedPersonIds: true },
  Visit: { caseHandlerPositionIds: true, excludedPersonIds: true },
  Booking: { caseHandlerPositionIds: true, excludedPersonIds: true },
  Feedback: {},
  ClockRequest: { excludedPersonIds: true },
  RuleDraft: {},
  RecommendationPoint: { caseHandlerPositionIds: true, excludedPersonIds: true },
  IdentityRelease: { caseAuthorIds: true, caseHandlerPositionIds: true, excludedPersonIds: true },
  Area: {},
}

export const isArrayFact = (subject: SubjectName, field: string): boolean => field in ARRAY_FACTS[subject]
