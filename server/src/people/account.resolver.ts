import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import type { Request, Response } from 'express'
import type { Viewer } from '@domain'
import { Me, MySession } from '../platform/me.js'
import { Public, SignedIn } from '../platform/policy.js'
import type { RequestContext } from '../platform/request-context.js'
import type { LiveSession } from '../platform/sessions/session.js'
import { IDLE_MINUTES } from '../platform/sessions/session.js'
import { accountOf, Me as Account, Session } from './my-account.js'
import { OwnAccount } from './own-account.js'
import { SignIn } from './sign-in.js'

function overHttp({ req, res }: RequestContext): { req: Request; res: Response } {
  if (!req || !res) throw new Error('Signing in and out needs an HTTP request')
  return { req, res }
}

/** Signing in and out, and what everybody may see and change about their own account. */
@Resolver(() => Account)
@SignedIn()
export class AccountResolver {
  constructor(
    private readonly db: DataSource,
    private readonly signIn: SignIn,
    private readonly own: OwnAccount,
  ) {}

  @Query(() => Account)
  me(@Me() viewer: Viewer): Promise<Account> {
    return accountOf(this.db, viewer)
  }

  @Query(() => [Session])
  mySessions(@MySession() current: LiveSession): Promise<Session[]> {
    return this.db.query<Session[]>(
      `SELECT id, created_at AS "createdAt", last_seen_at AS "lastSeenAt", user_agent AS "userAgent", address, id = $2 AS current
       FROM session WHERE person_id = $1 AND expires_at > now() AND last_seen_at > now() - interval '${IDLE_MINUTES} minutes'
       ORDER BY last_seen_at DESC, id`,
      [current.viewer.id, current.id],
    )
  }

  @Mutation(() => Account)
  @Public('who signs in has no session yet')
  async login(@Args('email') email: string, @Args('password') password: string, @Context() context: RequestContext): Promise<Account> {
    const { req, res } = overHttp(context)
    return accountOf(this.db, await this.signIn.login({ email, password }, req, res))
  }

  @Mutation(() => Boolean)
  async logout(@Context() context: RequestContext): Promise<boolean> {
    const { req, res } = overHttp(context)
    await this.signIn.logout(req, res)
    return true
  }

  @Mutation(() => Boolean)
  async revokeSession(@Args('id', { type: () => ID }) id: string, @Args('key') key: string, @Me() me: Viewer): Promise<boolean> {
    const { ended } = await this.own.revokeSession(me, key, id)
    return ended
  }

  @Mutation(() => Boolean)
  async changePassword(
    @Args('current') current: string,
    @Args('next') next: string,
    @Args('key') key: string,
    @MySession() session: LiveSession,
  ): Promise<boolean> {
    await this.own.changePassword(session, key, current, next)
    return true
  }

  @Mutation(() => Account)
  async setLocale(@Args('locale') locale: string, @Args('key') key: string, @Me() me: Viewer): Promise<Account> {
    await this.own.setLocale(me, key, locale)
    return accountOf(this.db, me)
  }
}
