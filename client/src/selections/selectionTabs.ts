/** The parts of a selection's page, as the address names them. */
export const SELECTION_TABS = ['stage', 'plan', 'applicants', 'results', 'history'] as const
export type SelectionTab = (typeof SELECTION_TABS)[number]
export const tabOf = (named: unknown): SelectionTab => SELECTION_TABS.find((tab) => tab === named) ?? 'stage'
