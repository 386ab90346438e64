/** What is being written to one recipient. `dueOn` is a Jakarta date or empty. */
export interface BranchDraft {
  readonly instructions: readonly string[]
  readonly note: string
  readonly dueOn: string
}
