import { availableParallelism } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { closePress, openPress, renderLetter } from '@press'
import { LETTER } from '../../libs/press/specimens/letter.js'
import { median, type Measurement } from './report.js'

const ROUNDS = 3
const ROUND_MS = 2500
/** Letters that wait at once for every thread, so that none is idle. */
const AHEAD = 2

async function lettersPerSecond(threads: number, milliseconds: number): Promise<number> {
  const began = performance.now()
  let printed = 0
  let number = 0
  const printer = async (): Promise<void> => {
    while (performance.now() - began < milliseconds) {
      number += 1
      await renderLetter({ ...LETTER, number: `B-${number}/JP.01/11/2026`, subject: `${LETTER.subject} (${number})` })
      printed += 1
    }
  }
  await Promise.all(Array.from({ length: threads * AHEAD }, printer))
  return (printed * 1000) / (performance.now() - began)
}

/** Whole letters printed a second by one thread, two, up to the number of cores, and how long the process that waits for them is held up. */
export async function benchLetters(): Promise<Measurement[]> {
  const measured: Measurement[] = []
  for (let threads = 1; threads <= availableParallelism(); threads++) {
    openPress({ threads })
    await lettersPerSecond(threads, 500)
    const rates: number[] = []
    const delays: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const delay = monitorEventLoopDelay({ resolution: 1 })
      delay.enable()
      rates.push(await lettersPerSecond(threads, ROUND_MS))
      delay.disable()
      delays.push(delay.percentile(99) / 1e6)
    }
    await closePress()
    const what = `${threads} thread${threads === 1 ? '' : 's'}`
    measured.push({ bench: 'letters', what, figures: { 'letters/s': median(rates), 'event loop p99 ms': median(delays) } })
  }
  return measured
}
