import type { Bilingual, Channel, SenderKind } from './service.js'
import { SENDER_KINDS } from './service.js'
import type { ComplaintChannel, Product, ServiceChannel } from './standard.js'

/** The regulation that publishes all five standards. */
export const LEGAL_BASIS: Bilingual = {
  id: 'Peraturan Ketua KASN Nomor 3 Tahun 2022',
  en: 'Regulation of the Chair of KASN Number 3 of 2022',
}

/** "Biaya / Tarif" of all five standards. */
export const FREE_OF_CHARGE: Bilingual = { id: 'Tidak dipungut biaya', en: 'Free of charge' }

/** A paper letter, handed over at the counter or sent by post. */
export const LETTER_CHANNELS = ['counter', 'post'] as const satisfies readonly Channel[]

export const ANY_SENDER: readonly SenderKind[] = SENDER_KINDS

/** Senders who act for an organisation rather than for themselves. */
export const ORGANISATIONS = ['legal_body', 'community_group', 'agency'] as const satisfies readonly SenderKind[]

const OFFICE = 'Jl. Let. Jend. MT. Haryono Kav. 52-53, Pancoran, Kota Jakarta Selatan 12770'

/** The address printed for letters and visits. */
export const OFFICE_ADDRESS: Bilingual = {
  id: `Ketua Komisi Aparatur Sipil Negara, ${OFFICE}`,
  en: `Chair of the Civil Service Commission, ${OFFICE}`,
}

/** The second office that takes oral complaints (Standar Pelayanan Pengaduan Netralitas, Persyaratan 2b). */
export const SECOND_OFFICE_ADDRESS: Bilingual = {
  id: 'Lt. 14, Gedung SMESCO, Jl. Gatot Subroto Kav. 94, RT. 011 RW. 003, Pancoran, Kota Jakarta Selatan 12780',
  en: '14th floor, SMESCO Building, Jl. Gatot Subroto Kav. 94, RT. 011 RW. 003, Pancoran, South Jakarta 12780',
}

/** The two mailboxes printed in every standard. */
export const MAILBOXES = ['humas@kasn.go.id', 'persuratan@kasn.go.id'] as const

/** Counter and post, both to the office, under the given clause. */
export const letterChannels = (clause: string): ServiceChannel[] =>
  LETTER_CHANNELS.map((channel) => ({ channel, address: OFFICE_ADDRESS, clause }))

/** A channel reached under one address that reads the same in both languages. */
export const reachedAt = (channel: Channel, address: string, clause: string): ServiceChannel => ({
  channel,
  address: { id: address, en: address },
  clause,
})

const mailbox = (address: string): ComplaintChannel => ({ kind: 'email', label: { id: 'Surat elektronik', en: 'E-mail' }, address })

/** The channels for complaints, suggestions and input that every standard prints. */
export const COMMON_COMPLAINT_CHANNELS: readonly ComplaintChannel[] = [
  { kind: 'letter', label: { id: 'Surat resmi', en: 'Official letter' }, address: OFFICE_ADDRESS.id },
  { kind: 'hotline', label: { id: 'Hotline telepon', en: 'Telephone hotline' }, address: '021-7972098' },
  ...MAILBOXES.map(mailbox),
  { kind: 'lapor', label: { id: 'Lapor KASN', en: 'Lapor KASN' }, address: 'https://lapor.kasn.go.id/' },
  { kind: 'wbs', label: { id: 'Whistle Blowing System KASN', en: 'Whistle-blowing system' }, address: 'https://wbs.kasn.go.id' },
]

/** "Saran dan Masukan/Apresiasi", printed in every standard but Medlin's. */
export const SOCIAL_MEDIA: readonly ComplaintChannel[] = [
  { kind: 'facebook', label: { id: 'Facebook', en: 'Facebook' }, address: 'KomisiASNResmi' },
  { kind: 'instagram', label: { id: 'Instagram', en: 'Instagram' }, address: 'kasn_ri' },
  { kind: 'twitter', label: { id: 'Twitter', en: 'Twitter' }, address: 'KASN_RI' },
]

/** Medlin's own mailbox and barcode (Standar Pelayanan Medlin, Pengaduan Layanan 3 and 4c). */
export const MEDLIN_COMPLAINT_CHANNELS: readonly ComplaintChannel[] = [
  mailbox('medlin.jpt1@kasn.go.id'),
  {
    kind: 'medlin',
    label: { id: 'Barcode pada website Mediasi dan Perlindungan', en: 'Barcode on the mediation and protection website' },
    address: 'https://medlin.kasn.go.id',
  },
]

/** The letter that asks for missing requirements. No standard prints it as a product; every checklist needs it. */
export const completenessRequest = (archiveCode: string): Product => ({
  letterKind: 'completeness_request',
  name: { id: 'Surat Permintaan Kelengkapan', en: 'Request to complete the file' },
  closesCase: false,
  archiveCode,
  clause: 'Persyaratan',
})

/** What a visitor and the officer observe when they meet at the office. */
export const HEALTH_PROTOCOL: Bilingual = {
  id: 'Setiap pertemuan di kantor menerapkan protokol kesehatan, yaitu menggunakan masker, menjaga jarak fisik, pengukuran suhu tubuh, dan menggunakan penyanitasi tangan.',
  en: 'Every meeting at the office follows the health protocol: masks, physical distance, temperature check and hand sanitiser.',
}
