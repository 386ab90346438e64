import { computed, reactive, ref, watch } from 'vue'
import { acceptedChannels, isTakenDown, WRITTEN_CHANNELS, type Channel, type Service, type Standard } from '@domain'
import { fieldName } from './fieldNames.js'
import { identitySentence } from './identityProblem.js'
import { emptyDraft, emptyPerson, faultsOf, type DraftFault, type RegistrationDraft, type StandardFor } from './registration.js'

const isWritten = (channel: Channel): boolean => WRITTEN_CHANNELS.some((written) => written === channel)

/** The channels of which a service's requests are registered here: the written ones, and complaints that are told at an office. */
export const channelsOf = (standard: Standard | null): Channel[] =>
  standard ? acceptedChannels(standard).filter((channel) => isWritten(channel) || isTakenDown({ service: standard.service, channel })) : []

const KEPT = 'tanggap.register'
const kept = (): { service?: Service; channel?: Channel } =>
  JSON.parse(sessionStorage.getItem(KEPT) ?? '{}') as { service?: Service; channel?: Channel }

/** The form outlives the page: whoever looks something up and comes back finds what they typed. It never leaves memory. */
const draft = reactive<RegistrationDraft>(emptyDraft())

/** Whether anything has been typed that would be lost. */
const dirty = computed(() => {
  const { subject, summary, letterNumber, oral, sender, reported } = draft
  return [
    subject,
    summary,
    letterNumber,
    oral.text,
    ...[sender, ...reported].flatMap((person) => [person.name, person.nik, person.nip, person.contact, person.email]),
  ].some((text) => text.trim() !== '')
})

function restart(keep: Parameters<typeof emptyDraft>[0]): void {
  Object.assign(draft, emptyDraft(keep))
}

/** What is wrong with a form, told from the first attempt to save it on. */
export function useFaults(draft: RegistrationDraft, standardFor: StandardFor) {
  const tried = ref(0)
  const faults = computed<readonly DraftFault[]>(() => (tried.value > 0 ? faultsOf(draft, new Date(), standardFor) : []))
  const sentences = computed(() =>
    faults.value.map(({ path, problem, group }) => ({ path, sentence: identitySentence(problem, fieldName(path, group)) })),
  )
  return {
    /** How often saving was tried. */
    tried,
    faults: sentences,
    check: (): boolean => {
      tried.value++
      return faultsOf(draft, new Date(), standardFor).length === 0
    },
  }
}

/** The registration being typed, what is wrong with it, and how it starts anew. */
export function useRegistration(standardFor: StandardFor) {
  if (!draft.service) Object.assign(draft, kept())
  const { tried, faults, check } = useFaults(draft, standardFor)

  const fitService = (service: Service | null) => {
    const standard = service && standardFor(service)
    if (draft.channel && !channelsOf(standard).includes(draft.channel)) draft.channel = null
    if (standard?.reportedPersons && draft.reported.length === 0) draft.reported.push(emptyPerson())
  }
  fitService(draft.service)
  watch(
    () => draft.service,
    (service) => {
      draft.classification = null
      fitService(service)
    },
  )
  watch(
    () => [draft.service, draft.channel],
    () => sessionStorage.setItem(KEPT, JSON.stringify({ service: draft.service ?? undefined, channel: draft.channel ?? undefined })),
  )

  return {
    draft,
    dirty,
    tried,
    faults,
    check,
    /** An empty form with service, channel and sender kind of the last one. */
    next: () => {
      tried.value = 0
      restart({ service: draft.service, channel: draft.channel, senderKind: draft.senderKind })
      fitService(draft.service)
    },
    clear: () => {
      tried.value = 0
      restart({})
    },
  }
}
