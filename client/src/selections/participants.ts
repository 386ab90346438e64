import { COMPONENTS, stillIn, takesPart, type Component } from '@domain'
import type { SelectionDetailFragment } from '../generated/graphql.js'

export type Candidate = SelectionDetailFragment['candidates'][number]

/** Who takes part in a part of the selection for a post, by number. */
export function participantsOf(row: SelectionDetailFragment, postId: string, component: Component): Candidate[] {
  const people = row.candidates.filter(
    (one) => one.postId === postId && takesPart({ qualified: one.qualified ?? null, ppkRecommended: Boolean(one.recommendationNumber) }),
  )
  const results = COMPONENTS.map((part) => ({
    component: part,
    lines: row.scores.filter((one) => one.postId === postId && one.component === part),
  })).filter(({ lines }) => lines.length > 0)
  const ids = stillIn(
    people.map((one) => one.id),
    results,
    component,
  )
  return people.filter((one) => ids.includes(one.id)).sort((a, b) => a.number - b.number)
}
