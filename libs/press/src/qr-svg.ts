import QRCode from 'qrcode'

/** A QR code as SVG without a quiet zone: the layout leaves the white around it. */
export const qrSvg = (url: string): Promise<string> => QRCode.toString(url, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
