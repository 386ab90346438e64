import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Viewer } from '@domain'
import { canonicalJson } from '../json.js'
import { Cursors, placeAt, type Place } from '../event-log/cursor.js'
import { EventLog } from '../event-log/event-log.js'
import { LogReader } from '../event-log/log-reader.js'
import type { LoggedEvent } from '../event-log/logged-event.js'
import { SESSION_GATE, type SessionGate } from '../session-gate.js'
import { Answers } from './answers.js'
import { Changes } from './changes.js'
import { isAnother, isTouched } from './cut-off.js'
import { CLOSE, type LiveSocket } from './live-socket.js'
import type { Subscription } from './subscription.js'
import { Telling } from './telling.js'

const PULSE_MS = 10_000
/** Posts end and sessions grow old without any event: each session is looked at again this often. */
const LOOK_AGAIN_MS = 60_000
const PAGE = 200
/** Who missed more is faster served by fetching again. */
const CATCH_UP_AT_MOST = 5000

const PULSE = { key: 'Pulse', value: { __typename: 'Pulse' } }

/** The fan-out of this node: every event to every socket whose person may hear of it, in the order of the log, once. */
@Injectable()
export class Hub implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Hub.name)
  private readonly sockets = new Set<LiveSocket>()
  private readonly subscriptions = new Set<Subscription>()
  private readonly timers: NodeJS.Timeout[] = []
  /** The newest place that every live subscription has been told. */
  private told: Place | null = null

  constructor(
    private readonly db: DataSource,
    private readonly events: EventLog,
    private readonly reader: LogReader,
    private readonly cursors: Cursors,
    private readonly changes: Changes,
    @Inject(SESSION_GATE) private readonly gate: SessionGate,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.reader.start((event) => this.deliver(event))
    this.timers.push(
      setInterval(() => void this.pulse(), PULSE_MS),
      setInterval(() => void this.lookAgain([...this.sockets]), LOOK_AGAIN_MS),
    )
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer)
    await this.reader.stop()
    for (const socket of this.sockets) socket.close(CLOSE.restart, 'restarting')
  }

  /** The place a snapshot taken from now on contains. */
  get cursor(): string {
    return this.cursors.seal(this.reader.place)
  }

  socketsOf(personId: string): number {
    return [...this.sockets].filter((socket) => socket.open && socket.viewer.id === personId).length
  }

  enter(socket: LiveSocket): void {
    this.sockets.add(socket)
    this.share(socket)
  }

  exit(socket: LiveSocket): void {
    this.sockets.delete(socket)
    for (const subscription of this.subscriptions) if (subscription.socket === socket) this.leave(subscription)
  }

  leave(subscription: Subscription): void {
    subscription.left = true
    this.subscriptions.delete(subscription)
  }

  /** Begins a subscription after a cursor, or now when it has none. Ends when it is live. */
  async join(subscription: Subscription, after: string | null): Promise<void> {
    this.subscriptions.add(subscription)
    try {
      const from = after === null ? this.reader.place : await this.placeOf(after)
      if (from) {
        subscription.place = from
        await this.catchUp(subscription)
      } else {
        subscription.place = this.reader.place
        subscription.live = true
        await this.say(subscription, 'Reset')
      }
      await this.say(subscription, 'Pulse')
    } catch (error) {
      this.logger.error(`A subscription could not begin: ${String(error)}`)
      subscription.socket.close(CLOSE.unavailable, 'try again')
    }
  }

  private async placeOf(after: string): Promise<Place | null> {
    const place = this.cursors.open(after)
    if (!place || this.reader.place.offset - place.offset > CATCH_UP_AT_MOST) return null
    return (await this.events.has(place)) ? place : null
  }

  /**
   * Tells what the log holds between the subscription's place and the reader's, then makes it live. The comparison and the switch happen without
   * a pause between them, and the reader moves its place before it hands an event on: each event comes either from here or from there.
   */
  private async catchUp(subscription: Subscription): Promise<void> {
    while (subscription.open) {
      const target = this.reader.place.offset
      if (subscription.place.offset >= target) {
        subscription.live = true
        return
      }
      for (const event of await this.events.after(subscription.place.offset, PAGE, target)) {
        if (!subscription.open) return
        await this.tell([subscription], event)
        await subscription.socket.breathe()
      }
    }
  }

  /** Hands one event of the log to everybody who is live. */
  async deliver(event: LoggedEvent): Promise<void> {
    const receivers = [...this.subscriptions].filter((each) => each.live && each.place.offset < event.offset)
    const touched = [...this.sockets].filter((socket) => isTouched(event, socket))
    if (touched.length > 0) await this.lookAgain(touched)
    await this.tell(receivers, event)
    this.told = placeAt(event.offset, event.hash)
  }

  private async tell(receivers: readonly Subscription[], event: LoggedEvent): Promise<void> {
    if (receivers.length === 0) return
    try {
      const telling = new Telling(this.changes, await this.changes.prepare(event), new Answers(this.db), this.cursors)
      for (const receiver of receivers) await this.tellOne(telling, receiver, event)
    } catch (error) {
      for (const receiver of receivers) await this.begAgain(receiver, event, error)
    }
  }

  /** What fails for one document or person is theirs alone: everybody else hears of the event as if nothing had failed. */
  private async tellOne(telling: Telling, receiver: Subscription, event: LoggedEvent): Promise<void> {
    try {
      await telling.to(receiver)
    } catch (error) {
      await this.begAgain(receiver, event, error)
    }
  }

  /** A gap must never be silent: whoever cannot be told what changed fetches again, and whoever cannot even be told that is let go to come again. */
  private async begAgain(receiver: Subscription, event: LoggedEvent, error: unknown): Promise<void> {
    this.logger.error(`Event ${event.id} (${event.kind}) could not be delivered: ${String(error)}`)
    receiver.place = placeAt(event.offset, event.hash)
    try {
      await this.say(receiver, 'Reset')
    } catch {
      receiver.socket.close(CLOSE.unavailable, 'try again')
    }
  }

  private async say(subscription: Subscription, typename: 'Reset' | 'Pulse'): Promise<void> {
    if (!subscription.open) return
    const { place, selection, socket } = subscription
    const message = { key: typename, value: { __typename: typename } }
    const payload = await new Answers(this.db).payload(selection, message, this.cursors.seal(place), socket)
    // A pulse that was overtaken by an event would take the cursor back.
    if (typename === 'Reset' || subscription.place === place) subscription.send(payload)
  }

  /** Says that the stream lives, and how far it is. */
  async pulse(): Promise<void> {
    const answers = new Answers(this.db)
    const cursor = this.told && this.cursors.seal(this.told)
    for (const each of this.subscriptions) {
      if (!each.open || !each.live) continue
      if (!cursor || each.place.offset !== this.told?.offset) await this.say(each, 'Pulse')
      else each.send(await answers.payload(each.selection, PULSE, cursor, each.socket))
    }
  }

  /** Asks again who stands behind the sockets: closes those whose session is over, and resets those who may now see other things. */
  private async lookAgain(sockets: readonly LiveSocket[]): Promise<void> {
    const sessions = new Set(sockets.map((socket) => socket.sessionId))
    await Promise.all(
      [...sessions].map((id) =>
        this.lookAgainAt(
          id,
          sockets.filter((socket) => socket.sessionId === id),
        ),
      ),
    )
  }

  private async lookAgainAt(sessionId: string, sockets: readonly LiveSocket[]): Promise<void> {
    try {
      const viewer = await this.gate.refresh(sessionId)
      for (const socket of sockets) {
        if (!viewer) socket.close(CLOSE.signedOut, 'signed out')
        else if (isAnother(socket.viewer, viewer)) await this.see(socket, viewer)
      }
    } catch (error) {
      // Rule 41: nobody is served on a permission that cannot be checked.
      this.logger.error(`A session could not be checked: ${String(error)}`)
      for (const socket of sockets) socket.close(CLOSE.unavailable, 'try again')
    }
  }

  private async see(socket: LiveSocket, viewer: Viewer): Promise<void> {
    socket.viewer = viewer
    this.share(socket)
    for (const each of this.subscriptions) if (each.socket === socket && each.live) await this.say(each, 'Reset')
  }

  /** Two sockets of one person with the same posts look through the same viewer, so that rules are built and asked once. */
  private share(socket: LiveSocket): void {
    const same = canonicalJson(socket.viewer)
    for (const other of this.sockets) {
      if (other !== socket && other.viewer.id === socket.viewer.id && canonicalJson(other.viewer) === same) socket.viewer = other.viewer
    }
  }
}
