/** What decides how a version stands. */
interface Version {
  readonly id: string
  readonly number: number
  readonly validFrom: string
}

export type Standing = 'in_force' | 'coming' | 'replaced' | 'past'

/** How a version stands among the others today: in force, coming, replaced before its day came, or past. */
export function standingOf(version: Version, all: readonly Version[], inForceId: string | null, today: string): Standing {
  if (version.id === inForceId) return 'in_force'
  if (version.validFrom <= today) return 'past'
  const replaced = all.some((other) => other.validFrom === version.validFrom && other.number > version.number)
  return replaced ? 'replaced' : 'coming'
}
