import { printForgiving } from './press.js'
import { DISPOSITION_SHEET_TEMPLATE } from './templates/disposition-sheet.js'
import type { PressDispositionSheet } from './types.js'

/** Prints a lembar disposisi as PDF/A-2a, A4; characters that the font lacks become "?". */
export const renderDispositionSheet = (sheet: PressDispositionSheet): Promise<Uint8Array> =>
  printForgiving(DISPOSITION_SHEET_TEMPLATE, sheet)
