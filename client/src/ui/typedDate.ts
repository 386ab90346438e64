import { parseLocalDate } from '@domain'

const two = (value: number | string): string => String(value).padStart(2, '0')

/** "25/05/2022" for '2022-05-25', and "25/05/2022 09.30" for '2022-05-25T09:30'. What is no date is shown as it was typed. */
export function shownDate(value: string): string {
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?$/.exec(value) ?? []
  if (!year) return value
  return `${day}/${month}/${year}${hour ? ` ${hour}.${minute}` : ''}`
}

/** Day, month, year, hour and minute as people type them: 25/5/2022, 25-05-22, 25052022, 2022-05-25, with 9.30, 09:30 or 0930 after them. */
const DAY_FIRST = /^(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{4}|\d{2})(?:\D+(\d{1,2})[.:]?(\d{2}))?$/
const RUN_TOGETHER = /^(\d{2})(\d{2})(\d{4})(?:\D*(\d{2})[.:]?(\d{2}))?$/
const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})(?:\D+(\d{1,2})[.:]?(\d{2}))?/

/** '2022-05-25', or with `time` '2022-05-25T09:30', from what was typed; null when it is no such moment. Two digits of a year mean this century. */
export function typedDate(typed: string, time: boolean): string | null {
  const text = typed.trim()
  const iso = YEAR_FIRST.exec(text)
  const local = iso ? null : (DAY_FIRST.exec(text) ?? RUN_TOGETHER.exec(text))
  const [year, month, day] = iso ? iso.slice(1, 4) : [local?.[3], local?.[2], local?.[1]]
  const [hour, minute] = (iso ?? local)?.slice(4, 6) ?? []
  if (!year || !month || !day) return null
  const date = `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`
  if (parseLocalDate(date) === null) return null
  if (!time) return date
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return null
  return `${date}T${two(hour)}:${minute}`
}

/** What to say about a required date as it stands in its field: nothing typed, or nothing that reads as a date. Null when all is well. */
export function dateFault(value: string): 'ui.requiredField' | 'ui.unreadableDate' | null {
  if (value.trim() === '') return 'ui.requiredField'
  return typedDate(value, false) === null ? 'ui.unreadableDate' : null
}
