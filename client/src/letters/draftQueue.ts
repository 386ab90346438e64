/** What came of one attempt to save. */
export type SendAnswer =
  | { readonly kind: 'saved'; readonly revision: number; readonly at: string }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly sentence: string }

/** The world as the queue needs it: passed in, so that its behaviour can be tested without one. */
export interface QueuePorts<Draft> {
  send(draft: Draft, revision: number, key: string): Promise<SendAnswer>
  /** Runs something later; the answer cancels it. */
  after(milliseconds: number, run: () => void): () => void
  now(): number
  newKey(): string
  /** Something that is shown has changed. */
  changed(): void
}

/** saved: the server has everything; dirty: about to be sent; waiting: the server was out of reach; conflict and refused: a person must look. */
export type SaveState = 'saved' | 'dirty' | 'saving' | 'waiting' | 'conflict' | 'refused'

const PAUSE_MS = 1_500
/** Who types without a pause is saved nevertheless. */
const LONGEST_MS = 10_000
const FIRST_RETRY_MS = 2_000
const LONGEST_RETRY_MS = 30_000

/**
 * Saves a draft one attempt after the other. An attempt that got no answer is repeated as it was, with its key, before anything newer is sent:
 * otherwise a save whose answer was lost would come back as a conflict with oneself.
 */
export class DraftQueue<Draft> {
  savedAt: string | null = null
  /** Why the server said no, while `state` is refused. */
  sentence: string | null = null
  private pending: Draft | null = null
  private flight: { readonly draft: Draft; readonly key: string } | null = null
  private sending: Promise<void> | null = null
  private held: 'conflict' | 'refused' | null = null
  private failures = 0
  private dirtySince = 0
  private cancel: (() => void) | null = null

  constructor(
    public revision: number,
    private readonly ports: QueuePorts<Draft>,
  ) {}

  get state(): SaveState {
    if (this.held) return this.held
    if (this.sending) return 'saving'
    if (this.flight) return 'waiting'
    return this.pending ? 'dirty' : 'saved'
  }

  /** The newest text the server does not surely have, or null. */
  get unsent(): Draft | null {
    return this.pending ?? this.flight?.draft ?? null
  }

  edit(draft: Draft): void {
    if (this.pending === null) this.dirtySince = this.ports.now()
    this.pending = draft
    if (this.held === 'refused') this.held = null
    if (!this.held && !this.sending && !this.flight) this.plan(this.pause())
    this.ports.changed()
  }

  /** Tries at once what waits for a connection. */
  retry(): void {
    if (this.state === 'waiting' || this.state === 'refused') {
      this.held = null
      void this.send()
    }
  }

  /** Saves everything now. Whether the server has it all in the end. */
  async flush(): Promise<boolean> {
    while (this.unsent !== null && this.held === null) {
      const before = this.failures
      await (this.sending ?? this.send())
      if (this.failures > before) return false
    }
    return this.state === 'saved'
  }

  /** After a conflict, or when a newer text was taken over: goes on from this revision, with a draft to save or none. */
  resume(revision: number, draft: Draft | null): void {
    this.stop()
    this.revision = revision
    this.flight = null
    this.held = null
    this.pending = draft
    if (draft !== null) void this.send()
    this.ports.changed()
  }

  stop(): void {
    this.cancel?.()
    this.cancel = null
  }

  private pause(): number {
    return Math.max(0, Math.min(PAUSE_MS, this.dirtySince + LONGEST_MS - this.ports.now()))
  }

  private plan(milliseconds: number): void {
    this.stop()
    this.cancel = this.ports.after(milliseconds, () => void this.send())
  }

  private send(): Promise<void> {
    this.stop()
    if (this.sending || this.held) return this.sending ?? Promise.resolve()
    if (!this.flight) {
      if (this.pending === null) return Promise.resolve()
      this.flight = { draft: this.pending, key: this.ports.newKey() }
      this.pending = null
    }
    const { draft, key } = this.flight
    this.sending = this.ports.send(draft, this.revision, key).then((answer) => {
      this.sending = null
      this.take(answer)
      this.ports.changed()
    })
    this.ports.changed()
    return this.sending
  }

  private take(answer: SendAnswer): void {
    switch (answer.kind) {
      case 'saved':
        this.revision = answer.revision
        this.savedAt = answer.at
        this.flight = null
        this.failures = 0
        if (this.pending) this.plan(this.pause())
        return
      case 'unreachable':
        this.failures += 1
        return this.plan(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.failures - 1)))
      case 'conflict':
      case 'refused':
        this.pending = this.unsent
        this.flight = null
        this.held = answer.kind
        this.sentence = answer.kind === 'refused' ? answer.sentence : null
    }
  }
}
