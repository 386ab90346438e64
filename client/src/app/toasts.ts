import { ref } from 'vue'

export type ToastTone = 'success' | 'error' | 'info'

export interface Toast {
  readonly id: number
  readonly tone: ToastTone
  readonly text: string
}

const SHOWN_MS: Record<ToastTone, number> = { success: 4_000, info: 5_000, error: 9_000 }

/** The short messages on the screen, oldest first. */
export const toasts = ref<Toast[]>([])

let last = 0

export function dismissToast(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id)
}

/** Shows a short message and takes it away again; errors stay longer. The same message is never shown twice at once. */
export function showToast(tone: ToastTone, text: string): void {
  const id = ++last
  toasts.value = [...toasts.value.filter((toast) => toast.text !== text).slice(-2), { id, tone, text }]
  setTimeout(() => dismissToast(id), SHOWN_MS[tone])
}
