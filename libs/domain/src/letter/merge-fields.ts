import type { Bilingual } from '../standard/service.js'

/** The facts a letter takes from its case and its signing. A request without a number or a position fills in the words for "none". */
export const MERGE_FIELDS = {
  incoming_reference: { label: { id: 'Rujukan surat masuk', en: 'Reference to the incoming letter' } },
  incoming_number: { label: { id: 'Nomor surat masuk', en: 'Number of the incoming letter' } },
  incoming_date: { label: { id: 'Tanggal surat masuk', en: 'Date of the incoming letter' } },
  incoming_subject: { label: { id: 'Hal surat masuk', en: 'Subject of the incoming letter' } },
  sender_name: { label: { id: 'Nama pengirim', en: 'Name of the sender' } },
  sender_position: { label: { id: 'Jabatan pengirim', en: 'Position of the sender' } },
  agency_name: { label: { id: 'Nama instansi', en: 'Name of the agency' } },
  agenda_number: { label: { id: 'Nomor agenda', en: 'Agenda number' } },
  received_date: { label: { id: 'Tanggal diterima', en: 'Date of receipt' } },
  service_name: { label: { id: 'Nama layanan', en: 'Name of the service' } },
  unit_name: { label: { id: 'Nama unit kerja', en: 'Name of the unit' } },
  due_date: { label: { id: 'Batas waktu', en: 'Due date' } },
  reported_names: { label: { id: 'Nama terlapor', en: 'Names of the reported persons' } },
  schedule_method: { label: { id: 'Cara pertemuan', en: 'Kind of meeting' } },
  schedule_date: { label: { id: 'Hari dan tanggal pertemuan', en: 'Day of the meeting' } },
  schedule_time: { label: { id: 'Pukul pertemuan', en: 'Time of the meeting' } },
  schedule_place: { label: { id: 'Tempat atau tautan pertemuan', en: 'Place or link of the meeting' } },
  contact_person: { label: { id: 'Narahubung', en: 'Contact person' } },
  sijapti_entry: { label: { id: 'Pengajuan melalui SIJAPTI', en: 'Entry in SIJAPTI' } },
  handling_method: { label: { id: 'Cara penanganan pengaduan', en: 'How the complaint is handled' } },
  handling_time: { label: { id: 'Waktu penanganan pengaduan', en: 'When the complaint is handled' } },
  handling_place: { label: { id: 'Tautan atau tempat penanganan', en: 'Link or place of the handling' } },
  handling_officer: { label: { id: 'Petugas penanganan pengaduan', en: 'Officer who handles the complaint' } },
  follow_up_limit: { label: { id: 'Batas waktu tindak lanjut rekomendasi', en: 'Time to follow up the recommendation' } },
  letter_date: { label: { id: 'Tanggal surat ini', en: 'Date of this letter' } },
  signatory_position: { label: { id: 'Jabatan penandatangan', en: 'Position of the signatory' } },
  signatory_name: { label: { id: 'Nama penandatangan', en: 'Name of the signatory' } },
} as const satisfies Record<string, { label: Bilingual }>

export type MergeKey = keyof typeof MERGE_FIELDS

export const isMergeKey = (key: unknown): key is MergeKey => typeof key === 'string' && Object.hasOwn(MERGE_FIELDS, key)

export const MERGE_KEYS: readonly MergeKey[] = Object.keys(MERGE_FIELDS).filter(isMergeKey)

/** Known only when the letter is signed and numbered; no submission and no approval waits for them. */
export const LATE_MERGE_KEYS: readonly MergeKey[] = ['letter_date', 'signatory_position', 'signatory_name']
