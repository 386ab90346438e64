import { checkNik, checkNip, checkNiPppk, NIK_PROBLEM_TEXT, NIP_PROBLEM_TEXT, type NikProblem, type NipProblem } from '@domain'
import { say, t } from '../app/words.js'

/** What can be wrong with one input of the form. */
export type FieldProblem =
  | 'required'
  | 'one_of_group'
  | 'too_short'
  | 'in_future'
  | 'unreadable_date'
  | 'unanswered'
  | 'email_invalid'
  | `nik.${NikProblem}`
  | `nip.${NipProblem}`

/** The first thing wrong with a number or address; null when it is empty or can be one. A NIP field also takes an NI PPPK. */
export function identityProblem(field: 'nik' | 'nip' | 'email', text: string): FieldProblem | null {
  if (!text.trim()) return null
  if (field === 'email') return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text.trim()) ? null : 'email_invalid'
  if (field === 'nik') {
    const [problem] = checkNik(text)
    return problem ? `nik.${problem}` : null
  }
  const [problem] = checkNip(text)
  return problem && checkNiPppk(text).length > 0 ? `nip.${problem}` : null
}

/** The sentence for a problem; `field` names the input where the sentence needs it. */
export function identitySentence(problem: FieldProblem, field = ''): string {
  if (problem.startsWith('nik.')) return say(NIK_PROBLEM_TEXT[problem.slice(4) as NikProblem])
  if (problem.startsWith('nip.')) return say(NIP_PROBLEM_TEXT[problem.slice(4) as NipProblem])
  return t(`register.problem.${problem as Exclude<FieldProblem, `nik.${string}` | `nip.${string}`>}`, { field })
}
