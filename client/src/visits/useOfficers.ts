import { computed } from 'vue'
import { OFFICER_ROLE } from '@domain'
import { useDirectory } from '../app/directory.js'

/** The Asisten of a unit who are in their posts, as a select offers them. */
export function useOfficers(unitId: () => string | null) {
  const { positions, holderLine, holderOf } = useDirectory()
  return computed(() =>
    positions.value
      .filter((post) => post.unitId === unitId() && post.role === OFFICER_ROLE && !post.closed && holderOf(post.id) !== null)
      .map((post) => ({ value: post.id, label: holderLine(post.id) })),
  )
}
