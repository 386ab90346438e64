export { openClocks, startClocks, stopClocks } from './clock-book.js'
export { ClocksModule } from './clocks.module.js'
