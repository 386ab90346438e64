import { Catch, NotFoundException, PayloadTooLargeException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import type { GqlContextType } from '@nestjs/graphql'
import type { Request, Response } from 'express'
import { Refusal, type ProblemCode } from '@domain'
import type { ConsoleFiles } from './console-files.js'
import { problemAnswer } from './problem-answer.js'

const STATUS: Partial<Record<ProblemCode, number>> = {
  'access.signed_out': 401,
  'access.denied': 404,
  'access.too_many_attempts': 429,
  'request.invalid': 400,
  'request.too_large': 413,
  'file.too_large': 413,
  'request.too_slow': 503,
  'conflict.busy': 409,
  'conflict.changed_meanwhile': 409,
}

/** Refusals of controllers, as JSON with the code; forbidden looks like not found (rule 22). An address of the console gets its page. */
@Catch()
export class HttpErrors implements ExceptionFilter {
  constructor(private readonly files: ConsoleFiles) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<GqlContextType>() === 'graphql') return error
    const request = host.switchToHttp().getRequest<Request>()
    const response = host.switchToHttp().getResponse<Response>()
    if (response.headersSent) return response.destroy()
    if (error instanceof NotFoundException && this.files.answersPage(request)) return this.files.sendPage(response)
    if (error instanceof NotFoundException) return response.status(404).json({ code: 'access.denied', detail: {} })
    const tooLarge = error instanceof PayloadTooLargeException || isTooLarge(error)
    const answer = problemAnswer(tooLarge ? new Refusal('request.too_large') : isMalformed(error) ? new Refusal('request.invalid') : error)
    response.status('traceId' in answer ? 500 : (STATUS[answer.code] ?? 422))
    return request.path === '/graphql' ? response.json({ errors: [{ message: answer.code, extensions: answer }] }) : response.json(answer)
  }
}

const typeOf = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'type' in error ? error.type : null)

/** What the body parser throws. */
const isTooLarge = (error: unknown): boolean => typeOf(error) === 'entity.too.large'

/** A body in no JSON, in a character set or an encoding nobody speaks, or of another length than it said. */
const isMalformed = (error: unknown): boolean => {
  const status: unknown = typeof error === 'object' && error !== null && 'status' in error ? error.status : null
  return typeof status === 'number' && status >= 400 && status < 500 && status !== 413
}
