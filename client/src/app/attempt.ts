/**
 * The idempotency key of one submit. The same input keeps its key until an answer arrived, so that a repeat after a lost connection is
 * recognised by the server and not done twice. Other input, or a new submit after an answer, gets a new key.
 */
export class Attempt {
  private key: string | null = null
  private input = ''

  constructor(private readonly makeKey: () => string = () => crypto.randomUUID()) {}

  keyFor(variables: unknown): string {
    const input = JSON.stringify(variables)
    if (this.key === null || input !== this.input) {
      this.key = this.makeKey()
      this.input = input
    }
    return this.key
  }

  /** The server has answered, with yes or no: the next submit is a new one. */
  answered(): void {
    this.key = null
  }
}
