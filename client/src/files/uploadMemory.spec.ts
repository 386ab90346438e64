import { expect, test } from '@jest/globals'
import { UploadMemory } from './uploadMemory.js'

/** A Storage that can be looked into. */
function memoryStorage(): Storage {
  const values: Record<string, string> = {}
  const methods = {
    getItem: (key: string) => values[key] ?? null,
    setItem: (key: string, value: string) => void (values[key] = value),
    removeItem: (key: string) => void delete values[key],
    clear: () => undefined,
    key: (index: number) => Object.keys(values)[index] ?? null,
    length: 0,
  }
  return new Proxy(methods, {
    ownKeys: () => Object.keys(values),
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  })
}

test('an unfinished upload is found again by its fingerprint, and nothing of the file is kept', async () => {
  const storage = memoryStorage()
  const memory = new UploadMemory(storage)
  const metadata = { filename: 'Surat Sulaiman.pdf' }
  const upload = { size: 42, metadata, creationTime: 'now', uploadUrl: '/uploads/1', parallelUploadUrls: null, urlStorageKey: '' }
  const key = await memory.addUpload('abc', upload)

  expect(storage.getItem(key)).not.toContain('Sulaiman')
  expect(await memory.findUploadsByFingerprint('abc')).toMatchObject([{ size: 42, uploadUrl: '/uploads/1', urlStorageKey: key }])
  expect(await memory.findUploadsByFingerprint('ab')).toEqual([])

  await memory.removeUpload(key)
  expect(await memory.findAllUploads()).toEqual([])
})
