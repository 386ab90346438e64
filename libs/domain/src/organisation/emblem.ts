/** The largest drawing that is accepted, in characters: it is read at every printing. */
export const EMBLEM_LIMIT = 32_768

export type EmblemFault = 'too_large' | 'not_svg' | 'forbidden'

/** The drawing rewritten from what is known to be harmless, or why it is refused; `found` names what was met. */
export type ReadEmblem = { readonly svg: string } | { readonly fault: EmblemFault; readonly found: string }

/** Shapes and their colours. No script, no style sheet, no text, no picture, no link: nothing that runs, fetches, or needs a font. */
const ELEMENTS: ReadonlySet<string> = new Set(
  'svg g path circle ellipse rect line polyline polygon defs linearGradient radialGradient stop clipPath title desc'.split(' '),
)
const ATTRIBUTES: ReadonlySet<string> = new Set(
  `id viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points transform fill fill-rule fill-opacity stroke stroke-width stroke-linecap
   stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset stroke-opacity opacity clip-path clip-rule clipPathUnits gradientUnits
   gradientTransform spreadMethod offset stop-color stop-opacity preserveAspectRatio version color`.split(/\s+/),
)
/** What drawing programs leave behind and nobody sees: dropped without a word. */
const INERT_ELEMENT = /^metadata$|^(?!svg:)[\w-]+:[\w.-]+$/
const INERT_ATTRIBUTE = /^(?:xmlns(?::.*)?|xml:space|class|role|(?:data|aria)-[\w-]+|(?!xlink:|xml:|on)[a-z]+:[\w-]+)$/

const TOKEN =
  /<!--[\s\S]*?-->|<\?xml\s[^<>]*\?>|<!DOCTYPE\b[^<>[]*>|<\/([A-Za-z][\w:.-]*)\s*>|<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const ESCAPE = /&(?!(?:amp|lt|gt|quot|apos);)/
/** Any address but one inside the drawing itself. */
const OUTSIDE = /url\s*\((?!\s*#[\w-]+\s*\))|javascript:|data:|https?:|\/\/|\\/i

const refuse = (fault: EmblemFault, found: string): ReadEmblem => ({ fault, found: found.slice(0, 60) })

/** The attributes that stay, each with a space in front; a refusal for one that may do something. */
function attributesOf(text: string): string | ReadEmblem {
  const kept = new Map<string, string>()
  for (const [, name = '', quoted, single] of text.matchAll(ATTRIBUTE)) {
    const value = quoted ?? single ?? ''
    if (kept.has(name)) return refuse('not_svg', name)
    if (INERT_ATTRIBUTE.test(name)) continue
    if (!ATTRIBUTES.has(name)) return refuse('forbidden', name)
    if (ESCAPE.test(value) || OUTSIDE.test(value)) return refuse('forbidden', `${name}="${value}"`)
    kept.set(name, value)
  }
  return [...kept].map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`).join('')
}

/**
 * Reads an emblem that somebody uploaded. It is written anew from the elements and attributes above, so that what a browser or the press gets holds nothing
 * else; what could act or fetch is refused by name rather than removed, because the drawing would no longer be the one that was meant.
 */
export function readEmblem(given: string): ReadEmblem {
  const source = given.replace(/^\uFEFF/, '').trim()
  if (source.length > EMBLEM_LIMIT) return refuse('too_large', String(source.length))
  const open: string[] = []
  let written = ''
  let hidden = 0
  let end = 0
  for (const token of source.matchAll(TOKEN)) {
    const [whole, closes, opens, attributes = '', alone, text] = token
    end = token.index + whole.length
    if (text !== undefined) {
      const said = text.trim()
      if (said === '' || hidden > 0) continue
      if (!/^(?:title|desc)$/.test(open.at(-1) ?? '')) return refuse('not_svg', said)
      if (!ESCAPE.test(said)) written += said
    } else if (closes !== undefined) {
      if (open.pop() !== closes) return refuse('not_svg', closes)
      if (hidden > 0) hidden -= 1
      else written += `</${closes}>`
      if (open.length === 0) break
    } else if (opens !== undefined) {
      if (open.length === 0 && opens !== 'svg') return refuse('not_svg', opens)
      const inert = hidden > 0 || INERT_ELEMENT.test(opens)
      if (!inert && !ELEMENTS.has(opens)) return refuse('forbidden', opens)
      if (inert) {
        if (!alone) hidden += 1
      } else {
        const kept = attributesOf(attributes)
        if (typeof kept !== 'string') return kept
        written += `<${opens}${open.length === 0 ? ' xmlns="http://www.w3.org/2000/svg"' : ''}${kept}${alone ? '/>' : '>'}`
      }
      if (!alone) open.push(opens)
      else if (open.length === 0) break
    }
  }
  if (end !== source.length || open.length > 0 || written === '') return refuse('not_svg', source.slice(end, end + 40))
  if (!/^<svg[^>]* viewBox="\s*-?[\d.]+[\s,]+-?[\d.]+[\s,]+(?!0+(?:\.0*)?[\s,])[\d.]+[\s,]+(?!0+(?:\.0*)?\s*")[\d.]+\s*"/.test(written))
    return refuse('not_svg', 'viewBox')
  return { svg: written }
}
