import { computed, reactive, ref, shallowRef, watch, type Ref } from 'vue'
import type { CaseDetailFragment } from '../generated/graphql.js'
import { draftOf, sameDraft } from './amendment.js'
import { emptyDraft, type RegistrationDraft } from './registration.js'

/** A registration being corrected. Somebody else's change is taken over silently as long as nothing is typed, and told about otherwise. */
export function useAmendment(row: Ref<CaseDetailFragment | null>) {
  const draft = reactive<RegistrationDraft>(emptyDraft())
  const base = shallowRef<CaseDetailFragment | null>(null)
  const overtaken = ref(false)
  const dirty = computed(() => base.value !== null && !sameDraft(draft, draftOf(base.value)))

  /** Fills the form from the newest state of the case; what was typed is dropped. */
  function restart(): void {
    if (!row.value) return
    base.value = row.value
    overtaken.value = false
    Object.assign(draft, draftOf(row.value))
  }

  watch(
    row,
    (fresh) => {
      if (!fresh) return
      if (base.value && dirty.value && !sameDraft(draftOf(base.value), draftOf(fresh))) overtaken.value = true
      else if (base.value && dirty.value) base.value = fresh
      else restart()
    },
    { immediate: true },
  )

  return { draft, base, dirty, overtaken, restart }
}
