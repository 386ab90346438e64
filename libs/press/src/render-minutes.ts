import { printForgiving } from './press.js'
import { MINUTES_TEMPLATE } from './templates/minutes.js'
import type { PressMinutes } from './types.js'

/** Prints a berita acara as PDF/A-2a, A4; characters that the font lacks become "?". */
export const renderMinutes = (minutes: PressMinutes): Promise<Uint8Array> => printForgiving(MINUTES_TEMPLATE, minutes)
