import { createRouter, createWebHistory, type RouteComponent, type RouteRecordRaw } from 'vue-router'
import { loadAllWords, loadFirstWords } from './i18n.js'
import { signedIn, start, useMe } from './session.js'
import { PLACES } from './navigation.js'
import type { WordKey } from './words.js'

declare module 'vue-router' {
  interface RouteMeta {
    /** The page's name, for the window's title and the announcement to screen readers. */
    title?: WordKey
    /** Shown without a session. */
    open?: boolean
    /** A screen on a wall: nobody is asked for, no stream is opened, whoever uses the browser. */
    screen?: boolean
  }
}

const PAGES = import.meta.glob<RouteComponent>('../*/*Page.vue', { import: 'default' })
const missing = () => import('./NotFoundPage.vue')

/** A page file by its folder and name, fetched when it is first visited. */
const page = (file: string) => PAGES[`../${file}Page.vue`] ?? missing

const routes: RouteRecordRaw[] = [
  { path: '/masuk', component: page('session/Login'), meta: { title: 'app.nav.login', open: true } },
  { path: '/', component: page('inbox/Inbox'), meta: { title: 'app.nav.inbox' } },
  { path: '/perkara', component: page('cases/Cases'), meta: { title: 'app.nav.cases' } },
  { path: '/perkara/:id([0-9a-f-]{36})', component: page('cases/Case'), props: true, meta: { title: 'app.nav.case' } },
  { path: '/perkara/:id([0-9a-f-]{36})/ubah', component: page('cases/Amend'), props: true, meta: { title: 'case.action.amend' } },
  { path: '/registrasi', component: page('cases/Register'), meta: { title: 'app.nav.register' } },
  { path: '/surat/:id([0-9a-f-]{36})', component: page('letters/Letter'), props: true, meta: { title: 'app.nav.letter' } },
  { path: '/meja-persetujuan', component: page('letters/ApprovalDesk'), meta: { title: 'app.nav.desk' } },
  { path: '/beban-kerja', component: page('workload/Workload'), meta: { title: 'app.nav.workload' } },
  { path: '/seleksi', component: page('selections/Selections'), meta: { title: 'app.nav.selections' } },
  {
    path: '/seleksi/:id([0-9a-f-]{36})',
    component: page('selections/Selection'),
    props: true,
    meta: { title: 'app.nav.selection' },
  },
  { path: '/buku-tamu', component: page('visits/GuestBook'), meta: { title: 'visits.guestBook' } },
  { path: '/kunjungan', component: page('visits/Visits'), meta: { title: 'visits.board' } },
  { path: '/lobi', component: page('visits/Lobby'), meta: { title: 'visits.lobbyBoard.title', screen: true } },
  { path: '/layar-lobi', component: page('visits/LobbyDisplays'), meta: { title: 'visits.lobby' } },
  { path: '/jadwal', component: page('visits/Schedule'), meta: { title: 'visits.schedule' } },
  { path: '/tindak-lanjut', component: page('handling/FollowUp'), meta: { title: 'app.nav.followUp' } },
  { path: '/buku-agenda', component: page('registers/AgendaBook'), meta: { title: 'app.nav.agendaBook' } },
  { path: '/buku-nomor', component: page('registers/NumberBook'), meta: { title: 'app.nav.numberBook' } },
  { path: '/kotak-keluar', component: page('registers/Outbox'), meta: { title: 'app.nav.outbox' } },
  { path: '/masukan', component: page('feedback/Feedback'), meta: { title: 'app.nav.feedback' } },
  { path: '/masukan/:id([0-9a-f-]{36})', component: page('feedback/FeedbackEntry'), props: true, meta: { title: 'app.nav.feedback' } },
  { path: '/administrasi', component: page('people/Administration'), meta: { title: 'app.nav.people' } },
  { path: '/profil', component: page('people/Profile'), meta: { title: 'app.nav.profile' } },
  { path: '/kepatuhan', component: page('reports/Conformance'), meta: { title: 'app.nav.conformance' } },
  { path: '/standar', component: page('standards/Standards'), meta: { title: 'app.nav.standards' } },
  { path: '/kalender', component: page('standards/Calendar'), meta: { title: 'app.nav.calendar' } },
  { path: '/pelepasan-identitas', component: page('identities/IdentityReleases'), meta: { title: 'app.nav.releases' } },
  { path: '/hubungan', component: page('identities/Relations'), meta: { title: 'app.nav.relations' } },
  { path: '/dosir', component: page('identities/Dossier'), meta: { title: 'app.nav.dossier' } },
  { path: '/jejak', component: page('audit/Trail'), meta: { title: 'app.nav.trail' } },
  { path: '/:rest(.*)*', component: missing, meta: { title: 'app.nav.notFound' } },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

const FIRST_PATHS = ['/', '/masuk']

router.beforeEach(async (to) => {
  if (to.meta.screen) {
    await loadAllWords()
    // a console that is open keeps its stream: the screen begins in a document of its own
    return signedIn.value ? (location.assign(to.fullPath), false) : true
  }
  await Promise.all([FIRST_PATHS.includes(to.path) ? loadFirstWords() : loadAllWords(), start()])
  if (to.meta.open) return signedIn.value ? '/' : true
  if (!signedIn.value) return { path: '/masuk', query: to.path === '/' ? {} : { kembali: to.fullPath } }
  const place = PLACES.find(({ path }) => path === to.path)
  return place && !place.enter(useMe().value) ? '/' : true
})
