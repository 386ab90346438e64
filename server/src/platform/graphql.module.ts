import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo'
import { Module } from '@nestjs/common'
import { APP_GUARD, DiscoveryModule } from '@nestjs/core'
import { GraphQLModule, type BuildSchemaOptions } from '@nestjs/graphql'
import type { ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled'
import type { Request, Response } from 'express'
import { OperationTypeNode } from 'graphql'
import { DataSource } from 'typeorm'
import { Refusal } from '@domain'
import { graphqlProtection, LIMITS } from './graphql-limits.js'
import { GraphqlSelfCheck } from './graphql-self-check.js'
import { Loaders } from './loaders.js'
import { PolicyCheck } from './policy-check.js'
import { PolicyGuard } from './policy.guard.js'
import { formatError } from './problem-answer.js'
import type { RequestContext } from './request-context.js'
import { DateTime } from './scalars.js'
import { attachedSession } from './sessions/session.js'

/** How classes become types; `emit-schema.ts` uses the same. */
export const SCHEMA_OPTIONS: BuildSchemaOptions = { scalarsMap: [{ type: Date, scalar: DateTime }] }

/** What the resolvers of one request share; the entrance has already looked at the cookie. */
function requestContext(db: DataSource, req: Request, res: Response): RequestContext {
  const session = attachedSession(req)
  const viewer = session?.viewer ?? null
  return { req, res, session, viewer, loaders: viewer && new Loaders({ db, viewer }) }
}

/** Subscriptions belong to the live gateway; over HTTP nothing would check them. */
const NO_SUBSCRIPTIONS: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation }) =>
        operation?.operation === OperationTypeNode.SUBSCRIPTION ? Promise.reject(new Refusal('request.invalid')) : Promise.resolve(),
    }),
}

/** Everything that a default could open is said here, and asked again at boot by `GraphqlSelfCheck`. */
function options(db: DataSource): Omit<ApolloDriverConfig, 'driver'> {
  const { plugins, validationRules } = graphqlProtection()
  return {
    autoSchemaFile: true,
    sortSchema: true,
    buildSchemaOptions: SCHEMA_OPTIONS,
    path: '/graphql',
    useGlobalPrefix: false,
    graphiql: false,
    introspection: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    autoTransformHttpErrors: false,
    fieldResolverEnhancers: [],
    context: ({ req, res }: { req: Request; res: Response }) => requestContext(db, req, res),
    formatError,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules,
    plugins: [ApolloServerPluginCacheControlDisabled(), NO_SUBSCRIPTIONS, ...(plugins as ApolloServerPlugin[])],
  }
}

/** GraphQL over HTTP. The live stream has its own gateway; the middleware before this is `http.ts`. */
@Module({
  imports: [
    DiscoveryModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({ driver: ApolloDriver, inject: [DataSource], useFactory: options }),
  ],
  providers: [PolicyCheck, GraphqlSelfCheck, { provide: APP_GUARD, useClass: PolicyGuard }],
  exports: [GraphQLModule],
})
export class GraphqlModule {}
