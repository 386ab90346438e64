import { Inject, Injectable } from '@nestjs/common'
import type { NextFunction, Request, Response } from 'express'
import { print } from 'graphql'
import { Refusal, type ProblemCode } from '@domain'
import { CONFIG, opensDocuments, type Config } from './config.module.js'
import { STORED_DOCUMENTS, type StoredDocuments } from './stored-documents.js'

/** What Apollo gets: always one operation with its text. */
interface Operation {
  readonly query: string
  readonly operationName?: string
  readonly variables?: object
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const hashIn = (extensions: unknown): unknown =>
  isRecord(extensions) && isRecord(extensions['persistedQuery']) ? extensions['persistedQuery']['sha256Hash'] : undefined

/**
 * The only door to GraphQL over HTTP (rules 26 and 27): POST, application/json, X-Requested-By (a form or an image on another site
 * cannot send it), one operation, and that operation a document of the console build, named by its hash.
 */
@Injectable()
export class GraphqlEntrance {
  private readonly texts = new Map<string, string>()

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(STORED_DOCUMENTS) private readonly documents: StoredDocuments,
  ) {}

  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    if (request.method !== 'POST' || !request.is('application/json') || !request.get('x-requested-by')) {
      return refuse(response, request.method === 'POST' ? 415 : 405, 'request.invalid')
    }
    const operation = this.operationOf(request.body)
    if (operation instanceof Refusal) return refuse(response, operation.code === 'request.unknown_document' ? 403 : 400, operation.code)
    request.body = operation
    next()
  }

  private operationOf(body: unknown): Operation | Refusal {
    if (!isRecord(body)) return new Refusal('request.invalid')
    const query = this.textOf(body)
    if (query === null) return new Refusal('request.unknown_document')
    const { operationName, variables } = body
    if (operationName != null && typeof operationName !== 'string') return new Refusal('request.invalid')
    if (variables != null && !isRecord(variables)) return new Refusal('request.invalid')
    return { query, ...(operationName ? { operationName } : {}), ...(variables ? { variables } : {}) }
  }

  private textOf(body: Record<string, unknown>): string | null {
    const id = body['documentId'] ?? hashIn(body['extensions'])
    if (typeof id === 'string') return this.stored(id)
    return opensDocuments(this.config) && typeof body['query'] === 'string' ? body['query'] : null
  }

  private stored(id: string): string | null {
    const known = this.texts.get(id)
    if (known !== undefined) return known
    const document = this.documents.find(id)
    if (!document) return null
    const text = print(document)
    this.texts.set(id, text)
    return text
  }
}

function refuse(response: Response, status: number, code: ProblemCode): void {
  response.status(status).json({ errors: [{ message: code, extensions: { code, detail: {} } }] })
}
