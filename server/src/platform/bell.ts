/** Wakes a loop that waits. A ring while nobody waits is remembered, so none is lost between two waits. */
export class Bell {
  private rung = false
  private wake: (() => void) | null = null

  ring(): void {
    this.rung = true
    this.wake?.()
  }

  /** Resolves at the next ring, or after `ms` milliseconds without one. */
  async wait(ms: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        this.wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      this.wake = null
    }
    this.rung = false
  }
}

/** Rung after each commit that announced something; the log keeper of this node listens. */
export class CommitBell extends Bell {}

/** Rung when the log has grown; the log reader of this node listens. */
export class LogBell extends Bell {}
