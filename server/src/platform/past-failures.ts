/** Ids that are named when the job fails: enough to look at, few enough to be read. */
const MOST_NAMED = 20

/** Work that goes row by row: a row that fails keeps no other waiting, and at the end the job fails and names those that did. */
export class PastFailures {
  private readonly failed: { readonly id: string; readonly why: string }[] = []

  /** Takes the steps of one row; a failure is kept for the end, and null is the result. */
  async row<T>(id: string, steps: () => Promise<T>): Promise<T | null> {
    try {
      return await steps()
    } catch (error) {
      this.failed.push({ id, why: error instanceof Error ? error.message : String(error) })
      return null
    }
  }

  /** Throws when any row failed: the ids with their reasons, so that the page of given-up jobs shows where to look. */
  demandNone(): void {
    if (this.failed.length === 0) return
    const named = this.failed.slice(0, MOST_NAMED).map(({ id, why }) => `${id}: ${why}`)
    throw new Error(`${this.failed.length} failed: ${named.join('; ')}`)
  }
}
