export { openClocks, startClocks, stopClocks } from './clock-book.js'
