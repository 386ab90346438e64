import { availableParallelism } from 'node:os'
import { PressProblem } from './press-problem.js'
import type { PressLetterhead } from './types.js'
import { pressAssets } from './worker/assets.js'
import { RenderPool } from './worker/pool.js'

let pool: RenderPool | null = null

/** What every template finds: the head of the document and the instant it was made. */
export interface Content {
  readonly letterhead: PressLetterhead
  readonly createdAt: Date
}

/** Sets one document. The content goes in as data, never as Typst source, so nothing in it can be executed. */
export function print<T extends Content>(source: string, content: T): Promise<Uint8Array> {
  return set(source, content, (value) => value)
}

/** As `print`, with a picture or a PDF that the template shows as "/inset". The copy is no archive document: it is looked at and thrown away. */
export function printOver(source: string, content: object, createdAt: Date, inset: Uint8Array): Promise<Uint8Array> {
  return openPress().run({ source, content: JSON.stringify(content), createdAt: Math.floor(createdAt.getTime() / 1000), inset })
}

/** Makes ready the printing threads, one less than there are cores unless told otherwise. The first document does it when nobody has. */
export function openPress({ threads = Math.max(1, availableParallelism() - 1) }: { readonly threads?: number } = {}): RenderPool {
  pool ??= new RenderPool(pressAssets(), { threads, rendersPerThread: 200, waiting: 500, timeoutMs: 20_000 })
  return pool
}

function set(source: string, content: Content, spelled: (value: string) => string): Promise<Uint8Array> {
  const text = JSON.stringify(content, (_key, value: unknown) => (typeof value === 'string' ? spelled(printable(value)) : value))
  return openPress().run({ source, content: text, createdAt: Math.floor(content.createdAt.getTime() / 1000) })
}

/**
 * As `print`, for papers that quote what strangers wrote: a character that the letter font lacks becomes "?", because a visitor
 * must get the receipt even when the subject of the e-mail holds a smiley.
 */
export async function printForgiving<T extends Content>(source: string, content: T): Promise<Uint8Array> {
  try {
    return await print(source, content)
  } catch (problem) {
    if (!(problem instanceof PressProblem) || !problem.details.characters) throw problem
    const { characters } = problem.details
    return set(source, content, (value) => characters.reduce((text, character) => text.replaceAll(character, '?'), value))
  }
}

/** Ends the printing threads, for shutdown and for the end of a test file. A later document starts new ones. */
export async function closePress(): Promise<void> {
  const closing = pool
  pool = null
  await closing?.close()
}

const UNPRINTABLE = /[\p{Cc}\p{Cs}]/gu

/** Control characters and halves of surrogate pairs come from pasted text and have no printed form. */
const printable = (text: string): string =>
  text.replace(UNPRINTABLE, (character) => (character === '\n' || character === '\t' ? character : ''))
