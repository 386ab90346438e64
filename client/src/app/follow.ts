import { watch } from 'vue'
import { refreshDirectory } from './directory.js'
import { onChange, useLiveState } from './live.js'
import { refreshOrganisation } from './organisation.js'
import { counts, refreshCounts, refreshMe, signedIn } from './session.js'

/** Several changes of one transaction ask for the counts once. */
const COUNT_AFTER_MS = 250

/** Keeps what the whole console shows in step with the stream: counts, names, and who I am. Called once, by the root component. */
export function followStream(): void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const countSoon = () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void refreshCounts(), COUNT_AFTER_MS)
  }

  onChange((change) => {
    switch (change.__typename) {
      case 'TaskChange':
      case 'LetterChange':
      case 'ReleaseChange':
      case 'CaseChange':
      case 'RuleChange':
      case 'Gone':
        return countSoon()
      case 'Notice':
        if (counts.value && change.notice.readAt === null) counts.value = { ...counts.value, notices: counts.value.notices + 1 }
        return countSoon()
      case 'DirectoryChange':
        return void Promise.all([refreshDirectory(), refreshMe()])
      case 'OrganisationChange':
        return void refreshOrganisation()
      case 'Reset':
        return void Promise.all([refreshDirectory(), refreshOrganisation(), refreshMe(), refreshCounts()])
      case 'DispositionChange':
      case 'WorkloadChange':
      case 'SelectionChange':
      case 'Pulse':
    }
  })
  // A refused handshake tells a browser nothing: a question over HTTP says whether the session is over.
  watch(useLiveState(), (state) => state === 'offline' && void refreshCounts())
  watch(signedIn, (now) => now && void refreshCounts(), { immediate: true })
}
