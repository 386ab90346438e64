import type { BodyProblem } from './content/check-body.js'

/** Why the press refused; the server turns the code into its own refusal, the sentence is for logs and operators. */
export type PressProblemCode =
  | 'body.invalid'
  | 'fields.unresolved'
  | 'glyph.missing'
  | 'template.failed'
  | 'press.busy'
  | 'press.closed'
  | 'press.crashed'
  | 'press.timeout'

export interface PressProblemDetails {
  /** `fields.unresolved`: the merge fields without a value, sorted. */
  readonly keys?: readonly string[]
  /** `glyph.missing`: the characters that the letter font cannot print. */
  readonly characters?: readonly string[]
  /** `body.invalid`: the first thing wrong with the document. */
  readonly body?: BodyProblem
}

/** The only error the press throws on purpose. */
export class PressProblem extends Error {
  constructor(
    readonly code: PressProblemCode,
    sentence: string,
    readonly details: PressProblemDetails = {},
  ) {
    super(sentence)
    this.name = 'PressProblem'
  }
}
