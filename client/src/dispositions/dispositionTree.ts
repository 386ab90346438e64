import type { DispositionRowFragment } from '../generated/graphql.js'

/** One branch with the branches disposed from it. */
export interface DispositionNode {
  readonly branch: DispositionRowFragment
  readonly children: readonly DispositionNode[]
}

/** The forest of a case's dispositions: by parent, the main branch before the copies, then in the order in which they were sent. */
export function dispositionTree(branches: readonly DispositionRowFragment[]): DispositionNode[] {
  const known = new Set(branches.map((branch) => branch.id))
  const below = (parentId: string | null): DispositionNode[] =>
    branches
      .filter((branch) => (branch.parentId && known.has(branch.parentId) ? branch.parentId : null) === parentId)
      .sort((a, b) => a.sentAt.localeCompare(b.sentAt) || Number(a.kind === 'copy') - Number(b.kind === 'copy'))
      .map((branch) => ({ branch, children: below(branch.id) }))
  return below(null)
}
