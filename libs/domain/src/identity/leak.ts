/** What tells a reporter from everybody else. Empty and missing values tell nothing. */
export interface ReporterWords {
  readonly name?: string | null
  readonly representative?: string | null
  readonly nik?: string | null
  readonly nip?: string | null
  readonly phone?: string | null
  readonly email?: string | null
  readonly address?: string | null
  readonly letterNumber?: string | null
}

const NAMES = ['name', 'representative', 'address', 'letterNumber'] as const
const NUMBERS = ['nik', 'nip', 'phone'] as const

/** Shorter than this a name or number is found everywhere by chance. */
const SHORTEST_NAME = 4
const SHORTEST_NUMBER = 7

/** Letters and digits in lower case, one space between words, a space at both ends: whole words can be looked for. */
const spoken = (text: string): string =>
  ` ${text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** Runs of digits as they are meant: "0812-3456 789" is one number. Where something else stands between them a space stays. */
const numbersIn = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/(?<=\d)[\s.\-()/]+(?=\d)/g, '')
    .replace(/\D+/g, ' ')

/** A telephone number without its prefix: +62, 62 and 0 lead to the same line. */
const core = (digits: string): string => digits.replace(/^(?:62|0)/, '')

/** The name itself, and the name without the academic titles around it. */
function formsOf(name: string): string[] {
  const bare = name
    .split(',')[0]
    ?.replace(/\b(?:Prof|Drs|Dra|Dr|dr|Ir|H|Hj|Sdr|Sdri)\.\s*/g, '')
    .trim()
  return [name, bare ?? ''].map(spoken).filter((form) => form.trim().length >= SHORTEST_NAME)
}

/**
 * The fields in which the reporter can be recognised (N9): whole names with or without titles, numbers in any spacing, a telephone with any
 * prefix, the e-mail address in any case. Gives the names of the fields, in their order.
 */
export function fieldsThatReveal(words: ReporterWords, fields: Readonly<Record<string, string | null | undefined>>): string[] {
  const names = NAMES.flatMap((key) => (words[key] ? formsOf(words[key]) : []))
  const numbers = NUMBERS.flatMap((key) => {
    const digits = words[key]?.replace(/\D/g, '') ?? ''
    const wanted = key === 'phone' ? core(digits) : digits
    return wanted.length >= SHORTEST_NUMBER ? [wanted] : []
  })
  const email = words.email?.trim().toLowerCase()
  return Object.entries(fields).flatMap(([field, text]) => {
    if (!text) return []
    const [said, digits] = [spoken(text), numbersIn(text)]
    const found =
      names.some((form) => said.includes(form)) ||
      numbers.some((number) => digits.includes(number)) ||
      (!!email && text.toLowerCase().includes(email))
    return found ? [field] : []
  })
}

/** How often one person's texts may be held back in `GUARD_HOURS` before nothing more of theirs is looked at: a slip is corrected, a guess at names is not repeated. */
export const GUARDED_AT_MOST = 3
export const GUARD_HOURS = 24
