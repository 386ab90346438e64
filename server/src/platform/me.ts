import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql'
import type { Request } from 'express'
import { Refusal, type Viewer } from '@domain'
import type { Loaders } from './loaders.js'
import type { RequestContext } from './request-context.js'
import { attachedSession, type LiveSession } from './sessions/session.js'

const signedOut = (): never => {
  throw new Refusal('access.signed_out')
}

const graphqlContext = (context: ExecutionContext): RequestContext => GqlExecutionContext.create(context).getContext<RequestContext>()

function sessionOf(context: ExecutionContext): LiveSession | null {
  if (context.getType<GqlContextType>() === 'graphql') return graphqlContext(context).session
  return attachedSession(context.switchToHttp().getRequest<Request>())
}

/** The person who asks, with the posts held today. For resolvers and controllers alike. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  const viewer = context.getType<GqlContextType>() === 'graphql' ? graphqlContext(context).viewer : sessionOf(context)?.viewer
  return viewer ?? signedOut()
})

/** The session the request came with. */
export const MySession = createParamDecorator((_: unknown, context: ExecutionContext): LiveSession => sessionOf(context) ?? signedOut())

/** The DataLoaders of the request: `loaders.of(casesById).load(id)`. */
export const Load = createParamDecorator((_: unknown, context: ExecutionContext): Loaders => graphqlContext(context).loaders ?? signedOut())
