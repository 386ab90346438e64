import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql'
import type { Request } from 'express'
import { Refusal, ruleRefusal, type Viewer } from '@domain'
import { POLICY, type Policy } from './policy.js'
import type { RequestContext } from './request-context.js'
import { attachedSession } from './sessions/session.js'

function viewerOf(context: ExecutionContext): Viewer | null {
  if (context.getType<GqlContextType>() === 'graphql') return GqlExecutionContext.create(context).getContext<RequestContext>().viewer
  return attachedSession(context.switchToHttp().getRequest<Request>())?.viewer ?? null
}

/** Stands before every root field and every controller: nobody passes without a policy, nor without a session where one is asked. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const policy = this.reflector.getAllAndOverride<Policy | undefined>(POLICY, [context.getHandler(), context.getClass()])
    if (!policy) throw new Error(`${context.getClass().name}.${context.getHandler().name} has no policy`)
    if (policy.kind === 'public') return true

    const viewer = viewerOf(context)
    if (!viewer) throw new Refusal('access.signed_out')
    if (policy.kind === 'area') {
      const refusal = ruleRefusal(viewer, policy.action, { __typename: 'Area', name: policy.area, unitId: null })
      if (refusal) throw new Refusal(refusal)
    }
    return true
  }
}
