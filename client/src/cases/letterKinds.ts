import {
  draftableKinds,
  productsFor,
  UNISSUED_LETTER_STATUSES,
  type LetterKind,
  type LetterStatus,
  type Product,
  type Service,
} from '@domain'

interface Written {
  readonly kind: LetterKind
  readonly status: LetterStatus
}

/** The letters an Asisten may begin now, those that close the case first. */
export function letterKindsFor(
  subject: { readonly service: Service; readonly processable: boolean | null },
  letters: readonly Written[],
): Product[] {
  const allowed = draftableKinds(subject.service, subject.processable)
  const taken = letters.filter((letter) => UNISSUED_LETTER_STATUSES.includes(letter.status)).map((letter) => letter.kind)
  return productsFor(subject.service)
    .filter(({ letterKind }) => allowed.includes(letterKind) && !taken.includes(letterKind))
    .sort((first, second) => Number(second.closesCase) - Number(first.closesCase))
}
