/** Numbers that look random and are the same at every start (mulberry32). */
export class Dice {
  constructor(private state: number) {}

  /** At least 0, below 1. */
  roll(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  between(least: number, most: number): number {
    return least + Math.floor(this.roll() * (most - least + 1))
  }

  chance(share: number): boolean {
    return this.roll() < share
  }

  pick<T>(values: readonly T[]): T {
    const value = values[Math.floor(this.roll() * values.length)]
    if (value === undefined) throw new Error('Nothing to pick from')
    return value
  }
}
