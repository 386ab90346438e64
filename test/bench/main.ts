import 'reflect-metadata'
import { makeBed, type Bed } from './bed.js'
import { benchClock } from './clock.js'
import { benchFanout } from './fanout.js'
import { benchInbox } from './inbox.js'
import { benchLetters } from './letters.js'
import { benchRecount } from './recount.js'
import type { Measurement } from './report.js'
import { benchTransition } from './transition.js'

export { tableOf } from './report.js'

/** What can be measured; those on the bed share one filled database and one server. */
const ON_THE_BED = { inbox: benchInbox, transition: benchTransition, fanout: benchFanout } as const
const ALONE = { letters: benchLetters, clock: benchClock, recount: benchRecount } as const

export const BENCHES: readonly string[] = [...Object.keys(ON_THE_BED), ...Object.keys(ALONE)]

/** Measures what is named, one after the other; `show` gets the lines of each as they are ready. */
export async function measure(names: readonly string[], cases: number, show: (lines: readonly Measurement[]) => void): Promise<void> {
  let bed: Bed | null = null
  try {
    for (const [name, bench] of Object.entries(ON_THE_BED)) {
      if (!names.includes(name)) continue
      bed ??= await makeBed(cases)
      show(await bench(bed))
    }
  } finally {
    await bed?.stop()
  }
  for (const [name, bench] of Object.entries(ALONE)) if (names.includes(name)) show(await bench())
}
