import { PressProblem } from './press-problem.js'
import { printOver } from './press.js'
import { MARKED_COPY_TEMPLATE } from './templates/marked-copy.js'

const FORMATS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
}

/** A scan is a few pages; more are not shown. */
const MOST_PAGES = 60

/** Longer than any document: asking for it makes the press say how many pages there are. */
const BEYOND_EVERY_PAGE = 1_000_000

/** Whether a copy of this media type can be shown with words burnt into it. */
export const canBeMarked = (mediaType: string): boolean => mediaType in FORMATS

/** A document to be looked at once. */
export interface Marked {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly title: string
  /** What runs across every page: who looks, when, why. Latin letters only. */
  readonly words: string
  readonly at: Date
}

/** A PDF copy with the words burnt into every page. `template.failed` when the bytes are not what their media type says. */
export async function renderMarkedCopy({ bytes, mediaType, title, words, at }: Marked): Promise<Uint8Array> {
  const format = FORMATS[mediaType]
  if (!format) throw new PressProblem('template.failed', `A copy of ${mediaType} cannot be marked`)
  const content = { title, format, words: printable(words) }
  const pages = format === 'pdf' ? await pagesOf(bytes, content, at) : 1
  return printOver(MARKED_COPY_TEMPLATE, { ...content, pages: Math.min(pages, MOST_PAGES) }, at, bytes)
}

const SHORTENED = `#let copy = json(bytes(sys.inputs.content))
#image("/inset", format: "pdf", page: ${BEYOND_EVERY_PAGE})`

/** How many pages a PDF has: Typst names the number when it is asked for one too many. */
async function pagesOf(bytes: Uint8Array, content: object, at: Date): Promise<number> {
  try {
    await printOver(SHORTENED, content, at, bytes)
  } catch (problem) {
    const [, pages] = problem instanceof PressProblem ? (/only has (\d+) page/.exec(problem.message) ?? []) : []
    if (pages) return Number(pages)
    throw problem
  }
  throw new PressProblem('template.failed', 'The pages of the document could not be counted')
}

/** A name in a script that the font lacks must not keep the copy unmarked, nor unseen. */
const printable = (words: string): string => words.replace(/[^\u0020-\u007e\u00a0-\u024f\u2013\u2014\u2018\u2019\u201c\u201d]/g, '?')
