/** "97,4 %" of what was decided; null as long as nothing was. */
export function shareKept({ kept, broken }: { readonly kept: number; readonly broken: number }, language = 'id'): string | null {
  if (kept + broken === 0) return null
  const share = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 1 })
  return `${share.format((100 * kept) / (kept + broken))} %`
}
