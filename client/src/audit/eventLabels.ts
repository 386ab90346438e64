import type { Bilingual, EventKind } from '@domain'
import { say } from '../app/words.js'

/** What the trail calls every event. A kind without words does not compile. */
const EVENT_LABEL: Record<EventKind, Bilingual> = {
  'case.registered': { id: 'Perkara diregistrasi', en: 'Case registered' },
  'case.amended': { id: 'Registrasi diperbarui', en: 'Registration amended' },
  'case.handed_over': { id: 'Perkara diserahkan kepada pimpinan', en: 'Case handed to leadership' },
  'case.disposed': { id: 'Perkara didisposisikan', en: 'Case disposed' },
  'case.decided': { id: 'Kelayakan diputuskan', en: 'Decided whether it can be processed' },
  'case.returned': { id: 'Perkara dikembalikan', en: 'Case returned' },
  'case.attached': { id: 'Berkas ditambahkan pada perkara', en: 'Files added to the case' },
  'case.answered': { id: 'Permohonan terjawab', en: 'Request answered' },
  'case.answer_voided': { id: 'Jawaban dibatalkan', en: 'Answer voided' },
  'case.closed': { id: 'Perkara selesai', en: 'Case closed' },
  'case.completed': { id: 'Berkas permohonan lengkap', en: 'File of the request complete' },
  'case.withdrawn': { id: 'Perkara dicabut', en: 'Case withdrawn' },
  'disposition.sent': { id: 'Disposisi dikirim', en: 'Disposition sent' },
  'disposition.read': { id: 'Disposisi dibaca', en: 'Disposition read' },
  'disposition.accepted': { id: 'Disposisi diterima', en: 'Disposition accepted' },
  'disposition.done': { id: 'Disposisi selesai dikerjakan', en: 'Disposition completed' },
  'disposition.returned': { id: 'Disposisi dikembalikan', en: 'Disposition returned' },
  'disposition.withdrawn': { id: 'Disposisi ditarik', en: 'Disposition withdrawn' },
  'disposition.superseded': { id: 'Disposisi digantikan', en: 'Disposition superseded' },
  'letter.drafted': { id: 'Konsep surat dibuat', en: 'Letter drafted' },
  'letter.saved': { id: 'Konsep surat disimpan', en: 'Draft saved' },
  'letter.submitted': { id: 'Surat diajukan untuk diperiksa', en: 'Letter submitted for review' },
  'letter.passed': { id: 'Surat diteruskan ke pemeriksaan berikutnya', en: 'Letter passed to the next review' },
  'letter.approved': { id: 'Surat disetujui', en: 'Letter approved' },
  'letter.returned': { id: 'Surat dikembalikan untuk diperbaiki', en: 'Letter returned for revision' },
  'letter.recalled': { id: 'Surat ditarik kembali oleh pengonsep', en: 'Letter recalled by its drafter' },
  'letter.issued': { id: 'Surat terbit', en: 'Letter issued' },
  'letter.rendered': { id: 'PDF surat disimpan', en: 'PDF of the letter stored' },
  'letter.delivered': { id: 'Surat disampaikan', en: 'Letter delivered' },
  'letter.withdrawn': { id: 'Surat dibatalkan', en: 'Letter withdrawn' },
  'letter.commented': { id: 'Catatan pada surat', en: 'Comment on the letter' },
  'letter.comment_resolved': { id: 'Catatan pada surat diselesaikan', en: 'Comment on the letter resolved' },
  'letter.comment_reopened': { id: 'Catatan pada surat dibuka kembali', en: 'Comment on the letter reopened' },
  'letter.void_requested': { id: 'Pembatalan nomor surat dimintakan', en: 'Voiding of the letter number requested' },
  'letter.void_declined': { id: 'Pembatalan nomor surat ditolak', en: 'Voiding of the letter number declined' },
  'letter.number_voided': { id: 'Nomor surat dibatalkan', en: 'Letter number voided' },
  'delivery.changed': { id: 'Status penyampaian berubah', en: 'Delivery status changed' },
  'clock.started': { id: 'Jangka waktu mulai berjalan', en: 'Time limit started' },
  'clock.stopped': { id: 'Jangka waktu berhenti', en: 'Time limit stopped' },
  'clock.at_risk': { id: 'Jangka waktu hampir habis', en: 'Time limit at risk' },
  'clock.late': { id: 'Jangka waktu terlampaui', en: 'Time limit exceeded' },
  'task.opened': { id: 'Tugas dibuka', en: 'Task opened' },
  'task.closed': { id: 'Tugas ditutup', en: 'Task closed' },
  'file.added': { id: 'Berkas selesai diperiksa', en: 'File checked' },
  'file.removed': { id: 'Berkas dihapus', en: 'File removed' },
  'notice.created': { id: 'Pemberitahuan dibuat', en: 'Notice created' },
  'selection.opened': { id: 'Berkas seleksi dibuka', en: 'Selection file opened' },
  'selection.request_attached': { id: 'Permohonan dikaitkan dengan seleksi', en: 'Request attached to the selection' },
  'selection.documents_recorded': { id: 'Dokumen seleksi dicatat', en: 'Selection documents recorded' },
  'selection.checks_recorded': { id: 'Hasil pemeriksaan seleksi dicatat', en: 'Selection checks recorded' },
  'selection.posts_saved': { id: 'Jabatan yang diseleksi disimpan', en: 'Posts of the selection saved' },
  'selection.plan_saved': { id: 'Jadwal seleksi disimpan', en: 'Schedule of the selection saved' },
  'selection.announcement_extended': { id: 'Pengumuman seleksi diperpanjang', en: 'Announcement of the selection extended' },
  'selection.post_dropped': { id: 'Jabatan dikeluarkan dari seleksi', en: 'Post dropped from the selection' },
  'selection.applicants_recorded': { id: 'Pelamar seleksi dicatat', en: 'Applicants recorded' },
  'selection.results_recorded': { id: 'Hasil seleksi dicatat', en: 'Results of the selection recorded' },
  'selection.shortlisted': { id: 'Tiga calon terbaik ditetapkan', en: 'Three best candidates named' },
  'selection.appointed': { id: 'Pengangkatan hasil seleksi dicatat', en: 'Appointment recorded' },
  'selection.advanced': { id: 'Seleksi maju ke tahap berikutnya', en: 'Selection moved to its next stage' },
  'selection.finished': { id: 'Seleksi selesai', en: 'Selection finished' },
  'selection.cancelled': { id: 'Seleksi dibatalkan', en: 'Selection cancelled' },
  'person.changed': { id: 'Data pegawai berubah', en: 'Staff record changed' },
  'position.changed': { id: 'Jabatan berubah', en: 'Position changed' },
  'unit.changed': { id: 'Unit kerja berubah', en: 'Unit changed' },
  'organisation.changed': { id: 'Profil lembaga berubah', en: 'Profile of the organisation changed' },
  'session.ended': { id: 'Sesi diakhiri', en: 'Session ended' },
}

/** What an event can be about. */
const SUBJECT_LABEL: Readonly<Record<string, Bilingual>> = {
  Case: { id: 'Perkara', en: 'Case' },
  Disposition: { id: 'Disposisi', en: 'Disposition' },
  Letter: { id: 'Surat', en: 'Letter' },
  Selection: { id: 'Seleksi', en: 'Selection' },
  Clock: { id: 'Jangka waktu', en: 'Time limit' },
  Task: { id: 'Tugas', en: 'Task' },
  Person: { id: 'Pegawai', en: 'Person' },
  Position: { id: 'Jabatan', en: 'Position' },
  Unit: { id: 'Unit kerja', en: 'Unit' },
  OrganisationProfile: { id: 'Profil lembaga', en: 'Profile of the organisation' },
  Session: { id: 'Sesi', en: 'Session' },
}

const isKind = (kind: string): kind is EventKind => kind in EVENT_LABEL

/** The event in words; one from a newer server than this console is shown by its code. */
export const eventLabel = (kind: string): string => (isKind(kind) ? say(EVENT_LABEL[kind]) : kind)

export const subjectLabel = (type: string): string => {
  const label = SUBJECT_LABEL[type]
  return label ? say(label) : type
}
