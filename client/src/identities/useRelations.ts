import { computed, onScopeDispose, ref } from 'vue'
import { askServer } from '../app/askServer.js'
import { useAction } from '../app/useAction.js'
import { t } from '../app/words.js'
import { DeclaredRelationsDocument, EndRelationDocument, type RelationRowFragment } from '../generated/graphql.js'

/** The own relations, or those of everybody for whoever keeps the register: in force, and over. */
export function useRelations(everybody: boolean) {
  const all = ref<readonly RelationRowFragment[]>([])
  const loading = ref(true)
  const failed = ref(false)
  const ending = ref<RelationRowFragment | null>(null)
  const finish = useAction(EndRelationDocument, { inline: true, done: () => t('identities.relations.ended') })
  let left = false
  onScopeDispose(() => (left = true))

  async function fetchAll(): Promise<void> {
    const variables = { personId: null, everybody }
    const { data } = await askServer(DeclaredRelationsDocument, variables)
    if (left) return
    loading.value = false
    failed.value = !data
    if (data) all.value = data.declaredRelations
  }
  void fetchAll()

  async function end(): Promise<void> {
    if (!ending.value || !(await finish.run({ id: ending.value.id, version: ending.value.version }))) return
    ending.value = null
    await fetchAll()
  }

  const inForce = computed(() => all.value.filter((row) => !row.endedAt))
  const over = computed(() => all.value.filter((row) => row.endedAt))
  return { inForce, over, loading, failed, ending, end, busy: finish.busy, sentence: finish.sentence, fetchAll }
}
