import type { Viewer } from '@domain'
import { placeAt, type Cursors, type Place } from '../event-log/cursor.js'
import type { Answers } from './answers.js'
import type { Changes, Message, Prepared } from './changes.js'
import type { Subscription } from './subscription.js'

/** One event on its way to many: permission is asked once per person, each answer is made once. */
export class Telling {
  private readonly messages = new Map<Viewer, Promise<Message[]>>()
  private readonly place: Place
  private readonly at: string
  private readonly before: string

  constructor(
    private readonly changes: Changes,
    private readonly prepared: Prepared,
    private readonly answers: Answers,
    cursors: Cursors,
  ) {
    const { offset, hash, prev } = prepared.event
    this.place = placeAt(offset, hash)
    this.at = cursors.seal(this.place)
    this.before = cursors.seal(placeAt(offset - 1, prev))
  }

  async to(receiver: Subscription): Promise<void> {
    if (!receiver.open) return
    const messages = await this.messagesFor(receiver.socket.viewer)
    for (const [index, message] of messages.entries()) {
      // Only the last message of an event moves the cursor past it: a connection lost between two brings the event again.
      const last = index === messages.length - 1
      const cursor = last ? this.at : this.before
      receiver.send(await this.answers.payload(receiver.selection, message, cursor, receiver.socket))
    }
    receiver.place = this.place
  }

  private messagesFor(viewer: Viewer): Promise<Message[]> {
    const known = this.messages.get(viewer)
    if (known) return known
    const fresh = this.changes.messagesFor(viewer, this.prepared)
    this.messages.set(viewer, fresh)
    return fresh
  }
}
