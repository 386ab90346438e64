import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Where a sealed value stands. It is bound into the seal, so a value moved to another row or column does not open. */
export interface Place {
  readonly table: string
  readonly column: string
  readonly rowId: string
}

interface Key {
  readonly id: Buffer
  readonly sealing: Buffer
  readonly indexing: Buffer
}

const KEY_ID_BYTES = 4
const NONCE_BYTES = 12
const TAG_BYTES = 16

function derive(secret: Buffer): Key {
  const part = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'tanggap identity', purpose, 32))
  return { id: createHash('sha256').update(part('id')).digest().subarray(0, KEY_ID_BYTES), sealing: part('seal'), indexing: part('index') }
}

const bindingOf = (place: Place, key: Key): Buffer =>
  Buffer.from(JSON.stringify([place.table, place.column, place.rowId, key.id.toString('hex')]))

/**
 * Seals identity columns with AES-256-GCM and makes the blind index by which equal values are found (rules 30 and 41). The first secret
 * seals; older ones only open, until a rotation has sealed everything anew. A value that cannot be opened is an error, never an empty one.
 */
export class Vault {
  private readonly keys: readonly [Key, ...Key[]]

  constructor(secret: Buffer, ...older: readonly Buffer[]) {
    this.keys = [derive(secret), ...older.map(derive)]
  }

  /** Key id, nonce, tag and ciphertext, in this order. */
  seal(place: Place, value: string): Buffer {
    return this.sealBytes(place, Buffer.from(value, 'utf8'))
  }

  /** As `seal`, for bytes. */
  sealBytes(place: Place, value: Uint8Array): Buffer {
    const [key] = this.keys
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', key.sealing, nonce).setAAD(bindingOf(place, key))
    const body = Buffer.concat([cipher.update(value), cipher.final()])
    return Buffer.concat([key.id, nonce, cipher.getAuthTag(), body])
  }

  /** Throws when the value was sealed elsewhere, under an unknown key, or was touched. */
  open(place: Place, sealed: Buffer): string {
    return this.openBytes(place, sealed).toString('utf8')
  }

  /** As `open`, for bytes. */
  openBytes(place: Place, sealed: Buffer): Buffer {
    const key = this.keys.find((known) => known.id.equals(sealed.subarray(0, KEY_ID_BYTES)))
    if (!key) throw new Error(`A sealed value of ${place.table}.${place.column} names an unknown key`)
    const nonce = sealed.subarray(KEY_ID_BYTES, KEY_ID_BYTES + NONCE_BYTES)
    const body = sealed.subarray(KEY_ID_BYTES + NONCE_BYTES + TAG_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', key.sealing, nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(bindingOf(place, key)).setAuthTag(sealed.subarray(KEY_ID_BYTES + NONCE_BYTES, KEY_ID_BYTES + NONCE_BYTES + TAG_BYTES))
    return Buffer.concat([decipher.update(body), decipher.final()])
  }

  /** Equal values of one kind ('nip', 'nik', 'email', 'phone') have equal indexes; without the key nothing can be learnt from one. */
  blindIndex(kind: string, value: string): Buffer {
    const [key] = this.keys
    return createHmac('sha256', key.indexing)
      .update(`${kind}\u0000${normalised(value)}`)
      .digest()
  }
}

/** Case, spaces and punctuation do not tell two identities apart. */
const normalised = (value: string): string =>
  value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.\-()]/g, '')
