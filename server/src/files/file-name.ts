import { ACCEPTED_MEDIA, endingOf, MAX_FILE_NAME } from '@domain'

/** Control characters, and marks that make a name read in another order than it is written. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** A name without folders, invisible characters and characters that file systems forbid; never empty, never longer than 255. */
export function cleanName(given: string): string {
  const base = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = base
    .replace(INVISIBLE, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return shortened(plain === '' ? 'berkas' : plain)
}

/** The name with an ending that tells what the bytes are: `foto.jpg` of a PNG becomes `foto.jpg.png`. */
export function honestName(name: string, mediaType: string): string {
  const endings = ACCEPTED_MEDIA[mediaType] ?? []
  return endings.length === 0 || endings.includes(endingOf(name)) ? name : shortened(`${name}.${endings[0]}`)
}

function shortened(name: string): string {
  if (name.length <= MAX_FILE_NAME) return name
  const ending = endingOf(name)
  const tail = ending === '' ? '' : `.${ending}`
  // half of a surrogate pair at the cut would be no character
  return `${name.slice(0, MAX_FILE_NAME - tail.length).replace(/[\ud800-\udbff]$/, '')}${tail}`
}
