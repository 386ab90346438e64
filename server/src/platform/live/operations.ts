import { Inject, Injectable } from '@nestjs/common'
import { GraphQLSchemaHost } from '@nestjs/graphql'
import {
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  visit,
  type DocumentNode,
  type ExecutionArgs,
  type FieldNode,
  type GraphQLSchema,
} from 'graphql'
import type { ServerOptions, SubscribePayload } from 'graphql-ws'
import type { ProblemCode } from '@domain'
import { CONFIG, opensDocuments, type Config } from '../config.module.js'
import { graphqlProtection } from '../graphql-limits.js'
import type { JsonObject } from '../json.js'
import { STORED_DOCUMENTS, type StoredDocuments } from '../stored-documents.js'
import { Hub } from './hub.js'
import type { LiveSocket } from './live-socket.js'
import { selectionOf, Subscription } from './subscription.js'

/** What graphql-ws carries along with a connection. */
export interface Extra {
  readonly socket: LiveSocket
}

const SUBSCRIPTIONS_A_SOCKET = 4

const refused = (code: ProblemCode): readonly GraphQLError[] => [new GraphQLError(code, { extensions: { code, detail: {} } })]

/** What may be asked over a socket: stored subscription documents (rule 26), under the validation rules that bind HTTP. They register with the hub. */
@Injectable()
export class LiveOperations {
  private readonly rules = [...specifiedRules, ...graphqlProtection().validationRules]
  private readonly sound = new WeakMap<DocumentNode, readonly GraphQLError[]>()

  constructor(
    private readonly schemaHost: GraphQLSchemaHost,
    private readonly hub: Hub,
    @Inject(STORED_DOCUMENTS) private readonly documents: StoredDocuments,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  readonly options: ServerOptions<Record<string, unknown>, Extra> = {
    onSubscribe: ({ extra, subscriptions }, id, payload) => {
      if (Object.keys(subscriptions).length > SUBSCRIPTIONS_A_SOCKET) return refused('request.invalid')
      return this.argsOf(extra.socket, id, payload)
    },
    // Registered with the hub, which writes to the socket itself; what graphql-ws iterates over never yields.
    subscribe: ({ contextValue }) => {
      if (!(contextValue instanceof Joining)) throw new Error('A subscription came past onSubscribe')
      void this.hub.join(contextValue.subscription, contextValue.after)
      return neverYields(() => this.hub.leave(contextValue.subscription))
    },
  }

  private argsOf(socket: LiveSocket, id: string, payload: SubscribePayload): ExecutionArgs | readonly GraphQLError[] {
    const document = this.documentOf(payload)
    const operation = document && getOperationAST(document, payload.operationName)
    if (!document || operation?.operation !== OperationTypeNode.SUBSCRIPTION) return refused('request.unknown_document')
    const { schema } = this.schemaHost
    const faults = this.faultsOf(schema, document)
    if (faults.length > 0) return faults

    const given = getVariableValues(schema, operation.variableDefinitions ?? [], payload.variables ?? {})
    const field = operation.selectionSet.selections[0]
    const root = schema.getSubscriptionType()?.getFields()
    if (given.errors || field?.kind !== Kind.FIELD) return refused('request.invalid')
    const definition = root?.[field.name.value]
    if (!definition) return refused('request.unknown_document')

    const { after } = getArgumentValues(definition, field, given.coerced)
    const variables = withoutCursor(payload.variables ?? {}, field)
    const selection = selectionOf(schema, document, payload.operationName ?? null, variables)
    const joining = new Joining(new Subscription(id, socket, selection), typeof after === 'string' ? after : null)
    return { schema, document, operationName: payload.operationName, variableValues: variables, contextValue: joining }
  }

  private documentOf({ extensions, query }: SubscribePayload): DocumentNode | null {
    const persisted: unknown = extensions?.['persistedQuery']
    const hash: unknown =
      typeof persisted === 'object' && persisted !== null ? Reflect.get(persisted, 'sha256Hash') : extensions?.['documentId']
    if (typeof hash === 'string') return this.documents.find(hash)
    return opensDocuments(this.config) && query ? parse(query, { maxTokens: 1500 }) : null
  }

  private faultsOf(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
    const known = this.sound.get(document)
    if (known) return known
    const faults = validate(schema, document, this.rules)
    this.sound.set(document, faults)
    return faults
  }
}

/** A subscription between `onSubscribe`, which knows the socket, and `subscribe`, which starts it. */
class Joining {
  constructor(
    readonly subscription: Subscription,
    readonly after: string | null,
  ) {}
}

/** The variables that do not feed the root field's arguments, where the cursor is. */
function withoutCursor(variables: Readonly<Record<string, unknown>>, field: FieldNode): JsonObject {
  const used = new Set<string>()
  for (const argument of field.arguments ?? []) visit(argument, { Variable: (node) => void used.add(node.name.value) })
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !used.has(name))) as JsonObject
}

function neverYields(left: () => void): AsyncGenerator<never, void, void> {
  let end: (result: IteratorResult<never, void>) => void = () => undefined
  const done: IteratorResult<never, void> = { done: true, value: undefined }
  const finish = (): Promise<IteratorResult<never, void>> => {
    left()
    end(done)
    return Promise.resolve(done)
  }
  return {
    next: () => new Promise((resolve) => (end = resolve)),
    return: finish,
    throw: finish,
    [Symbol.asyncIterator]() {
      return this
    },
    [Symbol.asyncDispose]: async () => void (await finish()),
  }
}
