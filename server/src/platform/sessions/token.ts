import { createHash, randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { CookieOptions } from 'express'

/** 256 random bits, as they travel in the cookie. The database holds only their hash. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Only a browser that talks plain HTTP to its own machine gets a cookie that is not bound to HTTPS and to this host. */
const isPlainLocal = (publicUrl: string): boolean => {
  const { protocol, hostname } = new URL(publicUrl)
  return protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]')
}

export const cookieName = (publicUrl: string): string => (isPlainLocal(publicUrl) ? 'tanggap' : '__Host-tanggap')

export const cookieOptions = (publicUrl: string): CookieOptions => ({
  httpOnly: true,
  secure: !isPlainLocal(publicUrl),
  sameSite: 'strict',
  path: '/',
})

/** The session's token these headers carry, or null. */
export const tokenOf = (headers: IncomingHttpHeaders, publicUrl: string): string | null => tokenIn(headers, cookieName(publicUrl))

/** The token in the cookie of this name, or null. Two cookies of the name are nobody's. */
export function tokenIn(headers: IncomingHttpHeaders, name: string): string | null {
  const start = `${name}=`
  const found = (headers.cookie ?? '').split(/;\s*/).filter((pair) => pair.startsWith(start))
  const [token] = found.map((pair) => pair.slice(start.length))
  return found.length === 1 && token ? token : null
}
