import type { ApolloServer } from '@apollo/server'
import type { ApolloDriver } from '@nestjs/apollo'
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common'
import { ModuleRef } from '@nestjs/core'
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql'
import { parse, validate } from 'graphql'
import { graphqlProtection, LIMITS } from './graphql-limits.js'
import type { RequestContext } from './request-context.js'

const NOBODY: RequestContext = { session: null, viewer: null, loaders: null }

const repeat = (times: number, text: (index: number) => string): string =>
  Array.from({ length: times }, (_, index) => text(index)).join(' ')

/** Deeper than the limit; the fields need not exist, the depth rule is asked alone. */
const deep = `{ ${repeat(LIMITS.depth + 1, (index) => `f${index} {`)} leaf ${'}'.repeat(LIMITS.depth + 1)} }`

/** Asks the running server the questions it must refuse (rules 26 and 27), so that an upgrade that opens a default stops the boot. */
@Injectable()
export class GraphqlSelfCheck implements OnApplicationBootstrap {
  constructor(
    private readonly modules: ModuleRef,
    private readonly schemaHost: GraphQLSchemaHost,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (validate(this.schemaHost.schema, parse(deep), graphqlProtection().validationRules).length === 0) {
      throw new Error('GraphQL answers a document it must refuse: too deep')
    }
    const driver = this.modules.get<GraphQLModule<ApolloDriver>>(GraphQLModule, { strict: false })
    const server: ApolloServer = driver.graphQlAdapter.instance
    const refused: readonly (readonly [string, string])[] = [
      ['introspection', '{ __schema { queryType { name } } }'],
      ['too many aliases', `{ ${repeat(LIMITS.aliases + 1, (index) => `a${index}: __typename`)} }`],
      ['too many tokens', `{ ${repeat(LIMITS.tokens, () => '__typename')} }`],
      ['too many directives', `{ ${repeat(LIMITS.directives + 1, () => '__typename @include(if: true)')} }`],
    ]
    for (const [what, query] of refused) {
      const { body } = await server.executeOperation({ query }, { contextValue: NOBODY })
      const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : []
      if (errors.length === 0) throw new Error(`GraphQL answers a document it must refuse: ${what}`)
      if (/did you mean|stacktrace|queryType/i.test(JSON.stringify(errors))) throw new Error(`GraphQL tells too much about: ${what}`)
    }
  }
}
