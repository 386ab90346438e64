import { productsFor, type LetterKind, type LetterStatus, type Product, type Service } from '@domain'

interface Decided {
  readonly service: Service
  readonly processable: boolean | null
}

/** A letter that is not withdrawn keeps its kind taken. */
interface Written {
  readonly kind: LetterKind
  readonly status: LetterStatus
}

/**
 * The letters an Asisten may begin now: before the decision only the request to complete the file, after a no only the notice, after a yes
 * everything but the notice. A kind already in the case is not offered again.
 */
export function letterKindsFor({ service, processable }: Decided, letters: readonly Written[]): Product[] {
  const taken = new Set(letters.filter((letter) => letter.status !== 'withdrawn').map((letter) => letter.kind))
  return productsFor(service).filter(({ letterKind }) => {
    if (taken.has(letterKind)) return false
    if (letterKind === 'completeness_request') return processable !== false
    if (processable === null) return false
    return (letterKind === 'notice') === !processable
  })
}
