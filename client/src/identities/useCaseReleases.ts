import { onScopeDispose, ref, watch } from 'vue'
import { askServer } from '../app/askServer.js'
import { onChange } from '../app/live.js'
import { CaseReleasesDocument, type ReleaseRowFragment } from '../generated/graphql.js'

/** The releases of a case that the viewer asked for or decides about, newest first, kept true by the stream. */
export function useCaseReleases(caseId: () => string) {
  const releases = ref<readonly ReleaseRowFragment[]>([])
  let gone = false

  async function fetchAll(): Promise<void> {
    const { data } = await askServer(CaseReleasesDocument, { id: caseId() })
    if (!gone && data) releases.value = data.case.releases
  }

  watch(caseId, () => void fetchAll(), { immediate: true })
  onScopeDispose(() => (gone = true))
  onChange((change) => {
    const concerns = change.__typename === 'ReleaseChange' ? change.caseId === caseId() : change.__typename === 'Reset'
    if (concerns) void fetchAll()
  })
  return { releases, refetch: fetchAll }
}
