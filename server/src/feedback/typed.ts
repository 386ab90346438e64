import { Refusal } from '@domain'

/** What was typed, trimmed; refused when it is shorter or longer than the column takes. */
export function demandText(given: string, field: string, [least, most]: readonly [number, number]): string {
  const text = given.trim()
  if (text.length < least || text.length > most) throw new Refusal('request.invalid', { fields: [field] })
  return text
}

/** The same where nothing may be said at all; null then. */
export const optionalText = (given: string | null | undefined, field: string, most: number): string | null =>
  given?.trim() ? demandText(given, field, [1, most]) : null
