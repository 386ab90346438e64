import type { IncomingHttpHeaders } from 'node:http'
import type { CookieOptions } from 'express'
import { cookieName, cookieOptions, tokenIn } from '../platform/sessions/token.js'

const YEAR_MS = 365 * 86_400_000

/** A screen keeps its own cookie, beside that of a person who may use the same browser. */
const nameOf = (publicUrl: string): string => `${cookieName(publicUrl)}-lobby`

export const displayTokenOf = (headers: IncomingHttpHeaders, publicUrl: string): string | null => tokenIn(headers, nameOf(publicUrl))

/** Outlives the browser: a screen that was switched off over night comes back by itself. Revoking it is the end of the token, not of the cookie. */
export const displayCookie = (publicUrl: string, token: string): [name: string, value: string, options: CookieOptions] => [
  nameOf(publicUrl),
  token,
  { ...cookieOptions(publicUrl), maxAge: YEAR_MS },
]
