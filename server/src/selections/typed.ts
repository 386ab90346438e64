import { Refusal } from '@domain'

/** What was typed, trimmed; null for nothing. Refuses what is longer than any such text on paper. */
export function typed(text: string | null | undefined, field: string, most: number): string | null {
  const said = text?.trim() ?? ''
  if (said.length > most) throw new Refusal('request.invalid', { fields: [field] })
  return said === '' ? null : said
}

/** The same where there must be something; `fewest` characters at least. */
export function demanded(text: string | null | undefined, field: string, most: number, fewest = 1): string {
  const said = typed(text, field, most)
  if (said === null || said.length < fewest) throw new Refusal('request.invalid', { fields: [field] })
  return said
}
