export { LobbyModule } from './lobby.module.js'
export { PairDisplay } from './pair-display.js'
export { Pairings } from './pairings.js'
