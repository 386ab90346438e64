import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { ChangeMember } from '../platform/live/change-union.js'
import { CheckedInside, SignedIn } from '../platform/policy.js'
import { CursorScalar, DateTime } from '../platform/scalars.js'

/** What somebody is to know: something became theirs, came back to them, or is due. The console has a sentence for each kind. */
@ObjectType()
@SignedIn()
export class NoticeItem {
  @Field(() => ID) id: string
  @Field(() => String) kind: string
  @Field(() => ID, { nullable: true }) caseId: string | null
  @Field(() => ID, { nullable: true }) letterId: string | null
  @Field(() => ID, { nullable: true }) dispositionId: string | null
  @Field(() => DateTime) at: Date
  @Field(() => DateTime, { nullable: true }) readAt: Date | null
  /** Number, year and subject of the case, while the person may read it. */
  @Field(() => Int, { nullable: true }) agendaNumber: number | null
  @Field(() => Int, { nullable: true }) agendaYear: number | null
  @Field(() => String, { nullable: true }) subject: string | null
  @Field(() => String, { nullable: true }) actorName: string | null
}

@ObjectType()
@SignedIn()
export class NoticePage {
  @Field(() => [NoticeItem]) rows: NoticeItem[]
  @Field(() => String, { nullable: true }) endCursor: string | null
  @Field(() => Int) unread: number
}

/** A notice, as it arrives. */
@ChangeMember()
@ObjectType()
@CheckedInside('told only to the person it was kept for')
export class Notice {
  @Field(() => CursorScalar) cursor: string
  @Field(() => NoticeItem) notice: NoticeItem
}
