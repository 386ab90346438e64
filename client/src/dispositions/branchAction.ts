/** What a viewer can answer to a branch on the case page. */
export type BranchAction = 'accept' | 'finish' | 'send_back' | 'withdraw'
export const BRANCH_ACTIONS: readonly BranchAction[] = ['accept', 'finish', 'send_back', 'withdraw']
