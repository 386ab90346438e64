import type { Response } from 'express'

/** Sends a PDF made for the reader, to be shown. It may load nothing; only the console may frame it. */
export function sendPaper(response: Response, pdf: Uint8Array, name: string): void {
  response.set({
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${name.replace(/[^\w.-]/g, '-')}"`,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    'Cache-Control': 'private, no-store',
  })
  response.end(pdf)
}
