import { computed, ref, watch, type ComputedRef } from 'vue'
import { localDate } from '@domain'
import { OrganisationProfileDocument, type ProfileFragment } from '../generated/graphql.js'
import { askServer } from './askServer.js'
import { useNow } from './now.js'
import { client } from './urql.js'

const inForce = ref<ProfileFragment | null>(null)
let asked: Promise<void> | null = null

async function fetchProfile(at: string | null): Promise<ProfileFragment | null> {
  const { data } = await (at
    ? client.query(OrganisationProfileDocument, { at }).toPromise()
    : askServer(OrganisationProfileDocument, { at }))
  return data?.organisationProfile ?? null
}

async function refresh(): Promise<void> {
  inForce.value = (await fetchProfile(null)) ?? inForce.value
}

/** Fetches the head of letters again, if a page has ever shown it: an administrator has saved another, or a day has begun. */
export const refreshOrganisation = (): Promise<void> => (asked ? refresh() : Promise.resolve())

/** What stands at the head of letters now, followed live; with an instant, what stood there then. Null until it is fetched. */
export function useOrganisation(at: () => string | null = () => null): ComputedRef<ProfileFragment | null> {
  const then = ref<ProfileFragment | null>(null)
  const now = useNow()
  watch(
    at,
    async (instant) => {
      if (instant === null) asked ??= refresh()
      else then.value = await fetchProfile(instant)
    },
    { immediate: true },
  )
  watch(
    () => localDate(now.value),
    () => void refreshOrganisation(),
  )
  return computed(() => (at() === null ? inForce.value : then.value))
}
