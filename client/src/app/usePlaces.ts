import { computed } from 'vue'
import { PLACES } from './navigation.js'
import { counts, useMe } from './session.js'

/** The entries this person may see, with what waits behind each. */
export function usePlaces() {
  const me = useMe()
  return computed(() =>
    PLACES.filter((place) => place.enter(me.value)).map((place) => ({
      ...place,
      waiting: counts.value && place.count ? place.count(counts.value) : 0,
    })),
  )
}
