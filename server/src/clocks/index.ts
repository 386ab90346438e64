export { openClocks, reclassifyClocks, startClocks, stopClocks } from './clock-book.js'
export { ClocksModule } from './clocks.module.js'
