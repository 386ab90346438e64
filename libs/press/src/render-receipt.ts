import { printForgiving } from './press.js'
import { qrSvg } from './qr-svg.js'
import { RECEIPT_TEMPLATE } from './templates/receipt.js'
import type { PressReceipt } from './types.js'

/** Prints a tanda terima as PDF/A-2a on A5 landscape; characters that the font lacks become "?". */
export const renderReceipt = async (receipt: PressReceipt): Promise<Uint8Array> =>
  printForgiving(RECEIPT_TEMPLATE, { ...receipt, qrSvg: await qrSvg(receipt.status.url) })
