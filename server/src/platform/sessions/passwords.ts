import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '@domain'

/** argon2id, the library's default, with OWASP's second choice of costs: 19 MiB, two passes. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const SHORTEST = 12
const LONGEST = 200

/** Letters and digits that are not mistaken for each other when read aloud. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'

export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS)

/** The hash of a password nobody has: unknown people cost the same work as known ones. */
const nobody = hashPassword(oneTimePassword())

/** Whether the password is right. A null hash (no such person, disabled) takes as long and is never right. */
export async function passwordMatches(storedHash: string | null, password: string): Promise<boolean> {
  const right = await verify(storedHash ?? (await nobody), password.slice(0, LONGEST))
  return right && storedHash !== null
}

/** A password to be read out once and changed: four groups of five, 100 bits, from these random bytes (at least 20). */
export function oneTimePassword(bytes: Uint8Array = randomBytes(32)): string {
  const letters = Array.from(bytes.subarray(0, 20), (byte) => ALPHABET[byte % ALPHABET.length])
  return [0, 5, 10, 15].map((start) => letters.slice(start, start + 5).join('')).join('-')
}

/** Refuses with `people.weak_password` what is short, or made of the person's own name or address. */
export function checkPassword(password: string, own: { readonly name: string; readonly email: string }): void {
  const plain = password.toLowerCase()
  const words = [...own.name.toLowerCase().split(/\s+/), own.email.split('@')[0] ?? ''].filter((word) => word.length >= 4)
  const remainder = words.reduce((left, word) => left.replaceAll(word, ''), plain)
  if (password.length < SHORTEST || password.length > LONGEST || new Set(remainder).size < 5) {
    throw new Refusal('people.weak_password', { shortest: SHORTEST })
  }
}
