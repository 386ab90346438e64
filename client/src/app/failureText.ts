import type { Failure } from './failure.js'
import { problemText } from './problems.js'
import { t } from './words.js'

/** The sentence for any failure. */
export function failureText(failure: Failure): string {
  if (failure.kind === 'refused') return problemText(failure.code)
  if (failure.kind === 'unreachable') return t('app.unreachable')
  return failure.trace ? t('app.bugWithTrace', { trace: failure.trace }) : t('app.bug')
}
