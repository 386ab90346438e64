/** A stretch of text that both sides share, or that only one of them has. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Beyond so many comparisons a stretch is shown as replaced whole: nobody reads such a difference word by word. */
const MOST_CELLS = 1_500_000

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []
const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? []

/** What changed from one text to another: lines are paired first, words only inside lines that differ. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const parts: DiffPart[] = []
  let removed = ''
  let added = ''
  const settle = () => {
    if (removed && added) parts.push(...pairs(wordsOf(removed), wordsOf(added)))
    else if (removed || added) parts.push({ kind: removed ? 'removed' : 'added', text: removed || added })
    removed = ''
    added = ''
  }
  for (const part of pairs(linesOf(before), linesOf(after))) {
    if (part.kind === 'removed') removed += part.text
    else if (part.kind === 'added') added += part.text
    else {
      settle()
      parts.push(part)
    }
  }
  settle()
  return merged(parts)
}

/** How many words were put in and taken out. */
export function countDiff(parts: readonly DiffPart[]): { added: number; removed: number } {
  const count = (kind: DiffPart['kind']) =>
    parts.filter((part) => part.kind === kind).reduce((sum, part) => sum + (part.text.match(/[^\s]+/g) ?? []).length, 0)
  return { added: count('added'), removed: count('removed') }
}

/** The longest common subsequence, with the equal ends taken off first. */
function pairs(before: readonly string[], after: readonly string[]): DiffPart[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  let end = 0
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end += 1

  const same = (texts: readonly string[]): DiffPart[] => texts.map((text) => ({ kind: 'same', text }))
  const middle = common(before.slice(start, before.length - end), after.slice(start, after.length - end))
  return [...same(before.slice(0, start)), ...middle, ...same(before.slice(before.length - end))]
}

function common(before: readonly string[], after: readonly string[]): DiffPart[] {
  const removed = (text: string): DiffPart => ({ kind: 'removed', text })
  const added = (text: string): DiffPart => ({ kind: 'added', text })
  if (before.length * after.length > MOST_CELLS) return [...before.map(removed), ...after.map(added)]

  const width = after.length + 1
  const longest = new Uint32Array((before.length + 1) * width)
  const at = (row: number, column: number) => longest[row * width + column] ?? 0
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      longest[row * width + column] =
        before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }

  const parts: DiffPart[] = []
  let row = 0
  let column = 0
  while (row < before.length || column < after.length) {
    const left = before[row]
    const right = after[column]
    if (left !== undefined && left === right) {
      parts.push({ kind: 'same', text: left })
      row += 1
      column += 1
    } else if (left !== undefined && (right === undefined || at(row + 1, column) >= at(row, column + 1))) {
      parts.push(removed(left))
      row += 1
    } else if (right !== undefined) {
      parts.push(added(right))
      column += 1
    }
  }
  return parts
}

/** Neighbours of one kind as one part; a lone space between two changes belongs to both, so that a changed phrase reads in one piece. */
function merged(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = []
  const push = (part: DiffPart) => {
    const last = result.at(-1)
    if (last?.kind === part.kind) result[result.length - 1] = { kind: part.kind, text: last.text + part.text }
    else result.push(part)
  }
  let run: { removed: string; added: string } | null = null
  const settle = () => {
    if (run?.removed) push({ kind: 'removed', text: run.removed })
    if (run?.added) push({ kind: 'added', text: run.added })
    run = null
  }
  parts.forEach((part, index) => {
    if (part.kind === 'same') {
      const next = parts[index + 1]
      const bridge = run?.removed && run.added && /^ +$/.test(part.text) && next && next.kind !== 'same'
      if (bridge && run) run = { removed: run.removed + part.text, added: run.added + part.text }
      else {
        settle()
        push(part)
      }
      return
    }
    run ??= { removed: '', added: '' }
    run[part.kind] += part.text
  })
  settle()
  return result
}
