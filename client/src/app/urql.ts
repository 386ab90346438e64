import { Client, fetchExchange, mapExchange, subscriptionExchange } from '@urql/vue'
import { cacheExchange, type Cache } from '@urql/exchange-graphcache'
import { persistedExchange } from '@urql/exchange-persisted'
import type { DocumentNode } from 'graphql'
import type { ChangesSubscription } from '../generated/graphql.js'
import { answersExchange } from './askServer.js'
import { failureOf } from './failure.js'
import { liveWire } from './live-wire.js'
import { refreshExchange } from './refresh.js'

/** Types without an identity of their own: they live inside the object that names them. */
const UNKEYED = [
  'Directory',
  'PersonName',
  'Me',
  'HeldPosition',
  'PersonPage',
  'CasePage',
  'TaskPage',
  'NumberPage',
  'MailPage',
  'NoticePage',
  'TrailPage',
  'TrailRow',
  'Counts',
  'ReleasePage',
  'ReleaseAgenda',
  'ReleasedIdentity',
  'Dossier',
  'DossierCount',
  'RecipientConflict',
  'RelatedCase',
  'Duplicate',
  'Agency',
  'Addressee',
  'ChainTier',
  'Workload',
  'WorkloadRow',
  'DeskSum',
  'WorkloadService',
  'VisitClock',
  'OpenHours',
  'VisitRecord',
  'MissingRequirement',
  'Schedule',
  'FreeTime',
  'SelectionPage',
  'PointPage',
  'StepParticipant',
  'SelectionSchedule',
  'SelectionDocument',
  'SelectionCheck',
  'PostApplicants',
  'Shortlisted',
  'Appointment',
  'ResultsPreview',
  'PreviewedLine',
  'TableFaultFound',
]
const CHANGES = [
  'CaseChange',
  'LetterChange',
  'DispositionChange',
  'TaskChange',
  'WorkloadChange',
  'VisitChange',
  'BookingChange',
  'SelectionChange',
  'ReleaseChange',
  'DirectoryChange',
  'OrganisationChange',
  'RuleChange',
  'HandlingChange',
  'PointChange',
  'Notice',
  'Gone',
  'Reset',
  'Pulse',
]
const unkeyed = Object.fromEntries([...UNKEYED, ...CHANGES].map((name) => [name, () => null]))

/** The id under which the server knows this document; written into it by codegen. */
export function documentId(document: DocumentNode): string {
  const meta: unknown = '__meta__' in document ? document.__meta__ : undefined
  return typeof meta === 'object' && meta !== null && 'documentId' in meta && typeof meta.documentId === 'string' ? meta.documentId : ''
}

function onChange(result: ChangesSubscription, cache: Cache): void {
  const change = result.changes
  if (change.__typename === 'Gone') cache.invalidate({ __typename: change.typename, id: change.id })
  if (change.__typename === 'DirectoryChange') cache.invalidate('Query', 'directory')
  if (change.__typename === 'OrganisationChange') cache.invalidate('Query', 'organisationProfile')
  if (change.__typename === 'RuleChange') cache.invalidate('Query', 'standardTexts')
  if (change.__typename === 'Notice' || change.__typename === 'TaskChange') cache.invalidate('Query', 'counts')
  if (change.__typename === 'LetterChange') keepChild(cache, change.caseId, 'letters', { __typename: 'Letter', id: change.letter.id })
  if (change.__typename === 'DispositionChange')
    keepChild(cache, change.caseId, 'dispositions', { __typename: 'Disposition', id: change.disposition.id })
  if ('entry' in change) {
    const caseId = change.__typename === 'CaseChange' ? change.case.id : 'caseId' in change ? change.caseId : null
    if (caseId !== null) keepChild(cache, caseId, 'timeline', { __typename: 'TimelineEntry', id: change.entry.id })
  }
}

/** Adds a new child to the list a loaded case keeps of it. Nothing happens when the list was never asked for or has it already. */
function keepChild(cache: Cache, caseId: string, field: string, child: { __typename: string; id: string }): void {
  const parent = { __typename: 'Case', id: caseId }
  const known: unknown = cache.resolve(parent, field)
  const key = cache.keyOfEntity(child)
  if (!Array.isArray(known) || key === null || known.includes(key)) return
  cache.link(parent, field, [...known.filter((item) => typeof item === 'string'), key])
}

const signedOut = new Set<() => void>()

/** Called when the server says that there is no session any more. */
export const onSignedOut = (listener: () => void): void => void signedOut.add(listener)

/** The console's only way to its server: stored documents, one cache, one socket. */
export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  fetchOptions: { headers: { 'X-Requested-By': 'tanggap-console' }, credentials: 'same-origin' },
  exchanges: [
    refreshExchange,
    mapExchange({
      onError(error) {
        const failure = failureOf(error)
        if (failure.kind === 'refused' && failure.code === 'access.signed_out') signedOut.forEach((tell) => tell())
      },
    }),
    cacheExchange({
      keys: unkeyed,
      possibleTypes: { Change: CHANGES },
      updates: { Subscription: { changes: (result, _variables, cache) => onChange(result as ChangesSubscription, cache) } },
    }),
    answersExchange,
    persistedExchange({
      enforcePersistedQueries: true,
      enableForMutation: true,
      preferGetForPersistedQueries: false,
      generateHash: (_text, document) => Promise.resolve(documentId(document)),
    }),
    fetchExchange,
    subscriptionExchange({ forwardSubscription: (_request, operation) => liveWire(documentId(operation.query)) }),
  ],
})
