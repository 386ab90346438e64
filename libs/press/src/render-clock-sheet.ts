import { printForgiving } from './press.js'
import { CLOCK_SHEET_TEMPLATE } from './templates/clock-sheet.js'
import type { PressClockSheet } from './types.js'

/** Prints an uraian jangka waktu as PDF/A-2a, A4; characters that the font lacks become "?". */
export const renderClockSheet = (sheet: PressClockSheet): Promise<Uint8Array> => printForgiving(CLOCK_SHEET_TEMPLATE, sheet)
