import { SetMetadata } from '@nestjs/common'
import type { Action, Area } from '@domain'

/** How a resolver, controller or type is protected. One of these stands on each of them, or the server does not start. */
export type Policy =
  | { readonly kind: 'public'; readonly why: string }
  | { readonly kind: 'signed_in' }
  | { readonly kind: 'area'; readonly area: Area; readonly action: Action }
  | { readonly kind: 'inside'; readonly where: string }

export const POLICY = Symbol('policy')

/** On a query, mutation, subscription, field resolver, controller, resolver class or object type. */
export const Allow = (policy: Policy): ClassDecorator & MethodDecorator => SetMetadata(POLICY, policy)

/** Open to everybody, with the reason. Nothing but login and health may carry it. */
export const Public = (why: string): ClassDecorator & MethodDecorator => Allow({ kind: 'public', why })

/** For everybody who is signed in: what the person owns, or reference data. */
export const SignedIn = (): ClassDecorator & MethodDecorator => Allow({ kind: 'signed_in' })

/** For those whose rules open a part of the console, before anything else runs. */
export const AllowArea = (area: Area, action: Action = 'read'): ClassDecorator & MethodDecorator => Allow({ kind: 'area', area, action })

/** For the signed in; what they may do with the record is decided by the named use-case, query or loader, under its lock or in its SQL. */
export const CheckedInside = (where: string): ClassDecorator & MethodDecorator => Allow({ kind: 'inside', where })
