import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { Config } from '../config.js'
import { CONFIG } from '../config.module.js'

/** A place in the log: an offset, and the beginning of the chain's hash there, which no other log has at that offset. */
export interface Place {
  readonly offset: number
  readonly mark: Buffer
}

export const MARK_BYTES = 8
export const START: Place = { offset: 0, mark: Buffer.alloc(MARK_BYTES) }

/** The place after an event. */
export const placeAt = (offset: number, hash: Buffer): Place => (offset === 0 ? START : { offset, mark: hash.subarray(0, MARK_BYTES) })

const NONCE_BYTES = 12
const TAG_BYTES = 16
const PLAIN_BYTES = 8 + MARK_BYTES
const PURPOSE = Buffer.from('live cursor')

/** Places as text that tells nothing (rule 12): AES-256-GCM, so that nobody counts the work of others by comparing cursors. */
@Injectable()
export class Cursors {
  private readonly key: Buffer

  constructor(@Inject(CONFIG) config: Pick<Config, 'cursorKey'>) {
    this.key = config.cursorKey
  }

  seal(place: Place): string {
    const plain = Buffer.alloc(PLAIN_BYTES)
    plain.writeBigUInt64BE(BigInt(place.offset))
    place.mark.copy(plain, 8)
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(PURPOSE)
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url')
  }

  /** The place, or null when the text was not made with this key for this purpose. */
  open(text: string): Place | null {
    const bytes = Buffer.from(text, 'base64url')
    if (bytes.length !== NONCE_BYTES + PLAIN_BYTES + TAG_BYTES) return null
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, NONCE_BYTES)).setAAD(PURPOSE)
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
    const plain = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES))
    try {
      decipher.final()
    } catch {
      // A tag that does not fit is the only way `final` fails: the text is foreign or forged.
      return null
    }
    return { offset: Number(plain.readBigUInt64BE()), mark: plain.subarray(8) }
  }
}
