import { effectScope, readonly, shallowRef, type Ref } from 'vue'
import { DecreedYearsDocument } from '../generated/graphql.js'
import { askServer } from './askServer.js'
import { onChange } from './live.js'

const years = shallowRef<ReadonlySet<number> | null>(null)
let asked = false

async function load(): Promise<void> {
  const { data } = await askServer(DecreedYearsDocument, {})
  if (data) years.value = new Set(data.decreedYears)
}

/** The years whose days off are decreed: asked once, and again when a calendar came into force. Null until they are known. */
export function useDecreedYears(): Readonly<Ref<ReadonlySet<number> | null>> {
  if (!asked) {
    asked = true
    void load()
    effectScope(true).run(() =>
      onChange((change) => {
        if (change.__typename === 'RuleChange' || change.__typename === 'Reset') void load()
      }),
    )
  }
  return readonly(years)
}
