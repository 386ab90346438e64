import { createHash } from 'node:crypto'

/** The SHA-256 of bytes, or of a text as UTF-8, as 64 lower-case hexadecimal digits. */
export const sha256Hex = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')
