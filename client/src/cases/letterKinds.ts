import {
  draftableKinds,
  productsFor,
  UNISSUED_LETTER_STATUSES,
  type LetterKind,
  type LetterStatus,
  type Product,
  type Standard,
} from '@domain'

interface Written {
  readonly kind: LetterKind
  readonly status: LetterStatus
}

/** The letters an Asisten may begin now under the case's version of the standard, those that close the case first. */
export function letterKindsFor(
  standard: Standard,
  { processable }: { readonly processable: boolean | null },
  letters: readonly Written[],
): Product[] {
  const allowed = draftableKinds(standard, processable)
  const taken = letters.filter((letter) => UNISSUED_LETTER_STATUSES.includes(letter.status)).map((letter) => letter.kind)
  return productsFor(standard)
    .filter(({ letterKind }) => allowed.includes(letterKind) && !taken.includes(letterKind))
    .sort((first, second) => Number(second.closesCase) - Number(first.closesCase))
}
