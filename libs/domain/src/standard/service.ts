/** One text in the two languages of the console. Indonesian is the official one. */
export interface Bilingual {
  readonly id: string
  readonly en: string
}

/** The five services of the published standards (Peraturan Ketua KASN Nomor 3 Tahun 2022). */
export const SERVICES = ['MEDLIN', 'MERIT', 'NETRALITAS', 'KODE_ETIK', 'JPT'] as const
export type Service = (typeof SERVICES)[number]

/** The ways a request can reach the commission. */
export const CHANNELS = ['counter', 'post', 'email', 'portal', 'lapor', 'siapnet', 'sijapti', 'medlin', 'walk_in', 'virtual'] as const
export type Channel = (typeof CHANNELS)[number]

/** The channels that leave a written request behind: all but the two kinds of visit. */
export const WRITTEN_CHANNELS = [
  'counter',
  'post',
  'email',
  'portal',
  'lapor',
  'siapnet',
  'sijapti',
  'medlin',
] as const satisfies readonly Channel[]
export type WrittenChannel = (typeof WRITTEN_CHANNELS)[number]

/**
 * What a letter does for the one who asked: answer = surat tanggapan, jawaban or balasan; notice = a refusal or the word that the
 * request cannot be processed; confirmation = it is being processed and how.
 */
export const LETTER_KINDS = ['answer', 'recommendation', 'notice', 'confirmation', 'completeness_request', 'schedule'] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/** Derajat kecepatan of a letter, in rising order. */
export const URGENCIES = ['biasa', 'segera', 'sangat_segera'] as const
export type Urgency = (typeof URGENCIES)[number]

/** Klasifikasi keamanan of a letter, in rising order. */
export const SECRECIES = ['biasa', 'terbatas', 'rahasia', 'sangat_rahasia'] as const
export type Secrecy = (typeof SECRECIES)[number]

/** Whether what is said is for the eyes of those concerned only: no copy by mail, no word of it on a page that anybody may open, a marking wherever it is shown. */
export const isConfidential = (secrecy: Secrecy): boolean => SECRECIES.indexOf(secrecy) >= SECRECIES.indexOf('rahasia')

/** Who may send a request; it decides which identity the standard demands. */
export const SENDER_KINDS = ['individual', 'legal_body', 'community_group', 'agency', 'asn'] as const
export type SenderKind = (typeof SENDER_KINDS)[number]

/** The published name of each service. */
export const SERVICE_LABEL: Record<Service, Bilingual> = {
  MEDLIN: { id: 'Konsultasi Mediasi dan Perlindungan', en: 'Mediation and protection consultation' },
  MERIT: { id: 'Konsultasi Pelanggaran Sistem Merit', en: 'Merit-system violation consultation' },
  NETRALITAS: { id: 'Pengaduan Netralitas', en: 'Neutrality complaint' },
  KODE_ETIK: {
    id: 'Konsultasi Nilai Dasar, Kode Etik, Kode Perilaku, dan Netralitas ASN',
    en: 'Consultation on basic values, code of ethics, code of conduct and neutrality',
  },
  JPT: { id: 'Pengawasan dan Seleksi Jabatan Pimpinan Tinggi', en: 'Supervision and selection of senior leadership posts' },
}

/** The short name of each service, for columns and badges. */
export const SERVICE_SHORT_LABEL: Record<Service, Bilingual> = {
  MEDLIN: { id: 'Medlin', en: 'Mediation' },
  MERIT: { id: 'Sistem Merit', en: 'Merit system' },
  NETRALITAS: { id: 'Netralitas', en: 'Neutrality' },
  KODE_ETIK: { id: 'Kode Etik', en: 'Ethics' },
  JPT: { id: 'Seleksi JPT', en: 'Senior posts' },
}

/** How the register names each channel. */
export const CHANNEL_LABEL: Record<Channel, Bilingual> = {
  counter: { id: 'Surat diantar ke loket', en: 'Letter at the counter' },
  post: { id: 'Surat melalui pos', en: 'Letter by post' },
  email: { id: 'Surat elektronik (e-mail)', en: 'E-mail' },
  portal: { id: 'Portal layanan', en: 'Service portal' },
  lapor: { id: 'Lapor KASN', en: 'Lapor KASN' },
  siapnet: { id: 'SIAPNET', en: 'SIAPNET' },
  sijapti: { id: 'SIJAPTI', en: 'SIJAPTI' },
  medlin: { id: 'Portal Medlin', en: 'Medlin portal' },
  walk_in: { id: 'Datang langsung', en: 'Walk-in visit' },
  virtual: { id: 'Pertemuan virtual', en: 'Virtual meeting' },
}

/** What each kind of letter is called. The standard of a service gives its own product name where it has one. */
export const LETTER_KIND_LABEL: Record<LetterKind, Bilingual> = {
  answer: { id: 'Surat Tanggapan', en: 'Answer letter' },
  recommendation: { id: 'Surat Rekomendasi', en: 'Letter of recommendation' },
  notice: { id: 'Surat Pemberitahuan Tidak Dapat Diproses', en: 'Notice that the request cannot be processed' },
  confirmation: { id: 'Surat Konfirmasi', en: 'Letter of confirmation' },
  completeness_request: { id: 'Surat Permintaan Kelengkapan', en: 'Request to complete the file' },
  schedule: { id: 'Surat Jadwal Pertemuan', en: 'Letter with the meeting schedule' },
}

/** The words printed on the "Sifat" line of a letter. */
export const URGENCY_LABEL: Record<Urgency, Bilingual> = {
  biasa: { id: 'Biasa', en: 'Ordinary' },
  segera: { id: 'Segera', en: 'Urgent' },
  sangat_segera: { id: 'Sangat Segera', en: 'Very urgent' },
}

/** The names of the security classes. */
export const SECRECY_LABEL: Record<Secrecy, Bilingual> = {
  biasa: { id: 'Biasa', en: 'Ordinary' },
  terbatas: { id: 'Terbatas', en: 'Restricted' },
  rahasia: { id: 'Rahasia', en: 'Secret' },
  sangat_rahasia: { id: 'Sangat Rahasia', en: 'Top secret' },
}

/** How the register names each kind of sender. */
export const SENDER_KIND_LABEL: Record<SenderKind, Bilingual> = {
  individual: { id: 'Perseorangan', en: 'Individual' },
  legal_body: { id: 'Badan hukum', en: 'Legal body' },
  community_group: { id: 'Kelompok masyarakat', en: 'Community group' },
  agency: { id: 'Instansi pemerintah', en: 'Government agency' },
  asn: { id: 'Pegawai ASN', en: 'Civil servant (ASN)' },
}

/** What a request for the service is called in a letter: a complaint where the standard says pengaduan, otherwise a letter. */
export const requestNoun = (service: Service): string => (service === 'NETRALITAS' ? 'pengaduan' : 'surat')
