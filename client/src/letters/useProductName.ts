import { computed, type ComputedRef } from 'vue'
import { LETTER_KIND_LABEL, productOf } from '@domain'
import { useStandardOf } from '../app/standards.js'
import { useWords } from '../app/words.js'
import type { LetterDetailFragment } from '../generated/graphql.js'

/** What the standard that the letter's case keeps calls such a letter; empty until there is a letter. */
export function useProductName(letter: () => Pick<LetterDetailFragment, 'kind' | 'case'> | null): ComputedRef<string> {
  const { say } = useWords()
  const { standard } = useStandardOf(() => letter()?.case)
  return computed(() => {
    const row = letter()
    if (!row) return ''
    const product = standard.value && productOf(standard.value, row.kind)
    return say(product?.name ?? LETTER_KIND_LABEL[row.kind])
  })
}
