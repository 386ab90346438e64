import { computed, onScopeDispose, reactive } from 'vue'
import { Upload } from 'tus-js-client'
import { ACCEPTED_ENDINGS, isAcceptedName, MAX_FILE_BYTES } from '@domain'
import { fingerprintOf, UploadMemory } from './uploadMemory.js'

/** What the file dialog offers; the server looks at the bytes and has the last word. */
export const ACCEPTED_FILES = ACCEPTED_ENDINGS.map((ending) => `.${ending}`).join(',')

/** waiting for a line: nothing is lost, it goes on by itself. refused: the server will not take the file. */
export type UploadState = 'sending' | 'waiting_for_line' | 'done' | 'too_large' | 'refused'

/** One file on its way. `sent` and `size` are bytes; `resumed` when an earlier attempt had already sent a part. */
export interface UploadRow {
  readonly key: string
  readonly name: string
  readonly size: number
  readonly mediaType: string
  sent: number
  resumed: boolean
  state: UploadState
  fileId: string | null
  /** Shows who a sealed reporter is: sealed with them. Asked only where a reporter is sealed. */
  identity: boolean
}

const RETRY_DELAYS_MS = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000]

/** Conflicts and locks pass by themselves; a session that ended is renewed and the upload goes on. Any other 4xx is final. */
const isRefusal = (status: number): boolean => status >= 400 && status < 500 && ![401, 409, 423].includes(status)

/**
 * Sends files in pieces that survive a lost connection, and a reload when the same file is chosen again. `caseId` is left out while registering. `identity`: whether a file is
 * taken to show a sealed reporter until somebody says otherwise.
 */
export function useUploads(caseId?: () => string, { identity = false } = {}) {
  const rows = reactive<UploadRow[]>([])
  const running = new Map<string, Upload>()
  const memory = new UploadMemory(localStorage)

  function add(files: Iterable<File>): void {
    for (const file of files) {
      const key = crypto.randomUUID()
      const state: UploadState = file.size > MAX_FILE_BYTES ? 'too_large' : isAcceptedName(file.name) ? 'sending' : 'refused'
      rows.push({ key, name: file.name, size: file.size, mediaType: file.type, sent: 0, resumed: false, state, fileId: null, identity })
      const row = rows.find((candidate) => candidate.key === key)
      if (row && state === 'sending') void send(file, row)
    }
  }

  async function send(file: File, row: UploadRow): Promise<void> {
    const upload = new Upload(file, {
      endpoint: '/uploads',
      metadata: { filename: file.name, filetype: file.type, ...(caseId ? { caseId: caseId() } : {}) },
      headers: { 'X-Requested-By': 'tanggap-console' },
      urlStorage: memory,
      fingerprint: fingerprintOf,
      removeFingerprintOnSuccess: true,
      chunkSize: 4 * 1024 * 1024,
      retryDelays: RETRY_DELAYS_MS,
      onProgress: (sent) => {
        row.sent = sent
        row.state = 'sending'
      },
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0
        if (status === 401 || isRefusal(status)) return false
        row.state = 'waiting_for_line'
        return true
      },
      onSuccess: () => {
        row.sent = row.size
        row.fileId = upload.url?.split('/').filter(Boolean).at(-1) ?? null
        row.state = row.fileId ? 'done' : 'refused'
        running.delete(row.key)
      },
      onError: (error) => {
        const status = 'originalResponse' in error ? (error.originalResponse?.getStatus() ?? 0) : 0
        row.state = isRefusal(status) ? 'refused' : 'waiting_for_line'
      },
    })
    running.set(row.key, upload)
    const [previous] = await upload.findPreviousUploads()
    if (!running.has(row.key)) return
    if (previous) {
      upload.resumeFromPreviousUpload(previous)
      row.resumed = true
    }
    upload.start()
  }

  /** Takes a file back: what the server has of it is removed. */
  async function cancel(key: string): Promise<void> {
    const upload = running.get(key)
    running.delete(key)
    const index = rows.findIndex((row) => row.key === key)
    if (index >= 0) rows.splice(index, 1)
    await upload?.abort(true).catch(() => undefined)
  }

  /** Tries again what waits for a line. Called by itself when the browser is online again. */
  function resume(): void {
    for (const row of rows) {
      const upload = row.state === 'waiting_for_line' ? running.get(row.key) : undefined
      void upload?.abort().then(() => upload.start())
    }
  }

  /** Says whether a file shows who a sealed reporter is. */
  function mark(key: string, identity: boolean): void {
    const row = rows.find((candidate) => candidate.key === key)
    if (row) row.identity = identity
  }

  function clear(): void {
    for (const upload of running.values()) void upload.abort()
    running.clear()
    rows.splice(0)
  }

  const pause = () => {
    for (const row of rows) if (row.state === 'sending') row.state = 'waiting_for_line'
  }

  addEventListener('online', resume)
  addEventListener('offline', pause)
  onScopeDispose(() => {
    removeEventListener('online', resume)
    removeEventListener('offline', pause)
    for (const upload of running.values()) void upload.abort()
  })

  return {
    rows,
    add,
    cancel,
    resume,
    clear,
    mark,
    identityIds: computed(() => rows.flatMap((row) => (row.fileId && row.identity ? [row.fileId] : []))),
    fileIds: computed(() => rows.flatMap((row) => (row.fileId ? [row.fileId] : []))),
    busy: computed(() => rows.some((row) => row.state === 'sending' || row.state === 'waiting_for_line')),
  }
}

export type Uploads = ReturnType<typeof useUploads>
