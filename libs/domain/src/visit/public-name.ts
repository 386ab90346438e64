/** Titles before a name, Indonesian and academic; dots do not count. */
const TITLES = new Set(
  'dr dra drs drg ir h hj haji hajah prof kh k ust ustadz ustadzah tgk rr r rm ra bpk bapak ibu sdr sdri apt tn ny nn pdt kol letkol mayor kapten brigjen'.split(
    ' ',
  ),
)

/** What stands behind a comma is a degree. */
const withoutDegrees = (name: string): string => name.split(',')[0] ?? ''

/**
 * The first name of a visitor, for a screen that everybody in the lobby can read; null when a first name would say the whole name, or nothing at
 * all is left of it: then the queue number stands alone.
 */
export function publicName(name: string): string | null {
  const words = withoutDegrees(name)
    .replace(/[^\p{L}\p{M}'’.\s-]/gu, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^\.+|\.+$/g, ''))
    .filter((word) => word !== '')
  const names = words.filter((word) => !TITLES.has(word.replaceAll('.', '').toLowerCase()))
  const [first] = names
  if (!first || names.length < 2 || first.length < 2) return null
  return first
}
