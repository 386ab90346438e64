import { createReadStream } from 'node:fs'
import { TextDecoder } from 'node:util'
import { fileTypeFromFile } from 'file-type'
import { ACCEPTED_MEDIA, endingOf } from '@domain'
import { codeOf } from './blob-store.js'
import type { FileRefusal } from './file.entity.js'

/** What the bytes of a file say it is. */
export type Finding = { readonly mediaType: string } | { readonly refusal: FileRefusal }

/** The test string of the European Institute for Computer Antivirus Research, in two parts so that no scanner takes this file for it. */
const EICAR = Buffer.from(String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$` + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*', 'latin1')

/** Everything but tab, line feed, form feed and carriage return. */
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/

/** How markup and scripts begin; "<budi@contoh.go.id>" does not. */
const ACTIVE = /^\ufeff?\s*(?:<(?:[!?]|\/?[a-z][\w:-]*[\s>/])|#!)/i

/** Looks at the bytes, never at what the sender says they are: magic numbers against the list of accepted kinds; plain text proves itself. */
export async function sniff(path: string, name: string): Promise<Finding> {
  const seen = await readThrough(path)
  if (seen.malware) return { refusal: 'malware' }
  const found = await fileTypeFromFile(path)
  if (found) {
    const mediaType = ALIASES[found.mime] ?? found.mime.split(';')[0] ?? found.mime
    return !(mediaType in PLAIN_ENDINGS) && mediaType in ACCEPTED_MEDIA ? { mediaType } : { refusal: 'kind' }
  }
  const plain = Object.entries(PLAIN_ENDINGS).find(([, ending]) => ending === endingOf(name))?.[0]
  return seen.text && plain ? { mediaType: plain } : { refusal: 'kind' }
}

/** Text has no magic number: it proves itself to be text, and its ending says which. */
const PLAIN_ENDINGS: Readonly<Record<string, string>> = { 'text/plain': 'txt', 'text/csv': 'csv' }

/** Names of file-type for what the list calls otherwise. */
const ALIASES: Readonly<Record<string, string>> = {
  'image/heif': 'image/heic',
  'audio/mp4': 'audio/x-m4a',
  'audio/vnd.wave': 'audio/wav',
  'application/ogg': 'audio/ogg',
}

async function readThrough(path: string): Promise<{ readonly malware: boolean; readonly text: boolean }> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = true
  let start = ''
  let tail = Buffer.alloc(0)
  for await (const chunk of createReadStream(path)) {
    const bytes = Buffer.concat([tail, chunk as Buffer])
    if (bytes.includes(EICAR)) return { malware: true, text: false }
    tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - EICAR.length + 1)))
    const piece: string | null = text ? decoded(decoder, chunk as Buffer) : null
    text = piece !== null && !CONTROL.test(piece)
    if (start.length < 1024) start += piece ?? ''
  }
  return { malware: false, text: text && decoded(decoder) !== null && !ACTIVE.test(start) }
}

/** The text of the bytes; null when they are not UTF-8. Without bytes: whether the last character was whole. */
function decoded(decoder: TextDecoder, bytes?: Buffer): string | null {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch (error) {
    if (codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') return null
    throw error
  }
}
