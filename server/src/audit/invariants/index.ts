import { ACCESS } from './access.js'
import { CLOCKS } from './clocks.js'
import { DISPOSITION } from './disposition.js'
import { FILES } from './files.js'
import { HANDLING } from './handling.js'
import { IDENTITY } from './identity.js'
import type { Invariant } from './invariant.js'
import { LETTERS } from './letters.js'
import { NUMBERS } from './numbers.js'
import { OUTBOX } from './outbox.js'
import { REVIEW } from './review.js'
import { RULES } from './rules.js'
import { SELECTIONS } from './selections.js'
import { TRAIL } from './trail.js'
import { VISITS } from './visits.js'
import { WORKFLOW } from './workflow.js'

/** Everything that must hold of a database, group by group. `npm run verify` looks at all of it. */
export const INVARIANTS: readonly Invariant[] = [
  ...WORKFLOW,
  ...DISPOSITION,
  ...REVIEW,
  ...NUMBERS,
  ...LETTERS,
  ...CLOCKS,
  ...RULES,
  ...VISITS,
  ...SELECTIONS,
  ...HANDLING,
  ...TRAIL,
  ...OUTBOX,
  ...ACCESS,
  ...IDENTITY,
  ...FILES,
]

export { GROUPS, MOST_ROWS, type Group, type Invariant, type OffendingRow, type Queryable, type Tools } from './invariant.js'
