import { Field, ID, ObjectType } from '@nestjs/graphql'
import type { DataSource } from 'typeorm'
import type { Viewer } from '@domain'
import { Public, SignedIn } from '../platform/policy.js'
import { DateTime } from '../platform/scalars.js'
import { HeldPosition } from './held-position.js'

/** Who is signed in: what the console needs to ask the rules. Login answers with it, so it stands before the session. */
@ObjectType()
@Public('the answer of login; everywhere else it is the own account')
export class Me {
  @Field(() => ID) id: string
  @Field(() => String) name: string
  @Field(() => String) email: string
  @Field(() => String) locale: string
  @Field(() => [HeldPosition]) positions: readonly HeldPosition[]
}

/** One of the places where the person is signed in. */
@ObjectType()
@SignedIn()
export class Session {
  @Field(() => ID) id: string
  @Field(() => DateTime) createdAt: Date
  @Field(() => DateTime) lastSeenAt: Date
  @Field(() => String, { nullable: true }) userAgent: string | null
  @Field(() => String, { nullable: true }) address: string | null
  @Field(() => Boolean) current: boolean
}

/** A name for an id: authors, actors, earlier holders. */
@ObjectType()
@SignedIn()
export class PersonName {
  @Field(() => ID) id: string
  @Field(() => String) name: string
}

/** Settings of the account beside what the session says of its owner. */
export async function accountOf(db: Pick<DataSource, 'query'>, viewer: Viewer): Promise<Me> {
  const [row] = await db.query<{ email: string; locale: string }[]>('SELECT email, locale FROM person WHERE id = $1', [viewer.id])
  if (!row) throw new Error('A session has no person')
  return { ...viewer, ...row }
}
