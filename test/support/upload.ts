import { Upload } from 'tus-js-client'
import type { Client } from './as.js'

/** Sends a file as the console does (tus); gives the id under which it waits to be attached. */
export function upload(url: string, { cookie }: Client, filename: string, bytes: Buffer, chunkSize = 16_384): Promise<string> {
  return new Promise((resolve, reject) => {
    const sending = new Upload(bytes, {
      endpoint: `${url}/uploads`,
      chunkSize,
      retryDelays: null,
      headers: { cookie, 'x-requested-by': 'tanggap-test' },
      metadata: { filename },
      onError: reject,
      onSuccess: () => resolve(sending.url?.split('/').at(-1) ?? ''),
    })
    sending.start()
  })
}
