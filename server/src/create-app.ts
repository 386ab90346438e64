import { ValidationPipe, type Type } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { Refusal } from '@domain'
import { AppModule } from './app.module.js'
import type { Config } from './platform/config.js'
import { configureHttp } from './platform/http.js'
import { nestLog } from './platform/log.js'

/** Inputs whose class says more than their GraphQL type; the fields at fault are named. */
const validation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    exceptionFactory: (errors) => new Refusal('request.invalid', { fields: errors.map((error) => error.property) }),
  })

/** The application, wired but not listening. `more` are modules that only a test brings. */
export async function createApp(config: Config, more: readonly Type[] = []): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(config, more), {
    logger: nestLog,
    bodyParser: false,
    abortOnError: false,
  })
  configureHttp(app)
  app.useGlobalPipes(validation())
  return app
}
