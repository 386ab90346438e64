import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import type { Response } from 'express'
import { DataSource } from 'typeorm'
import { kindMatches, type EventPattern } from '@domain'
import { LogReader } from '../platform/event-log/log-reader.js'
import { Moment } from '../platform/moment.js'
import { lobbyLines } from './lobby-lines.js'

/** Events after which a screen may look otherwise: somebody moved on, a name became secret, a screen was cut off. */
const CONCERNS: readonly EventPattern[] = ['visit.*', 'booking.*', 'display.*', 'case.amended']

/** However many visitors move at once, a screen is drawn anew no more often than this. */
const AT_MOST_EVERY_MS = 250
/** Says that the line lives, notices midnight, and asks again whether the screens may still be there. */
const BEAT_MS = 15_000
const BUFFERED_AT_MOST = 64 * 1024
/** A screen that came back before its old connection was missed; more are none of ours. */
const STREAMS_A_DISPLAY = 2

interface Screen {
  readonly displayId: string
  readonly response: Response
  frame: string
}

/**
 * The screens of the lobby at this node. Each frame is the whole board, made by `lobbyLines` and by nothing else: no event, id or row of the console's
 * stream passes here. A screen that cannot be checked is shown nothing (rule 41); it comes back by itself.
 */
@Injectable()
export class LobbyBoard implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(LobbyBoard.name)
  private readonly screens = new Set<Screen>()
  private waiting: NodeJS.Timeout | undefined
  private beat: NodeJS.Timeout | undefined
  private drawing: Promise<void> = Promise.resolve()

  constructor(
    private readonly db: DataSource,
    private readonly reader: LogReader,
  ) {}

  onApplicationBootstrap(): void {
    this.reader.follow(({ kind }) => {
      if (CONCERNS.some((pattern) => kindMatches(kind, pattern))) this.soon()
    })
    this.beat = setInterval(() => this.draw(true), BEAT_MS)
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.beat)
    clearTimeout(this.waiting)
    this.waiting = undefined
    for (const screen of this.screens) this.end(screen)
    await this.drawing
  }

  /** Shows the board to a screen for as long as it stays. */
  join(displayId: string, response: Response): void {
    const before = [...this.screens].filter((screen) => screen.displayId === displayId)
    for (const old of before.slice(0, Math.max(0, before.length - STREAMS_A_DISPLAY + 1))) this.end(old)
    const screen: Screen = { displayId, response, frame: '' }
    this.screens.add(screen)
    response.on('close', () => this.screens.delete(screen))
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' })
    this.draw(true)
  }

  private soon(): void {
    if (this.screens.size > 0) this.waiting ??= setTimeout(() => this.draw(false), AT_MOST_EVERY_MS)
  }

  private draw(beating: boolean): void {
    clearTimeout(this.waiting)
    this.waiting = undefined
    this.drawing = this.drawing.then(() => this.show(beating))
  }

  private async show(beating: boolean): Promise<void> {
    const screens = [...this.screens]
    if (screens.length === 0) return
    try {
      const frame = JSON.stringify(await lobbyLines(this.db, await Moment.now(this.db)))
      const allowed = await this.allowed(screens)
      for (const screen of screens) {
        if (!allowed.has(screen.displayId)) this.end(screen, 'event: over\ndata: \n\n')
        else if (screen.frame !== frame) this.write(screen, `data: ${(screen.frame = frame)}\n\n`)
        else if (beating) this.write(screen, ':\n\n')
      }
    } catch (error) {
      this.logger.error(`The lobby could not be drawn: ${String(error)}`)
      for (const screen of screens) this.end(screen)
    }
  }

  private async allowed(screens: readonly Screen[]): Promise<Set<string>> {
    const rows = await this.db.query<{ id: string }[]>(
      `WITH paired AS (SELECT id, last_seen_at FROM lobby_display WHERE id = ANY ($1) AND revoked_at IS NULL),
         seen AS (UPDATE lobby_display d SET last_seen_at = now() FROM paired p
           WHERE d.id = p.id AND coalesce(p.last_seen_at < now() - interval '1 minute', true))
       SELECT id FROM paired`,
      [[...new Set(screens.map(({ displayId }) => displayId))]],
    )
    return new Set(rows.map(({ id }) => id))
  }

  private write(screen: Screen, text: string): void {
    if (screen.response.writableLength > BUFFERED_AT_MOST) return this.end(screen)
    screen.response.write(text)
  }

  private end(screen: Screen, last = ''): void {
    this.screens.delete(screen)
    screen.response.end(last)
  }
}
