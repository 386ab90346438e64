import {
  createRequest,
  mapExchange,
  type AnyVariables,
  type Client,
  type Exchange,
  type OperationResult,
  type TypedDocumentNode,
} from '@urql/vue'

/** What the server answered to the questions of `askServer`, by their keys, before the cache read it back. */
const answers = new Map<number, OperationResult>()
let owner: Client | null = null
/** Keys of urql's own are positive. */
let last = 0

/** Listens below the cache to what the server itself says. */
export const answersExchange: Exchange = (input) => {
  owner = input.client
  return mapExchange({
    onResult(result) {
      if (result.operation.key < 0) answers.set(result.operation.key, result)
    },
  })(input)
}

/**
 * Asks the server now, and gives what it said now; the cache takes it in for everything else on the screen. Two things that urql does for queries
 * that stay on the screen would be wrong here, so each question has a key of its own, and its answer is taken before the cache reads it back: a
 * question already under way is not asked again, though what it asks about has changed since; and a mutation that brings something new forgets all
 * things of that kind, so that an answer under way is read back as nothing at all.
 */
export async function askServer<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Pick<OperationResult<Data, Variables>, 'data' | 'error'>> {
  if (!owner) throw new Error('There is no client yet')
  last -= 1
  const key = last
  const readBack = await owner.executeQuery({ ...createRequest(document, variables), key }, { requestPolicy: 'network-only' }).toPromise()
  const { data, error } = (answers.get(key) as OperationResult<Data, Variables> | undefined) ?? readBack
  answers.delete(key)
  return { data, error }
}
