import type { NextFunction, Request, Response } from 'express'
import type { Config } from './config.module.js'

/** Rule 35. Styles may be inline (the editor sets them on elements); scripts may not, and nothing comes from another host. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
]

/** Older WebKit does not count ws: as 'self'. */
const withSocket = (directive: string, publicUrl: string): string =>
  directive.startsWith('connect-src') ? `${directive} ${publicUrl.replace(/^http/, 'ws')}` : directive

/** The headers of every answer. What is not a file of the console build is never kept by anybody. */
export function secured({ publicUrl }: Config): (request: Request, response: Response, next: NextFunction) => void {
  const headers: Record<string, string> = {
    'Content-Security-Policy': POLICY.map((directive) => withSocket(directive, publicUrl)).join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cache-Control': 'no-store',
    ...(publicUrl.startsWith('https://') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  }
  return (_, response, next) => {
    response.set(headers)
    next()
  }
}
