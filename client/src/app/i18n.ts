import { createI18n } from 'vue-i18n'
import { computed } from 'vue'
import type { Locale } from '@domain'
import app from './app.id.js'
import ui from '../ui/ui.id.js'
import session from '../session/session.id.js'
import inbox from '../inbox/inbox.id.js'
import notices from '../notices/notices.id.js'

interface Area {
  [key: string]: string | Area
}
type Areas = Record<string, () => Promise<Area>>

/** The files of every area; those of the first screen are bundled with it, the rest is fetched once before the first other page. */
const AREAS: Record<Locale, Areas> = {
  id: import.meta.glob<Area>('../*/*.id.ts', { import: 'default' }),
  en: import.meta.glob<Area>('../*/*.en.ts', { import: 'default' }),
}
const FIRST_SCREEN = ['app', 'ui', 'session', 'inbox', 'notices']
const STORED = 'tanggap.locale'

const readStored = (): Locale => (localStorage.getItem(STORED) === 'en' ? 'en' : 'id')

export const i18n = createI18n({
  legacy: false,
  locale: readStored(),
  fallbackLocale: 'id',
  missingWarn: false,
  fallbackWarn: false,
  messages: { id: { app, ui, session, inbox, notices }, en: {} },
})

/** The language of the moment. Change it with `setLocale`. */
export const locale = computed<Locale>(() => (i18n.global.locale.value === 'en' ? 'en' : 'id'))

const areaOf = (path: string) => /([^/]+)\.(?:id|en)\.ts$/.exec(path)?.[1] ?? path

const loaded = new Map<string, Promise<void>>()

async function load(language: Locale, wanted: (area: string) => boolean): Promise<void> {
  await Promise.all(
    Object.entries(AREAS[language])
      .filter(([path]) => wanted(areaOf(path)) && !(language === 'id' && FIRST_SCREEN.includes(areaOf(path))))
      .map(([path, fetchArea]) => {
        const known = loaded.get(path)
        if (known) return known
        const loading = fetchArea().then((words) => i18n.global.mergeLocaleMessage(language, { [areaOf(path)]: words }))
        loaded.set(path, loading)
        loading.catch(() => loaded.delete(path))
        return loading
      }),
  )
}

/** The words of login and inbox. */
export const loadFirstWords = (): Promise<void> => load(locale.value, (area) => FIRST_SCREEN.includes(area))

/** The words of every page. Awaited before any page but login and inbox is shown. */
export const loadAllWords = (): Promise<void> => load(locale.value, () => true)

/** Changes the language at once for everything on the screen, and remembers it on this device. */
export async function setLocale(language: Locale): Promise<void> {
  if (language !== locale.value) await load(language, () => true)
  i18n.global.locale.value = language
  localStorage.setItem(STORED, language)
  document.documentElement.lang = language
}
