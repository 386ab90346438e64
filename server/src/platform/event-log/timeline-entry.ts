import { Field, ID, ObjectType } from '@nestjs/graphql'
import { CheckedInside } from '../policy.js'
import type { Json } from '../json.js'
import { DateTime, JsonScalar } from '../scalars.js'
import { shownActor } from '../system-viewer.js'
import type { CommittedEvent } from './logged-event.js'

/** One line of a timeline: what happened, when, by whom and in which post. */
@ObjectType()
@CheckedInside('whoever reaches the subject of the event may read its line')
export class TimelineEntry {
  @Field(() => ID) id: string
  @Field(() => String) kind: string
  @Field(() => DateTime) at: Date
  /** Null when the system acted. */
  @Field(() => String, { nullable: true }) actorName: string | null
  /** Both names when acting: "Plh. Ketua (a.n. ...)" is put together by the console from title and `onBehalfOf`. */
  @Field(() => String, { nullable: true }) positionTitle: string | null
  @Field(() => String, { nullable: true }) onBehalfOf: string | null
  @Field(() => String, { nullable: true }) note: string | null
  @Field(() => JsonScalar, { nullable: true }) detail: Json
}

export const timelineEntryOf = (event: CommittedEvent): TimelineEntry => ({
  id: event.id,
  kind: event.kind,
  at: event.at,
  actorName: shownActor(event.actorId, event.actorName),
  positionTitle: event.positionTitle,
  onBehalfOf: event.onBehalfOf,
  note: event.note,
  detail: event.detail,
})
