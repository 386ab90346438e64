import { readFileSync } from 'node:fs'
import { parse, type DocumentNode } from 'graphql'

/** Token of the one StoredDocuments. */
export const STORED_DOCUMENTS = Symbol('STORED_DOCUMENTS')

/** The documents of the console build, the only ones the server executes (rule 26). */
export interface StoredDocuments {
  /** The document with this SHA-256, with or without the `sha256:` prefix; null when the console has no such document. */
  find(id: string): DocumentNode | null
}

const bare = (id: string) => id.replace(/^sha256:/, '')

/** Documents by hash, parsed when first asked for. */
export function storedDocuments(textByHash: Readonly<Record<string, string>>): StoredDocuments {
  const texts = new Map(Object.entries(textByHash).map(([hash, text]) => [bare(hash), text]))
  const parsed = new Map<string, DocumentNode>()
  return {
    find(id) {
      const hash = bare(id)
      const known = parsed.get(hash)
      if (known) return known
      const text = texts.get(hash)
      if (text === undefined) return null
      const document = parse(text, { noLocation: true })
      parsed.set(hash, document)
      return document
    },
  }
}

/** The manifest that codegen writes: SHA-256 of a document to its text. A build without it accepts no document, and says so at the first request. */
export function readManifest(path: string): StoredDocuments {
  return storedDocuments(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>)
}
