import { computed, ref, shallowRef, type ComputedRef } from 'vue'
import type { Viewer } from '@domain'
import { CountsDocument, LoginDocument, LogoutDocument, StartDocument, type CountsQuery, type MeRowFragment } from '../generated/graphql.js'
import { askServer } from './askServer.js'
import { forgetDevice } from './deviceStore.js'
import { failureOf, type Failure } from './failure.js'
import { setLocale } from './i18n.js'
import { closeWire } from './live-wire.js'
import { resumeLive, startLive, stopLive } from './live.js'
import { refreshQueries } from './refresh.js'
import { hasUnsaved } from './unsaved.js'
import { client } from './urql.js'

/** The person at this console: a `Viewer` for the rules, with what the shell shows. */
export type Me = Viewer & Pick<MeRowFragment, 'email' | 'locale'>

/** Before sign-in the rules are asked by nobody, who may nothing. */
const NOBODY: Me = { id: '', name: '', email: '', locale: 'id', positions: [] }

const person = shallowRef<Me | null>(null)
const me = computed(() => person.value ?? NOBODY)

export const signedIn = computed(() => person.value !== null)

/** Who is asking. The object is replaced when positions change, so that rules are computed anew. */
export const useMe = (): ComputedRef<Me> => me

/** Takes in a newer version of the same person, after a change of language or positions. */
export function rememberMe(fresh: Me): void {
  person.value = fresh
}

/** Set when the first question could not be answered at all: the login page says so. */
export const startFailure = ref<Failure | null>(null)

let started: Promise<void> | null = null

async function ask(): Promise<void> {
  const { data, error } = await askServer(StartDocument, {})
  const failure = error ? failureOf(error) : null
  startFailure.value = failure?.kind === 'refused' ? null : failure
  if (!data) return
  person.value = data.me
  startLive(data.snapshotCursor)
}

/** Finds out, once, who this is; the stream of changes starts at the cursor of that answer, before any page asks for its rows. */
export function start(): Promise<void> {
  started ??= ask()
  return started
}

/** Signs in. Null when it worked, otherwise why not. */
export async function signIn(email: string, password: string): Promise<Failure | null> {
  const { error } = await client.mutation(LoginDocument, { email, password }).toPromise()
  if (error) return failureOf(error)
  started = ask()
  await started
  if (person.value && (person.value.locale === 'id' || person.value.locale === 'en')) await setLocale(person.value.locale)
  return startFailure.value
}

/** Asks again who this is and what they hold: after their positions changed. */
export async function refreshMe(): Promise<void> {
  const { data } = await askServer(StartDocument, {})
  if (data) person.value = data.me
}

/** Leaves nothing of the person behind: the page is loaded anew. */
export async function signOut(): Promise<void> {
  await Promise.all([client.mutation(LogoutDocument, {}).toPromise(), forgetDevice()])
  leave()
}

/** The session is over: show the login page and come back here afterwards. */
export function leave(back?: string): void {
  if (!person.value) return
  person.value = null
  stopLive()
  closeWire()
  location.assign(back ? `/masuk?kembali=${encodeURIComponent(back)}` : '/masuk')
}

/** The session ended under something typed: the person signs in again on top of it, and nothing is lost. */
export const asleep = ref(false)

/** The session is over. What is typed is kept behind the sign-in; with nothing typed the login page is shown and leads back here. */
export function sessionOver(back?: string): void {
  if (!person.value || asleep.value) return
  if (!hasUnsaved()) return leave(back)
  asleep.value = true
  stopLive()
  closeWire()
}

/** Signs the same person in again where they were; the stream goes on from its last cursor. Null when it worked, otherwise why not. */
export async function signInAgain(password: string): Promise<Failure | null> {
  const { error } = await client.mutation(LoginDocument, { email: me.value.email, password }).toPromise()
  if (error) return failureOf(error)
  await refreshMe()
  asleep.value = false
  resumeLive()
  refreshQueries()
  return null
}

export type Counts = CountsQuery['counts']

/** How many things wait for this person, as the server counts them. */
export const counts = ref<Counts | null>(null)

export async function refreshCounts(): Promise<void> {
  const { data } = await askServer(CountsDocument, {})
  if (data) counts.value = data.counts
}
