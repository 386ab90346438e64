import { ref } from 'vue'

export type Theme = 'light' | 'dark' | 'system'
const STORED = 'tanggap.theme'

const stored = localStorage.getItem(STORED)
const theme = ref<Theme>(stored === 'light' || stored === 'dark' ? stored : 'system')
const systemDark = matchMedia('(prefers-color-scheme: dark)')
const dark = ref(false)

function paint(): void {
  dark.value = theme.value === 'dark' || (theme.value === 'system' && systemDark.matches)
  document.documentElement.classList.toggle('dark', dark.value)
}

systemDark.addEventListener('change', paint)
paint()

/** The colours of this device: what was chosen, and whether it is dark now (charts ask). */
export const useTheme = () => ({ theme, dark, setTheme })

export function setTheme(chosen: Theme): void {
  theme.value = chosen
  if (chosen === 'system') localStorage.removeItem(STORED)
  else localStorage.setItem(STORED, chosen)
  paint()
}
