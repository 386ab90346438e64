import { onDevice } from '../app/deviceStore.js'
import type { LetterDraft } from './draft.js'

/** Text the server does not have yet, kept on this device so that a closed tab loses nothing. */
export interface KeptDraft {
  readonly key: string
  readonly letterId: string
  readonly personId: string
  /** The revision of the letter it was written on. */
  readonly revision: number
  readonly draft: LetterDraft
  /** Epoch milliseconds. */
  readonly at: number
}

/** Tells the tabs of one browser apart. */
const tab = crypto.randomUUID()

export const keyOf = (letterId: string, revision: number): string => `${letterId}/${revision}/${tab}`

export async function keepDraft(kept: Omit<KeptDraft, 'key'>): Promise<string> {
  const key = keyOf(kept.letterId, kept.revision)
  await onDevice('readwrite', (store) => store.put({ ...kept, key }, key))
  return key
}

export async function forgetDraft(key: string): Promise<void> {
  await onDevice('readwrite', (store) => store.delete(key))
}

const isKept = (value: unknown): value is KeptDraft =>
  typeof value === 'object' && value !== null && 'letterId' in value && 'personId' in value && 'draft' in value && 'key' in value

/** What this person left of this letter, the newest first. What somebody else left on the device is removed. */
export async function draftsLeft(letterId: string, personId: string): Promise<KeptDraft[]> {
  const all = ((await onDevice<unknown[]>('readonly', (store) => store.getAll())) ?? []).filter(isKept)
  await Promise.all(all.filter((kept) => kept.personId !== personId).map((kept) => forgetDraft(kept.key)))
  return all.filter((kept) => kept.personId === personId && kept.letterId === letterId).sort((first, second) => second.at - first.at)
}
