import { computed } from 'vue'
import type { Service } from '@domain'
import { useDirectory } from '../app/directory.js'
import { useStandards } from '../app/standards.js'

/** The working groups that serve such a request: those the standard names, or all of them where the organisation is cut otherwise. */
export function useServingUnits(service: () => Service | null) {
  const { units } = useDirectory()
  const { standardOf } = useStandards()
  return computed(() => {
    const asked = service()
    if (asked === null) return []
    const named = units.value.filter((unit) => standardOf(asked).unitCodes.some((code) => code === unit.code))
    const serving = named.length > 0 ? named : units.value.filter((unit) => unit.kind === 'pokja')
    return serving.map((unit) => ({ value: unit.id, label: unit.name }))
  })
}
