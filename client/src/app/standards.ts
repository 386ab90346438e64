import { computed, effectScope, reactive, readonly, ref, shallowRef, watch, type ComputedRef } from 'vue'
import { localDate, PUBLISHED_NUMBER, publishedDocument, type Service, type StandardDocument } from '@domain'
import { StandardTextDocument, StandardTextsDocument, type StandardTextsQuery } from '../generated/graphql.js'
import { askServer } from './askServer.js'
import { failureOf, type Failure } from './failure.js'
import { onChange } from './live.js'
import { useNow } from './now.js'

type Version = StandardTextsQuery['standardTexts'][number]

/** What there is of every standard, and the texts fetched so far. A version never changes; the published ones come with the console. */
const versions = shallowRef<readonly Version[] | null>(null)
const texts = reactive(new Map<string, StandardDocument>())
const failure = ref<Failure | null>(null)

const textOf = ({ id, service, number }: Version): StandardDocument | null =>
  number === PUBLISHED_NUMBER ? publishedDocument(service) : (texts.get(id) ?? null)

async function fetchText(id: string): Promise<void> {
  if (texts.has(id)) return
  const { data, error } = await askServer(StandardTextDocument, { id })
  if (data) texts.set(id, data.standardText.document as StandardDocument)
  else if (error) failure.value = failureOf(error)
}

/** Of each service the version on a day, and those that are still to come. */
const currentOn = (day: string, all: readonly Version[]): Version[] =>
  all.filter((one) => !all.some((other) => other.service === one.service && other.number > one.number && other.effectiveFrom <= day))

async function load(): Promise<void> {
  failure.value = null
  const { data, error } = await askServer(StandardTextsDocument, {})
  if (error) failure.value = failureOf(error)
  if (!data) return
  const later = currentOn(localDate(Date.now()), data.standardTexts).filter(({ number }) => number !== PUBLISHED_NUMBER)
  await Promise.all(later.map(({ id }) => fetchText(id)))
  if (later.some(({ id }) => !texts.has(id))) return
  versions.value = data.standardTexts
}

let asked = false
/** Asks once, and again whenever a version came into force, for as long as the console is open. */
function ask(): void {
  if (asked) return
  asked = true
  void load()
  effectScope(true).run(() =>
    onChange((change) => {
      if (change.__typename === 'RuleChange' || change.__typename === 'Reset') void load()
    }),
  )
}

/** The versions by which something new is registered: `standardOf` is that of today, `standardOn` that of another day. Followed live, and past midnight. */
export function useStandards() {
  ask()
  const now = useNow()
  const standardOn = (service: Service, day: string): StandardDocument => {
    const own = (versions.value ?? []).filter((one) => one.service === service)
    const found = own.findLast(({ effectiveFrom }) => effectiveFrom <= day)
    return (found && textOf(found)) ?? publishedDocument(service)
  }
  return {
    standardOn,
    standardOf: (service: Service): StandardDocument => standardOn(service, localDate(now.value)),
    /** Whether it is known which versions there are. Before that the published ones answer. */
    ready: computed(() => versions.value !== null),
    /** Why it is not known. */
    failure: readonly(failure),
    retry: load,
  }
}

/** The version that a case was registered under and keeps; the published one until it is fetched. */
export function useStandardOf(kept: () => { readonly service: Service; readonly standardVersionId: string } | null | undefined): {
  readonly standard: ComputedRef<StandardDocument | null>
  readonly ready: ComputedRef<boolean>
} {
  ask()
  const known = computed(() => {
    const row = kept()
    const version = row && versions.value?.find(({ id }) => id === row.standardVersionId)
    return version ? textOf(version) : row ? (texts.get(row.standardVersionId) ?? null) : null
  })
  watch(
    () => [kept()?.standardVersionId, versions.value] as const,
    ([id, all]) => {
      if (id && all && known.value === null) void fetchText(id)
    },
    { immediate: true },
  )
  return {
    standard: computed(() => {
      const row = kept()
      return row ? (known.value ?? publishedDocument(row.service)) : null
    }),
    ready: computed(() => known.value !== null),
  }
}
