/** One measured thing: a line of the table. Ratios are against the limit measured in the same rounds. */
export interface Measurement {
  readonly bench: string
  readonly what: string
  /** Named figures in the order they are shown; numbers are rounded for the eye only. */
  readonly figures: Readonly<Record<string, number>>
}

/** The middle of the rounds, so that one disturbed round decides nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (upper === undefined || lower === undefined) throw new Error('There is nothing to take the median of')
  return (upper + lower) / 2
}

const shown = (value: number): string => (Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3))

/** The lines of one bench as a table; its columns are the figures of its first line. */
export function tableOf(lines: readonly Measurement[]): string {
  const [first] = lines
  if (!first) return ''
  const head = ['', ...Object.keys(first.figures)]
  const rows = [head, ...lines.map((line) => [line.what, ...Object.values(line.figures).map(shown)])]
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const text = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('   '),
  )
  return [`\n${first.bench}`, ...text].join('\n')
}
