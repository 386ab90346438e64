import { checkBody } from './content/check-body.js'
import { fieldKeysOf } from './content/text-of.js'
import { PressProblem } from './press-problem.js'
import { print } from './press.js'
import { qrSvg } from './qr-svg.js'
import { LETTER_TEMPLATE } from './templates/letter.js'
import type { PressLetter, PressMarking } from './types.js'

/**
 * Prints a letter as PDF/A-2a, A4. Refuses with `PressProblem`: `body.invalid`, `fields.unresolved` (with the keys),
 * `glyph.missing` (with the characters), and the `press.*` problems of an overloaded or closing press.
 */
export async function renderLetter(letter: PressLetter): Promise<Uint8Array> {
  const body = checkBody(letter.body)
  if (body) throw new PressProblem('body.invalid', `The body of the letter is not valid: ${body.code} at "${body.path}".`, { body })

  const keys = fieldKeysOf(letter.body).filter((key) => !Object.hasOwn(letter.fields, key))
  if (keys.length > 0 && letter.unresolved === 'refuse')
    throw new PressProblem('fields.unresolved', `Merge fields without a value: ${keys.join(', ')}`, { keys })

  return print(LETTER_TEMPLATE, {
    ...letter,
    number: letter.number ?? `${PREFIX[letter.marking ?? 'BIASA']}-…/…`,
    date: letter.date ?? '…',
    qrSvg: letter.signature.verification ? await qrSvg(letter.signature.verification.url) : null,
  })
}

/** The security code at the head of a letter number (Peraturan Badan Pangan Nasional 3/2022, Pasal 39). */
const PREFIX: Readonly<Record<PressMarking | 'BIASA', string>> = { BIASA: 'B', TERBATAS: 'T', RAHASIA: 'R', 'SANGAT RAHASIA': 'SR' }
