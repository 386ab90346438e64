import type { Act } from './plot.js'
import type { DemoMatter } from './texts.js'

/** What is done about a complaint beside the acts on the request itself. */
export type HandlingMove =
  | 'plan'
  | 'online'
  | 'allege'
  | 'evidence'
  | 'doubt'
  | 'step'
  | 'move_step'
  | 'call_off'
  | 'hold'
  | 'minute'
  | 'find'
  | 'points'
  | 'extend'
  | 'reply'
  | 'done'
  | 'wanting'
  | 'give_up'
  | 'watch'

export interface HandlingPlot {
  readonly moves: readonly (Act | HandlingMove)[]
  /** Working minutes between one move and the next, and since the last. */
  readonly pace: number
  readonly age: number
  /** Working days that the points give the PPK. */
  readonly days: number
}

/** Who answers for the personnel of an agency: the regent, the mayor, the governor, the minister, the head. */
export function ppkOf({ kind, name, region }: DemoMatter['agency']): string {
  const place = region.replace(/^(Kabupaten|Kota|Provinsi) /, '')
  if (kind === 'regency') return `Bupati ${place}`
  if (kind === 'city') return `Wali Kota ${place}`
  if (kind === 'province') return `Gubernur ${place}`
  return kind === 'ministry' ? `Menteri ${name.replace('Kementerian ', '')}` : `Kepala ${name}`
}
