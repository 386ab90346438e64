import { askServer } from './askServer.js'
import { computed, ref } from 'vue'
import { titleHeld } from '@domain'
import { DirectoryDocument, type DirectoryQuery } from '../generated/graphql.js'

type Directory = DirectoryQuery['directory']
export type DirectoryUnit = Directory['units'][number]
export type DirectoryPosition = Directory['positions'][number]
export type DirectoryHolder = DirectoryPosition['holders'][number]

const directory = ref<Directory>({ __typename: 'Directory', units: [], positions: [], people: [] })
const units = computed(() => new Map(directory.value.units.map((unit) => [unit.id, unit])))
const positions = computed(() => new Map(directory.value.positions.map((position) => [position.id, position])))
const people = computed(() => new Map(directory.value.people.map((person) => [person.id, person.name])))

let asked: Promise<void> | null = null

/** Fetches units, posts and names again: an administrator has changed them. */
export async function refreshDirectory(): Promise<void> {
  const { data } = await askServer(DirectoryDocument, {})
  if (data) directory.value = data.directory
}

const holderOf = (positionId: string | null): DirectoryHolder | null =>
  (positionId && positions.value.get(positionId)?.holders.find((holder) => holder.kind !== 'definitive')) ||
  (positionId && positions.value.get(positionId)?.holders[0]) ||
  null

const api = {
  units: computed(() => directory.value.units),
  positions: computed(() => directory.value.positions),
  people: computed(() => directory.value.people),
  unitName: (id: string | null): string => (id && units.value.get(id)?.name) || '',
  positionTitle: (id: string | null): string => (id && positions.value.get(id)?.title) || '',
  /** Who acts in the post today: the Plh. or Plt. before the definitive holder; null while it is vacant. */
  holderOf,
  /** "Rina Wulandari, Plh. Ketua". The title alone while the post is vacant. */
  holderLine(id: string | null): string {
    const position = id ? positions.value.get(id) : undefined
    const holder = holderOf(id)
    if (!position) return ''
    return holder ? `${holder.personName}, ${titleHeld({ kind: holder.kind, title: position.title })}` : position.title
  },
  personName: (id: string | null): string => (id && people.value.get(id)) || '',
}

/** Names for the ids on rows: units, posts, people. Fetched once, kept fresh by the stream. */
export function useDirectory(): typeof api {
  asked ??= refreshDirectory()
  return api
}
