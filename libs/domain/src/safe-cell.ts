/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** A cell that no spreadsheet computes: what would begin a formula is preceded by an apostrophe. */
export const safeCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** Rows as CSV: every cell quoted and safe, lines ended as RFC 4180 asks. */
export const safeCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((cell) => `"${safeCell(cell).replaceAll('"', '""')}"`).join(',')}\r\n`).join('')
