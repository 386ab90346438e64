import { computed, ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { TaskKind } from '@domain'
import { hasCase, useInbox } from '../inbox/useInbox.js'

const REVIEW: TaskKind = 'review'

/** The letters that wait for my judgement, one of them chosen. The choice stands in the address; when its letter leaves, the next one takes its place. */
export function useDesk(chooseFirst: () => boolean) {
  const route = useRoute()
  const router = useRouter()
  const inbox = useInbox(ref(REVIEW))
  const rows = computed(() => inbox.rows.value.filter(hasCase).filter((task) => task.letterId !== null))

  const chosen = computed(() => (typeof route.query.surat === 'string' ? route.query.surat : null))
  const at = computed(() => rows.value.findIndex((task) => task.letterId === chosen.value))
  const task = computed(() => rows.value[at.value] ?? null)
  let lastAt = 0

  const choose = (letterId: string | null, replace = false) => {
    const to = { query: letterId ? { surat: letterId } : {} }
    return replace ? router.replace(to) : router.push(to)
  }

  /** On a phone the list comes first; beside a reading pane a letter is always open. */
  watch(
    [rows, at, inbox.loading, chosen],
    () => {
      if (at.value >= 0) lastAt = at.value
      if (inbox.loading.value || at.value >= 0) return
      const next = rows.value[Math.min(lastAt, rows.value.length - 1)]
      if (chosen.value !== null) void choose(next?.letterId ?? null, true)
      else if (next && chooseFirst()) void choose(next.letterId, true)
    },
    { immediate: true },
  )

  function step(by: 1 | -1): void {
    const next = rows.value[at.value === -1 ? 0 : at.value + by]
    if (next?.letterId) void choose(next.letterId, true)
  }

  return { ...inbox, rows, chosen, at, task, choose, step }
}
