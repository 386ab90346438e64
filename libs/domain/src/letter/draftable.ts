import type { LetterKind, Service } from '../standard/service.js'
import type { Standard } from '../standard/standard.js'
import { productsFor } from '../standard/standards.js'

/** What may be written before the Asisten has decided, and when the request cannot be processed. Everything but a refusal follows a yes. */
const UNDECIDED: readonly LetterKind[] = ['completeness_request', 'confirmation']
const REFUSED: readonly LetterKind[] = ['notice', 'completeness_request', 'confirmation']

/** The letters that may be begun for a request of this service, by whether it can be processed (null: not decided yet). */
export const draftableKinds = (of: Service | Standard, processable: boolean | null): LetterKind[] =>
  productsFor(of)
    .map((product) => product.letterKind)
    .filter((kind) => (processable === null ? UNDECIDED.includes(kind) : processable ? kind !== 'notice' : REFUSED.includes(kind)))
