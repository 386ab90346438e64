/** A test that says in its title which commitment it proves. */
export interface Proof {
  readonly code: string
  readonly file: string
  readonly title: string
}

/** Written by `npm run conformance -- --write` from the titles of the specs; `npm run check` holds it in step. */
export const PROOFS: readonly Proof[] = []
