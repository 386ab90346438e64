import { ApolloArmor } from '@escape.tech/graphql-armor'

/** Rule 26, for HTTP and, by the same validation rules, for documents of the live stream. */
export const LIMITS = { depth: 8, aliases: 15, tokens: 1500, directives: 10 } as const

/** The limits as Apollo plugins and validation rules. Cost is bounded by page sizes and these, not by a cost formula. */
export const graphqlProtection = () =>
  new ApolloArmor({
    maxDepth: { n: LIMITS.depth, flattenFragments: true },
    // the default forgives aliases of __typename, which cost as much as any other
    maxAliases: { n: LIMITS.aliases, allowList: [] },
    // the parser counts tokens itself (`parseOptions`)
    maxTokens: { enabled: false },
    maxDirectives: { n: LIMITS.directives },
    costLimit: { enabled: false },
    blockFieldSuggestion: { enabled: true },
  }).protect()
