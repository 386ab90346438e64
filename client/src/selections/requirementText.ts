import { standardOf } from '@domain'
import { say } from '../app/words.js'

/** A requirement of the standard on senior posts as the printed page has it. */
export function requirementText(code: string): string {
  const requirement = standardOf('JPT').requirements.find((one) => one.code === code)
  return requirement ? say(requirement.text) : code
}
