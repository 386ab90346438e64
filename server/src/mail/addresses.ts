import { Refusal } from '@domain'

const EMAIL = /^[^\s@<>"(),:;\\]+@[^\s@<>"(),:;\\]+\.[^\s@<>"(),:;\\]+$/

/** An address that can be written to, in lower case; otherwise `identity.email_invalid`. */
export function demandEmail(given: string): string {
  const email = given.trim().toLowerCase()
  if (email.length > 254 || !EMAIL.test(email)) throw new Refusal('identity.email_invalid', { fields: ['email'] })
  return email
}

/** "r•••@contoh.go.id": enough to recognise, too little to write to. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return at < 1 ? '•••' : `${email.slice(0, 1)}•••${email.slice(at)}`
}
