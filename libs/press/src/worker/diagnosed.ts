import { PressProblem } from '../press-problem.js'

const MISSING_GLYPH = /the text `\\?"(.+?)\\?"` could not be displayed/g
const CODE_POINT = /^\\+u\{([0-9a-f]+)\}$/

/** The problem behind Typst's diagnostics: a character the font lacks is the writer's to change, anything else is ours. */
export function diagnosed(diagnostics: readonly string[]): PressProblem {
  const all = diagnostics.join('\n')
  const characters = [...new Set([...all.matchAll(MISSING_GLYPH)].map(([, shown = '']) => unescaped(shown)))].sort()
  if (characters.length > 0)
    return new PressProblem('glyph.missing', `The letter font has no glyph for: ${characters.join(' ')}`, { characters })
  return new PressProblem('template.failed', `The document could not be set: ${all}`)
}

function unescaped(shown: string): string {
  const [, hex] = CODE_POINT.exec(shown) ?? []
  return hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : shown
}
