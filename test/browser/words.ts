import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import * as domain from '@domain'

const CLIENT = join(import.meta.dirname, '../../client/src')

type Pairs = [id: string, en: string][]

/** Every sentence in both languages: the files of the console, and the labels the domain keeps. */
async function pairs(): Promise<Pairs> {
  const files = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.id.ts'))
  const ofConsole = await Promise.all(
    files.map(async (file) => {
      const [id, en] = await Promise.all([wordsIn(file), wordsIn(file.replace(/\.id\.ts$/, '.en.ts'))])
      return twins(id, en)
    }),
  )
  return [...ofConsole.flat(), ...labels(domain)]
}

const wordsIn = async (file: string): Promise<unknown> =>
  ((await import(pathToFileURL(join(CLIENT, file)).href)) as { default: unknown }).default

function twins(id: unknown, en: unknown): Pairs {
  if (typeof id === 'string' && typeof en === 'string') return [[id, en]]
  if (typeof id !== 'object' || id === null || typeof en !== 'object' || en === null) return []
  return Object.entries(id).flatMap(([key, value]) => twins(value, Reflect.get(en, key)))
}

function labels(value: unknown, seen = new Set<unknown>()): Pairs {
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  const { id, en } = value as { id?: unknown; en?: unknown }
  if (typeof id === 'string' && typeof en === 'string') return [[id, en]]
  return Object.values(value).flatMap((part) => labels(part, seen))
}

/** A key that found no sentence is shown as itself: "case.tab.label". Codes, which mean to be read as such, stand in a monospaced font. */
const KEY = /^[a-z][A-Za-z]*(\.[A-Za-z_][\w-]*)+$/

/** What an English console shows or says aloud in Indonesian, and the names of sentences that do not exist; `typed` are texts of people. */
export async function notEnglish(page: Page, typed: readonly string[]): Promise<string[]> {
  const known = await pairs()
  const english = new Set(known.map(([, en]) => en))
  const indonesian = new Set(known.map(([id]) => id).filter((text) => !english.has(text) && !typed.includes(text)))
  const shown = await page.evaluate(() => {
    const texts: string[] = []
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      const parent = walk.currentNode.parentElement
      if (parent?.closest('[lang]') === document.documentElement && !parent.closest('.font-mono') && parent.checkVisibility())
        texts.push(walk.currentNode.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label],[title],[placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '')
    return texts.map((text) => text.trim())
  })
  return [...new Set(shown.filter((text) => indonesian.has(text) || KEY.test(text)))]
}
