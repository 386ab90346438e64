import type { Server } from 'node:http'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { timeTravel } from '../../server/src/platform/moment.js'

/** Lets the requests to an application come at an instant of the story: the server's own clock is moved for each of them, what they wait for included. */
export class Travel {
  private at: Date | null = null

  constructor(app: NestExpressApplication) {
    const server: Server = app.getHttpServer()
    const answering = server.listeners('request')
    server.removeAllListeners('request')
    server.on('request', (...given: unknown[]) => {
      const answer = () => answering.forEach((listen) => void Reflect.apply(listen, server, given))
      if (this.at) void timeTravel(this.at, () => Promise.resolve(answer()))
      else answer()
    })
  }

  /** Everything that is asked from here on is asked then. */
  to(instant: Date): void {
    this.at = instant
  }

  /** Does it by a use-case, at the same instant. */
  here<T>(steps: () => Promise<T>): Promise<T> {
    return this.at ? timeTravel(this.at, steps) : steps()
  }
}
