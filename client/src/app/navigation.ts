import { abilityOf, mayEnter, unitIdsAs, type Viewer } from '@domain'
import type { Counts } from './session.js'
import type { WordKey } from './words.js'

/** An entry of the menu, shown to those whom the rules let in. */
export interface Place {
  readonly path: string
  readonly label: WordKey
  readonly icon: string
  /** 'work' is the daily part, 'books' the registers, 'system' the rest. */
  readonly group: 'work' | 'books' | 'system'
  readonly keys: string
  readonly enter: (me: Viewer) => boolean
  readonly count?: (counts: Counts) => number
}

/** What the shell answers to on every page. A place has keys of its own. */
export const SHELL_KEYS = { palette: 'mod+k', help: '?', notices: 'g t' } as const

/** Someone whose rules let them read cases at all. Whether a given case is theirs is decided row by row. */
export const mayListCases = (me: Viewer): boolean => mayEnter(me, 'cases')
const seesWorkload = (me: Viewer): boolean =>
  mayEnter(me, 'workload') || unitIdsAs(me, 'POKJA').some((unitId) => mayEnter(me, 'workload', unitId))
const opensDossiers = (me: Viewer): boolean =>
  mayEnter(me, 'dossier') || unitIdsAs(me, 'POKJA').some((unitId) => mayEnter(me, 'dossier', unitId))

/** Every page with an entry of its own, in the order of the menu. */
export const PLACES: readonly Place[] = [
  { path: '/', label: 'app.nav.inbox', icon: 'i-lucide-inbox', group: 'work', keys: 'g i', enter: () => true, count: (c) => c.inbox },
  {
    path: '/registrasi',
    label: 'app.nav.register',
    icon: 'i-lucide-file-plus-2',
    group: 'work',
    keys: 'g n',
    enter: (me) => abilityOf(me).can('register', 'Case'),
  },
  { path: '/perkara', label: 'app.nav.cases', icon: 'i-lucide-folder-open', group: 'work', keys: 'g p', enter: mayListCases },
  {
    path: '/meja-persetujuan',
    label: 'app.nav.desk',
    icon: 'i-lucide-stamp',
    group: 'work',
    keys: 'g m',
    enter: (me) => mayEnter(me, 'desk'),
    count: (c) => c.review,
  },
  {
    path: '/buku-tamu',
    label: 'app.nav.guestBook',
    icon: 'i-lucide-book-open-check',
    group: 'work',
    keys: 'g y',
    enter: (me) => mayEnter(me, 'guest_book'),
  },
  {
    path: '/kunjungan',
    label: 'app.nav.visits',
    icon: 'i-lucide-armchair',
    group: 'work',
    keys: 'g v',
    enter: (me) => mayEnter(me, 'visits'),
  },
  {
    path: '/jadwal',
    label: 'app.nav.schedule',
    icon: 'i-lucide-calendar-days',
    group: 'work',
    keys: 'g x',
    enter: (me) => mayEnter(me, 'visits'),
  },
  {
    path: '/layar-lobi',
    label: 'app.nav.lobby',
    icon: 'i-lucide-monitor',
    group: 'work',
    keys: 'g w',
    enter: (me) => mayEnter(me, 'lobby'),
  },
  { path: '/beban-kerja', label: 'app.nav.workload', icon: 'i-lucide-chart-column', group: 'work', keys: 'g b', enter: seesWorkload },
  {
    path: '/seleksi',
    label: 'app.nav.selections',
    icon: 'i-lucide-list-checks',
    group: 'work',
    keys: 'g l',
    enter: (me) => mayEnter(me, 'selections'),
  },
  {
    path: '/tindak-lanjut',
    label: 'app.nav.followUp',
    icon: 'i-lucide-flag',
    group: 'work',
    keys: 'g r',
    enter: (me) => mayEnter(me, 'follow_up'),
  },
  {
    path: '/buku-agenda',
    label: 'app.nav.agendaBook',
    icon: 'i-lucide-book-open',
    group: 'books',
    keys: 'g a',
    enter: (me) => mayEnter(me, 'agenda_book'),
  },
  {
    path: '/buku-nomor',
    label: 'app.nav.numberBook',
    icon: 'i-lucide-hash',
    group: 'books',
    keys: 'g o',
    enter: (me) => mayEnter(me, 'number_book'),
  },
  {
    path: '/kotak-keluar',
    label: 'app.nav.outbox',
    icon: 'i-lucide-send',
    group: 'books',
    keys: 'g k',
    enter: (me) => mayEnter(me, 'outbox'),
  },
  {
    path: '/kepatuhan',
    label: 'app.nav.conformance',
    icon: 'i-lucide-badge-check',
    group: 'books',
    keys: 'g h',
    enter: (me) => mayEnter(me, 'conformance'),
  },
  {
    path: '/masukan',
    label: 'app.nav.feedback',
    icon: 'i-lucide-message-square-quote',
    group: 'work',
    keys: 'g f',
    enter: (me) => mayEnter(me, 'feedback') || mayEnter(me, 'feedback_report'),
  },
  {
    path: '/standar',
    label: 'app.nav.standards',
    icon: 'i-lucide-scroll-text',
    group: 'system',
    keys: 'g q',
    enter: (me) => mayEnter(me, 'standards'),
    count: (c) => c.standards,
  },
  {
    path: '/kalender',
    label: 'app.nav.calendar',
    icon: 'i-lucide-calendar-days',
    group: 'system',
    keys: 'g c',
    enter: (me) => mayEnter(me, 'calendar'),
    count: (c) => c.calendars,
  },
  {
    path: '/pelepasan-identitas',
    label: 'app.nav.releases',
    icon: 'i-lucide-key-round',
    group: 'work',
    keys: 'g e',
    enter: (me) => mayEnter(me, 'releases'),
    count: (c) => c.releases,
  },
  {
    path: '/hubungan',
    label: 'app.nav.relations',
    icon: 'i-lucide-user-x',
    group: 'books',
    keys: 'g z',
    enter: (me) => mayEnter(me, 'relations'),
  },
  { path: '/dosir', label: 'app.nav.dossier', icon: 'i-lucide-folder-search', group: 'books', keys: 'g d', enter: opensDossiers },
  {
    path: '/jejak',
    label: 'app.nav.trail',
    icon: 'i-lucide-footprints',
    group: 'system',
    keys: 'g j',
    enter: (me) => mayEnter(me, 'trail'),
  },
  {
    path: '/administrasi',
    label: 'app.nav.people',
    icon: 'i-lucide-users',
    group: 'system',
    keys: 'g u',
    enter: (me) => mayEnter(me, 'people'),
  },
  { path: '/profil', label: 'app.nav.profile', icon: 'i-lucide-circle-user', group: 'system', keys: 'g s', enter: () => true },
]
