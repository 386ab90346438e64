import { Global, Module } from '@nestjs/common'
import { SESSION_GATE } from '../session-gate.js'
import { SessionCookie } from './session-cookie.js'
import { Sessions } from './sessions.js'
import { Throttle } from './throttle.js'

/** Who is signed in, for every module and for the live gateway. */
@Global()
@Module({
  providers: [Sessions, SessionCookie, Throttle, { provide: SESSION_GATE, useExisting: Sessions }],
  exports: [Sessions, SessionCookie, Throttle, SESSION_GATE],
})
export class SessionsModule {}
