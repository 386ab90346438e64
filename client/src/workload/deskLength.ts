import { formatNumber } from '../app/format.js'
import type { useWords } from '../app/words.js'

/** Open minutes as hours and minutes. */
export function deskLength(t: ReturnType<typeof useWords>['t'], minutes: number): string {
  const all = Math.round(minutes)
  const [hours, rest] = [Math.floor(all / 60), all % 60]
  return hours > 0 ? t('deskTime.hours', { hours: formatNumber(hours), minutes: rest }) : t('deskTime.minutes', { minutes: rest })
}
