import { inflateSync } from 'node:zlib'

/** The text of each page of a PDF that the press made, without white space: enough to ask what was printed and where. */
export function pdfText(pdf: Uint8Array): string[] {
  const objects = objectsOf(pdf)
  const pages = [...objects.values()].filter((object) => /\/Type \/Page\b[\s\S]*\/Contents \d+ 0 R/.test(object))
  return pages.map((page) => {
    const resources = /\/Resources (\d+) 0 R/.exec(page)?.[1]
    const fonts = new Map<string, Map<number, string>>()
    for (const [, name = '', id = ''] of (resources ? (objects.get(resources) ?? '') : page).matchAll(/\/(f\d+) (\d+) 0 R/g))
      fonts.set(name, unicodeOf(objects.get(id) ?? '', objects))
    return textOfContent(objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '') ?? '', fonts).replace(/\s/g, '')
  })
}

function objectsOf(pdf: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(pdf)
  const all = bytes.toString('latin1')
  const objects = new Map<string, string>()
  for (const match of all.matchAll(/(\d+) 0 obj\b([\s\S]*?)(?:endobj|stream\r?\n)/g)) {
    const [whole, id = '', head = ''] = match
    const start = match.index + whole.length
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const stream = whole.endsWith('endobj') ? Buffer.alloc(0) : bytes.subarray(start, start + length)
    const inflated = head.includes('/FlateDecode') && stream.length > 0 ? inflateSync(stream) : stream
    objects.set(id, `${head}\n${inflated.toString('latin1')}`)
  }
  return objects
}

function unicodeOf(font: string, objects: ReadonlyMap<string, string>): Map<number, string> {
  const map = new Map<number, string>()
  const table = objects.get(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1] ?? '') ?? ''
  for (const [, section = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', text = ''] of section.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      map.set(Number.parseInt(glyph, 16), Buffer.from(text, 'hex').swap16().toString('utf16le'))
  return map
}

function textOfContent(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  const token = /\/(?:Alt|ActualText|Lang) \(|\/(f\d+) [\d.]+ Tf|\(/g
  let text = ''
  let font: ReadonlyMap<number, string> = new Map<number, string>()
  for (let found = token.exec(content); found; found = token.exec(content)) {
    const [opening, name] = found
    if (name) {
      font = fonts.get(name) ?? font
      continue
    }
    const { bytes, end } = literal(content, token.lastIndex)
    token.lastIndex = end
    if (opening !== '(') continue
    for (let at = 0; at + 1 < bytes.length; at += 2) text += font.get((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)) ?? ''
  }
  return text
}

const NAMED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The bytes of a literal string and where it ends; balanced brackets inside it need no backslash. */
function literal(content: string, start: number): { bytes: number[]; end: number } {
  const bytes: number[] = []
  let depth = 1
  let at = start
  while (at < content.length) {
    const char = content.charAt(at++)
    if (char === '\\') {
      const [octal] = /^[0-7]{1,3}/.exec(content.slice(at, at + 3)) ?? []
      const escape = octal ?? content.charAt(at)
      at += escape.length
      bytes.push(octal ? Number.parseInt(octal, 8) : (NAMED[escape] ?? escape).charCodeAt(0))
      continue
    }
    if (char === '(') depth++
    if (char === ')' && --depth === 0) break
    bytes.push(char.charCodeAt(0))
  }
  return { bytes, end: at }
}
