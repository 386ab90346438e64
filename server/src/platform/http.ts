import type { NextFunction, Request, Response } from 'express'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { CONFIG, type Config } from './config.module.js'
import { ConsoleFiles } from './console-files.js'
import { Deadline, DEADLINE_MS } from './deadline.js'
import { GraphqlEntrance } from './graphql-entrance.js'
import { HttpErrors } from './http-errors.js'
import { secured } from './http-security.js'
import { Sessions } from './sessions/sessions.js'

/** Where the screens of the lobby ask. */
const DISPLAY_PATH = '/display'

const BODY_LIMIT = 256 * 1024

/** Wires the way in, in the order a request takes it: headers, files of the console, session, body, deadline, the door of GraphQL. */
export function configureHttp(app: NestExpressApplication): void {
  const config = app.get<Config>(CONFIG)
  const sessions = app.get(Sessions)
  const files = app.get(ConsoleFiles)
  app.disable('x-powered-by')
  app.disable('etag')
  // this process speaks plain HTTP: behind an https address stands one proxy, whose word about the caller's address is taken
  app.set('trust proxy', config.publicUrl.startsWith('https://') ? 1 : false)
  app.use(secured(config))
  app.use(files.middleware)
  app.use((request: Request, _: Response, next: NextFunction) => {
    // a screen on the wall is nobody, also in a browser in which somebody is signed in, and keeps nobody's session awake
    if (request.path.startsWith(DISPLAY_PATH)) return next()
    sessions.attach(request).then(
      () => next(),
      (error: unknown) => next(error),
    )
  })
  app.useBodyParser('json', { limit: BODY_LIMIT })
  app.use('/graphql', app.get(Deadline).within(DEADLINE_MS), app.get(GraphqlEntrance).middleware)
  app.useGlobalFilters(new HttpErrors(files))
}
