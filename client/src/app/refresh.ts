import { mapExchange, type Client, type Exchange, type Operation } from '@urql/vue'

const active = new Map<number, Operation>()
let owner: Client | null = null

/** Remembers which queries are on the screen, so that they can be asked again. */
export const refreshExchange: Exchange = (input) => {
  owner = input.client
  return mapExchange({
    onOperation(operation) {
      if (operation.kind === 'query') active.set(operation.key, operation)
      if (operation.kind === 'teardown') active.delete(operation.key)
    },
  })(input)
}

/** Fetches every query on the screen anew; what is shown stays until the answers arrive. */
export function refreshQueries(): void {
  const client = owner
  if (!client) return
  for (const operation of [...active.values()]) {
    client.reexecuteOperation(client.createRequestOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }))
  }
}
