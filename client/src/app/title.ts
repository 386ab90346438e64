import { computed, ref, watchEffect } from 'vue'
import { counts } from './session.js'

const page = ref('')

/** Names the page in the window's title; the unread notices are counted in front of it: "(3) Kotak masuk · Tanggap". */
export function setTitle(title: string): void {
  page.value = title
}

const title = computed(() => {
  const unread = counts.value?.notices ?? 0
  return `${unread > 0 ? `(${unread > 99 ? '99+' : unread}) ` : ''}${page.value ? `${page.value} · ` : ''}Tanggap`
})

watchEffect(() => (document.title = title.value))
