import { inSql, MOST_ROWS, type Invariant, type OffendingRow, type Tools } from './invariant.js'
import type { BlobFolder } from './blob-folder.js'

const DAY_MS = 86_400_000

interface CleanFile {
  readonly fileId: string
  readonly sha256: string
  readonly size: string
}

async function* wrongBlobs(blobs: BlobFolder, tools: Tools): AsyncIterable<OffendingRow> {
  const files = tools.rows<CleanFile>(`SELECT id AS "fileId", sha256, size FROM file WHERE state = 'clean'`)
  for await (const { fileId, sha256, size } of files) {
    const blob = await blobs.measure(sha256)
    if (blob?.sha256 !== sha256 || blob.size !== Number(size))
      yield { fileId, sha256, size, onDisk: blob?.sha256 ?? null, sizeOnDisk: blob?.size ?? null }
  }
}

async function* orphans(blobs: BlobFolder, tools: Tools): AsyncIterable<OffendingRow> {
  const known = new Set<string>()
  for await (const { sha256 } of tools.rows<{ sha256: string }>('SELECT DISTINCT sha256 FROM file WHERE sha256 IS NOT NULL'))
    known.add(sha256)
  for await (const { sha256, modifiedMs } of blobs.names()) {
    if (!known.has(sha256) && Date.now() - modifiedMs > DAY_MS) yield { sha256, since: new Date(modifiedMs) }
  }
}

/** An invariant over the folder; it cannot be looked at without one. */
const onDisk = (
  words: Pick<Invariant, 'code' | 'sentence' | 'rule'>,
  offending: (blobs: BlobFolder, tools: Tools) => AsyncIterable<OffendingRow>,
): Invariant => ({
  ...words,
  group: 'files',
  check: async (_, tools) => {
    if (tools.blobs === null) return null
    const rows: OffendingRow[] = []
    for await (const row of offending(tools.blobs, tools)) if (rows.push(row) >= MOST_ROWS) break
    return rows
  },
})

/** Attachments and printed letters. */
export const FILES: readonly Invariant[] = [
  onDisk(
    {
      code: 'files.blob',
      sentence: 'Every clean file has its bytes on the disk, of the same size and hash',
      rule: '33: content-addressed, immutable',
    },
    wrongBlobs,
  ),
  onDisk(
    {
      code: 'files.orphans',
      sentence: 'No bytes lie on the disk for more than a day without a file',
      rule: '33: streamed to quarantine, kept when clean',
    },
    orphans,
  ),
  inSql({
    code: 'files.place',
    sentence: 'A printed letter is the file of its letter, an attachment never is; clean files have a hash',
    rule: '33: readable only when clean',
    sql: `SELECT f.id AS "fileId", f.purpose, f.state, f.case_id AS "caseId", f.letter_id AS "letterId" FROM file f LEFT JOIN letter l ON l.id = f.letter_id
      WHERE (f.purpose = 'letter') <> (f.letter_id IS NOT NULL) OR f.letter_id IS NOT NULL AND f.case_id IS DISTINCT FROM l.case_id
        OR f.state = 'clean' AND f.sha256 !~ '^[0-9a-f]{64}$' OR f.state = 'clean' AND f.sha256 IS NULL`,
  }),
]
