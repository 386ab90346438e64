import { computed, onScopeDispose, ref, shallowRef, triggerRef, watch } from 'vue'
import { failureOf } from '../app/failure.js'
import { useLiveState } from '../app/live.js'
import { useMe } from '../app/session.js'
import { failureText } from '../app/failureText.js'
import { client } from '../app/urql.js'
import { SaveLetterDocument, type LetterDetailFragment } from '../generated/graphql.js'
import { draftOf, inputOf, sameDraft, type LetterDraft } from './draft.js'
import { DraftQueue, type SendAnswer } from './draftQueue.js'
import { draftsLeft, forgetDraft, keepDraft, type KeptDraft } from './keptDrafts.js'

const KEEP_AFTER_MS = 300

interface Source {
  readonly letter: () => LetterDetailFragment | null
  readonly refetch: () => Promise<LetterDetailFragment | null>
}

/** Two texts of one letter that were written at the same time. */
export interface DraftConflict {
  readonly revision: number
  readonly theirs: LetterDraft
}

/** The draft being written: saved by itself, kept on this device until the server has it, and never overwritten unseen. */
export function useDraft({ letter, refetch }: Source) {
  const me = useMe()
  const live = useLiveState()
  const first = letter()
  if (!first) throw new Error('A draft needs its letter')
  const { id } = first

  const draft = shallowRef(draftOf(first))
  /** Counts the times the whole text was replaced from outside: the editor then loads it anew. */
  const epoch = ref(0)
  const conflict = shallowRef<DraftConflict | null>(null)
  const left = shallowRef<readonly KeptDraft[]>([])
  const written = new Set<string>()
  let keeping: ReturnType<typeof setTimeout> | undefined

  const queue = new DraftQueue<LetterDraft>(first.draftRevision, {
    send,
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
    now: () => Date.now(),
    newKey: () => crypto.randomUUID(),
    changed: onQueue,
  })
  queue.savedAt = first.draftSavedAt ?? null
  const saving = shallowRef(queue)

  async function send(text: LetterDraft, draftRevision: number, key: string): Promise<SendAnswer> {
    const { data, error } = await client.mutation(SaveLetterDocument, { id, draftRevision, draft: inputOf(text), key }).toPromise()
    if (data)
      return { kind: 'saved', revision: data.saveLetter.draftRevision, at: data.saveLetter.draftSavedAt ?? new Date().toISOString() }
    const failure = failureOf(error ?? { graphQLErrors: [], networkError: undefined })
    if (failure.kind === 'unreachable') return { kind: 'unreachable' }
    if (failure.kind === 'refused' && failure.code === 'letter.being_edited') return { kind: 'conflict' }
    return { kind: 'refused', sentence: failureText(failure) }
  }

  function onQueue(): void {
    triggerRef(saving)
    if (queue.state === 'saved') forgetWritten()
    if (queue.state === 'conflict' && conflict.value === null) void showConflict()
  }

  async function showConflict(): Promise<void> {
    const fresh = await refetch()
    if (fresh && queue.state === 'conflict') conflict.value = { revision: fresh.draftRevision, theirs: draftOf(fresh) }
  }

  function forgetWritten(): void {
    clearTimeout(keeping)
    for (const key of written) void forgetDraft(key)
    written.clear()
  }

  function keepSoon(): void {
    clearTimeout(keeping)
    keeping = setTimeout(() => void keep(), KEEP_AFTER_MS)
  }
  async function keep(): Promise<void> {
    const unsent = queue.unsent
    const signedOut = me.value.id === ''
    if (unsent && !signedOut)
      written.add(await keepDraft({ letterId: id, personId: me.value.id, revision: queue.revision, draft: unsent, at: Date.now() }))
    if (queue.state === 'saved') forgetWritten()
  }

  function edit(change: Partial<LetterDraft>): void {
    draft.value = { ...draft.value, ...change }
    queue.edit(draft.value)
    keepSoon()
  }

  function replace(text: LetterDraft): void {
    draft.value = text
    epoch.value += 1
  }

  /** After a conflict: mine goes on top of theirs, or theirs stays and mine is set aside on this device. */
  async function settle(choice: 'mine' | 'theirs'): Promise<void> {
    const found = conflict.value
    if (!found) return
    const mine = queue.unsent ?? draft.value
    if (choice === 'theirs') {
      await keep()
      written.clear()
      replace(found.theirs)
    }
    conflict.value = null
    queue.resume(found.revision, choice === 'mine' ? mine : null)
    if (choice === 'theirs') await lookForLeft()
  }

  async function lookForLeft(): Promise<void> {
    const found = await draftsLeft(id, me.value.id)
    const same = found.filter((kept) => sameDraft(kept.draft, draft.value))
    await Promise.all(same.map((kept) => forgetDraft(kept.key)))
    left.value = found.filter((kept) => !same.includes(kept) && !written.has(kept.key))
  }

  async function dropLeft(kept: KeptDraft): Promise<void> {
    await forgetDraft(kept.key)
    left.value = left.value.filter((other) => other.key !== kept.key)
  }

  async function restore(kept: KeptDraft): Promise<void> {
    replace(kept.draft)
    edit({})
    await dropLeft(kept)
  }

  void lookForLeft()

  /** Somebody else has saved while nothing of mine was under way: theirs is simply shown. */
  watch(letter, (now) => {
    if (!now || queue.state !== 'saved' || now.draftRevision <= queue.revision) return
    queue.resume(now.draftRevision, null)
    queue.savedAt = now.draftSavedAt ?? null
    replace(draftOf(now))
  })

  watch(live, (state) => state === 'live' && queue.retry())
  const online = () => queue.retry()
  const leaving = (event: BeforeUnloadEvent) => {
    void keep()
    if (queue.state !== 'saved') event.preventDefault()
  }
  window.addEventListener('online', online)
  window.addEventListener('beforeunload', leaving)
  onScopeDispose(() => {
    window.removeEventListener('online', online)
    window.removeEventListener('beforeunload', leaving)
    if (queue.unsent) void keep().then(() => queue.flush())
    else queue.stop()
  })

  return {
    draft,
    epoch,
    edit,
    conflict,
    settle,
    left,
    restore,
    dropLeft,
    retry: () => queue.retry(),
    flush: () => queue.flush(),
    revision: () => queue.revision,
    state: computed(() => saving.value.state),
    savedAt: computed(() => saving.value.savedAt),
    sentence: computed(() => saving.value.sentence),
  }
}

export type Drafting = ReturnType<typeof useDraft>
