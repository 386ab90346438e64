import { BODY_LIMITS } from './body-schema.js'
import { isPlain } from './plain.js'

/** Whether the rows of a table, spans counted, fill one rectangle: a ragged table prints as nonsense. */
export function tableFits(rows: readonly unknown[]): boolean {
  const columns = cellsOf(rows[0]).reduce((sum, cell) => sum + cell.colspan, 0)
  if (columns === 0 || columns > BODY_LIMITS.columns) return false

  let reaching: number[] = new Array<number>(columns).fill(0)
  for (const row of rows) {
    let column = 0
    for (const { colspan, rowspan } of cellsOf(row)) {
      while ((reaching[column] ?? 0) > 0) column++
      for (let covered = 0; covered < colspan; covered++, column++) {
        if (column >= columns || (reaching[column] ?? 0) > 0) return false
        reaching[column] = rowspan
      }
    }
    if (reaching.some((rowsLeft) => rowsLeft === 0)) return false
    reaching = reaching.map((rowsLeft) => rowsLeft - 1)
  }
  return reaching.every((rowsLeft) => rowsLeft === 0)
}

function cellsOf(row: unknown): { colspan: number; rowspan: number }[] {
  if (!isPlain(row) || !Array.isArray(row['content'])) return []
  return row['content'].map((cell: unknown) => ({ colspan: span(cell, 'colspan'), rowspan: span(cell, 'rowspan') }))
}

function span(cell: unknown, key: 'colspan' | 'rowspan'): number {
  const attrs = isPlain(cell) && isPlain(cell['attrs']) ? cell['attrs'] : {}
  const value = attrs[key]
  return typeof value === 'number' ? value : 1
}
