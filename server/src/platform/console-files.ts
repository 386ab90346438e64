import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Inject, Injectable } from '@nestjs/common'
import type { NextFunction, Request, Response } from 'express'

/** Token of the folder of the console build. */
export const CONSOLE_FOLDER = Symbol('CONSOLE_FOLDER')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
}

const PACKED = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt', '.wasm'])

/** Names that carry a hash of their content are good for ever. */
const HASHED = /-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/

interface StoredFile {
  readonly type: string
  readonly etag: string
  readonly immutable: boolean
  readonly plain: Buffer
  packed: Buffer | null
}

/** The console build, read once into memory: only what was there at the start is served, so no path can lead elsewhere. */
@Injectable()
export class ConsoleFiles {
  private readonly files: ReadonlyMap<string, StoredFile>

  constructor(@Inject(CONSOLE_FOLDER) folder: string) {
    this.files = new Map(list(folder).map((path) => [`/${relative(folder, path).split(sep).join('/')}`, stored(path)]))
  }

  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    const file = request.method === 'GET' || request.method === 'HEAD' ? this.files.get(request.path) : undefined
    if (!file) return next()
    send(file, request, response)
  }

  /** Whether a request that no route answers is a person opening an address of the console. */
  answersPage(request: Request): boolean {
    return (
      request.method === 'GET' &&
      extname(request.path) === '' &&
      request.accepts(['json', 'html']) === 'html' &&
      this.files.has('/index.html')
    )
  }

  sendPage(response: Response): void {
    const page = this.files.get('/index.html')
    if (page) send(page, response.req, response)
  }
}

function list(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && extname(path) in TYPES)
}

function stored(path: string): StoredFile {
  const plain = readFileSync(path)
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 20)}"`
  return { type: TYPES[extname(path)] ?? 'application/octet-stream', etag, immutable: HASHED.test(path), plain, packed: null }
}

function send(file: StoredFile, request: Request, response: Response): void {
  response.set({
    'Content-Type': file.type,
    'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: file.etag,
    Vary: 'Accept-Encoding',
  })
  if (request.get('if-none-match') === file.etag) return void response.status(304).end()
  const extension = Object.entries(TYPES).find(([, type]) => type === file.type)?.[0] ?? ''
  if (!PACKED.has(extension) || !request.acceptsEncodings('gzip')) return void response.end(file.plain)
  file.packed ??= gzipSync(file.plain, { level: 9 })
  response.set('Content-Encoding', 'gzip')
  response.end(file.packed)
}
