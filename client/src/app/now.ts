import { readonly, ref } from 'vue'

const now = ref(Date.now())
setInterval(() => (now.value = Date.now()), 30_000)

/** The moment, in epoch milliseconds, moving every half minute: for standings and "3 menit lalu". */
export const useNow = () => readonly(now)
