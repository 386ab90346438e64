import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The head of the audit log at an instant, as it was written down outside the database. */
export interface Anchor {
  readonly offset: number
  /** 64 lower-case hexadecimal digits. */
  readonly hash: string
  readonly at: Date
}

/** A line of the file; `anchor` is null when it is none: cut short by a crash, or written by another hand. */
export interface AnchorLine {
  /** From 1. */
  readonly line: number
  readonly anchor: Anchor | null
}

/** The lines of the file, oldest first; null when there is no file. */
export async function readAnchors(file: string): Promise<AnchorLine[] | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  })
  const lines = text?.split('\n').map((words, index) => ({ words, line: index + 1 }))
  return lines?.filter(({ words }) => words !== '').map(({ words, line }) => ({ line, anchor: anchorOf(words) })) ?? null
}

/** The code of an error of the operating system, such as EACCES; null for any other. */
export const systemCode = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : null

/** Adds a line and gives when it is on the disk. `make` makes the folder; otherwise one that is missing is an error: a disk may not be mounted. */
export async function appendAnchor(path: string, { offset, hash, at }: Anchor, make: boolean): Promise<void> {
  if (make) await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a+', 0o600)
  try {
    const { size } = await file.stat()
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(size - 1, 0))
    const cutShort = size > 0 && buffer.toString() !== '\n'
    await file.write(`${cutShort ? '\n' : ''}${JSON.stringify({ offset, hash, at: at.toISOString() })}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  const folder = await open(dirname(path))
  await folder.sync().finally(() => folder.close())
}

function anchorOf(words: string): Anchor | null {
  const said = parsed(words)
  if (typeof said !== 'object' || said === null || !('offset' in said) || !('hash' in said) || !('at' in said)) return null
  const { offset, hash } = said
  const at = new Date(typeof said.at === 'string' ? said.at : Number.NaN)
  const whole = typeof offset === 'number' && Number.isSafeInteger(offset) && offset > 0 && !Number.isNaN(at.getTime())
  return whole && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? { offset, hash, at } : null
}

function parsed(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    // The only thing JSON.parse throws: the line is not JSON, which makes it no anchor.
    return null
  }
}
