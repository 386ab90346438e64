import type { NestExpressApplication } from '@nestjs/platform-express'
import { addWorkingDays, indonesianCalendar, jakarta, localDate } from '@domain'
import { WatchClocks } from '../clocks/index.js'

const ROUNDS = 8

/** The watch over the promises, as it went its rounds on the last working mornings. */
export function planEscalations(app: NestExpressApplication, now: Date) {
  const today = localDate(now)
  const mornings = Array.from({ length: ROUNDS }, (_, index) =>
    jakarta(addWorkingDays(indonesianCalendar(), today, index - ROUNDS), '09.15'),
  )
  return mornings.map((at) => ({
    life: {
      act: async () => {
        await app.get(WatchClocks).run()
      },
    },
    acts: [{ act: 'watch', at }],
  }))
}
