import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import type { AnyVariables, TypedDocumentNode } from '@urql/vue'
import { askServer } from './askServer.js'
import { failureOf, type Failure } from './failure.js'
import { onChange, type Change } from './live.js'
import { append, drop, place, type Listing, type Placement } from './placement.js'
import { failureText } from './failureText.js'

/** A page as every list of the schema answers it. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly endCursor: string | null
  readonly total?: number
  readonly totalCapped?: boolean
}

/** What a change means for a list: a row to place, an id to drop, or the whole list to fetch again. */
export type Meaning<Row> = { readonly place: Row } | { readonly drop: string } | 'refetch' | null

interface Options<Row extends { readonly id: string }, Data, Variables extends AnyVariables> {
  readonly document: TypedDocumentNode<Data, Variables>
  /** What is asked for behind this cursor (null: from the start). The list starts anew when it changes. */
  readonly variables: (after: string | null) => Variables
  readonly page: (data: Data) => Page<Row>
  readonly placement?: () => Placement<Row>
  readonly meaning?: (change: Change, rows: readonly Row[]) => Meaning<Row> | readonly Meaning<Row>[]
}

const FLASH_MS = 2_600
const EMPTY = { rows: [], total: 0, more: false }

/**
 * A list that keeps itself true: pages by keyset, and every change of the stream placed or dropped without fetching the page again. After a
 * `Reset` it starts anew; while it does, the old rows stay on the screen.
 */
export function useLiveList<Row extends { readonly id: string }, Data, Variables extends AnyVariables>(
  options: Options<Row, Data, Variables>,
) {
  const listing = shallowRef<Listing<Row>>(EMPTY) as Ref<Listing<Row>>
  const endCursor = ref<string | null>(null)
  const totalCapped = ref(false)
  const loading = ref(true)
  const loadingMore = ref(false)
  const failure = ref<Failure | null>(null)
  const fresh = ref(new Set<string>())
  let turn = 0

  async function fetchPage(after: string | null): Promise<Page<Row> | null> {
    const mine = ++turn
    const { data, error } = await askServer(options.document, options.variables(after))
    if (mine !== turn) return null
    failure.value = error ? failureOf(error) : null
    return data ? options.page(data) : null
  }

  const listingOf = (page: Page<Row>): Listing<Row> => ({
    rows: page.rows,
    total: page.total ?? page.rows.length,
    more: page.endCursor !== null,
  })

  async function reload(): Promise<void> {
    loading.value = true
    const page = await fetchPage(null)
    if (page) {
      listing.value = listingOf(page)
      endCursor.value = page.endCursor
      totalCapped.value = page.totalCapped ?? false
    }
    loading.value = false
  }

  async function loadMore(): Promise<void> {
    if (endCursor.value === null || loadingMore.value) return
    loadingMore.value = true
    const page = await fetchPage(endCursor.value)
    if (page) {
      listing.value = append(listing.value, listingOf(page))
      endCursor.value = page.endCursor
    }
    loadingMore.value = false
  }

  function flash(id: string): void {
    fresh.value = new Set([...fresh.value, id])
    setTimeout(() => {
      fresh.value = new Set([...fresh.value].filter((other) => other !== id))
    }, FLASH_MS)
  }

  function apply(meaning: Meaning<Row>): void {
    if (meaning === null) return
    if (meaning === 'refetch') return void reload()
    if ('drop' in meaning) listing.value = drop(listing.value, meaning.drop)
    else if (options.placement) {
      listing.value = place(listing.value, meaning.place, options.placement())
      if (listing.value.rows.includes(meaning.place)) flash(meaning.place.id)
    }
  }

  onChange((change) => {
    if (change.__typename === 'Reset') return void reload()
    const meaning = options.meaning?.(change, listing.value.rows) ?? null
    if (Array.isArray(meaning)) meaning.forEach(apply)
    else apply(meaning as Meaning<Row>)
  })

  watch(
    () => JSON.stringify(options.variables(null)),
    () => void reload(),
    { immediate: true },
  )

  return {
    rows: computed(() => listing.value.rows),
    total: computed(() => listing.value.total),
    totalCapped,
    more: computed(() => endCursor.value !== null),
    loading,
    loadingMore,
    failure,
    /** The sentence of the last failure in the language of the moment. */
    sentence: computed(() => (failure.value ? failureText(failure.value) : null)),
    /** Ids that have just arrived or changed: for a breath of colour. */
    fresh,
    loadMore,
    reload,
  }
}
