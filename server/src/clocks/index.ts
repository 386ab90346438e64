export { announceClock } from './announce-clock.js'
export { bookOf, decidable, enter, readBook, readBooks, stateInFull, type BookedClock, type LineDetail } from './booked-clock.js'
export {
  demandedRules,
  excuseClocks,
  openClocks,
  pauseClocks,
  reclassifyClocks,
  resumeClocks,
  rulesTaken,
  startClocks,
  stopClocks,
} from './clock-book.js'
export { clockSheetOf } from './clock-sheet.js'
export { leadershipOf } from './escalation-audience.js'
export { explainClock } from './clocks.resolver.js'
export { LEDGER_JSON, ledgerOf, type LedgerJson } from './ledger-rows.js'
export { recountCases, type Recounted } from './recount-cases.js'
export { planRisk } from './plan-risk.js'
export { requestFacts } from './clock-request.entity.js'
export { ClocksModule } from './clocks.module.js'
export { settle } from './settle.js'
export { saveNearest } from './save-nearest.js'
export { WatchClocks } from './watch-clocks.js'
