import { Platform0001 } from './0001-platform.js'
import { People0002 } from './0002-people.js'
import { Casework0003 } from './0003-casework.js'
import { HandlersAtOnce0004 } from './0004-handlers-at-once.js'
import { RegistrarReads0005 } from './0005-registrar-reads.js'
import { VoidNumbers0006 } from './0006-void-numbers.js'
import { Organisation0007 } from './0007-organisation.js'
import { ClockLedger0010 } from './0010-clock-ledger.js'
import { RuleVersions0011 } from './0011-rule-versions.js'
import { Handling0012 } from './0012-handling.js'
import { SealedIdentity0013 } from './0013-sealed-identity.js'
import { Visits0014 } from './0014-visits.js'
import { Selections0015 } from './0015-selections.js'
import { Feedback0016 } from './0016-feedback.js'
import { DeskPlan0019 } from './0019-desk-plan.js'
import { SealedFiles0021 } from './0021-sealed-files.js'
import { LobbyDisplays0022 } from './0022-lobby-displays.js'
import { Reopenings0023 } from './0023-reopenings.js'
import { PartsFoundAtOnce0024 } from './0024-parts-found-at-once.js'
import { RecountInBulk0025 } from './0025-recount-in-bulk.js'
import { ReturnApproved0026 } from './0026-return-approved.js'

/** In the order they run. A migration that has landed is never edited (rule 39); the next change is the next file. */
export const MIGRATIONS = [
  Platform0001,
  People0002,
  Casework0003,
  HandlersAtOnce0004,
  RegistrarReads0005,
  VoidNumbers0006,
  Organisation0007,
  ClockLedger0010,
  RuleVersions0011,
  Handling0012,
  SealedIdentity0013,
  Visits0014,
  Selections0015,
  Feedback0016,
  DeskPlan0019,
  SealedFiles0021,
  LobbyDisplays0022,
  Reopenings0023,
  PartsFoundAtOnce0024,
  RecountInBulk0025,
  ReturnApproved0026,
] as const
