import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'
import { Controller, Get, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { DataSource } from 'typeorm'
import { isShown, type Viewer } from '@domain'
import { Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { BlobStore } from './blob-store.js'
import { readFile, type CleanFile } from './read-file.js'

/** A document of a stranger may run nothing and load nothing; only the console may frame it. */
const ALONE =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

/** The bytes of files, for whoever may read what they belong to. */
@Controller('files')
export class FilesController {
  constructor(
    private readonly db: DataSource,
    private readonly blobs: BlobStore,
  ) {}

  /** To be saved; with `?inline=1` a PDF or a picture is shown instead. One range of bytes may be asked for. */
  @Get(':id')
  @CheckedInside('readFile')
  async file(
    @Me() me: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query('inline') inline: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const file = await readFile(this.db, me, id)
    response.set(headersOf(file, inline === '1' && isShown(file.mediaType)))
    const range = rangeOf(request, file.size)
    if (range === 'unsatisfiable') return void response.status(416).set('Content-Range', `bytes */${file.size}`).end()
    if (range) response.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${file.size}`)
    response.set('Content-Length', String(range ? range.end - range.start + 1 : file.size))
    if (request.method === 'HEAD') return void response.end()
    const bytes = this.blobs.open(file.sha256, range ?? {})
    await once(bytes, 'open')
    await pipeline(bytes, response).catch((error: unknown) => {
      if (!response.closed) throw error
    })
  }
}

function headersOf(file: CleanFile, shown: boolean): Record<string, string> {
  // a browser's PDF viewer does not start in a sandbox; a PDF runs in the viewer's own, never in our origin
  const sandbox = shown && file.mediaType === 'application/pdf' ? '' : '; sandbox'
  return {
    'Content-Type': file.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : file.mediaType,
    'Content-Disposition': disposition(shown ? 'inline' : 'attachment', file.name),
    'Content-Security-Policy': `${ALONE}${sandbox}`,
    'Cache-Control': 'private, no-store',
    'Accept-Ranges': 'bytes',
  }
}

/** RFC 6266: a plain name for everybody, the real one for those who understand it. */
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const real = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${real}`
}

/** The one range asked for; null for the whole. Several ranges, or a condition we give no mark for, get the whole. */
function rangeOf(request: Request, size: number): { readonly start: number; readonly end: number } | 'unsatisfiable' | null {
  if (request.get('if-range') !== undefined) return null
  const ranges = request.range(size)
  if (ranges === -1) return 'unsatisfiable'
  const [range] = Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges : []
  return range ?? null
}
