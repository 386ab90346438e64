import type { Bilingual } from './service.js'

/** What a civil servant may be reported for under the neutrality rules. */
export const VIOLATION_KINDS = [
  'banner',
  'campaign_on_social_media',
  'attending_declaration',
  'liking_or_sharing',
  'photo_with_candidate',
  'party_member',
  'campaign_team',
  'other',
] as const
export type ViolationKind = (typeof VIOLATION_KINDS)[number]

export const VIOLATION_KIND_LABEL: Record<ViolationKind, Bilingual> = {
  banner: { id: 'Memasang spanduk, baliho, atau alat peraga lainnya', en: 'Putting up banners, billboards or other campaign material' },
  campaign_on_social_media: { id: 'Kampanye atau sosialisasi di media sosial', en: 'Campaigning on social media' },
  attending_declaration: { id: 'Menghadiri deklarasi atau kampanye', en: 'Attending a declaration or a campaign event' },
  liking_or_sharing: {
    id: 'Membuat unggahan, mengomentari, membagikan, menyukai, atau mengikuti akun peserta pemilihan',
    en: 'Posting about, commenting on, sharing, liking or following a candidate',
  },
  photo_with_candidate: { id: 'Foto bersama bakal calon', en: 'Posing for a photo with a prospective candidate' },
  party_member: { id: 'Menjadi anggota atau pengurus partai politik', en: 'Being a member or an officer of a political party' },
  campaign_team: { id: 'Menjadi tim ahli atau tim pemenangan', en: 'Joining an expert or campaign team' },
  other: { id: 'Pelanggaran netralitas lainnya', en: 'Other breach of neutrality' },
}

/** The six topics of the ethics consultation (Standar Pelayanan Konsultasi Nilai Dasar, Kode Etik, Kode Perilaku, Produk Pelayanan 1). */
export const ETHICS_TOPICS = ['household', 'conflict_of_interest', 'abuse_of_power', 'adultery', 'illegal_levy', 'other'] as const
export type EthicsTopic = (typeof ETHICS_TOPICS)[number]

export const ETHICS_TOPIC_LABEL: Record<EthicsTopic, Bilingual> = {
  household: { id: 'Masalah rumah tangga', en: 'Household matters' },
  conflict_of_interest: { id: 'Konflik kepentingan', en: 'Conflict of interest' },
  abuse_of_power: { id: 'Tindakan sewenang-wenang', en: 'Abuse of power' },
  adultery: { id: 'Perselingkuhan', en: 'Adultery' },
  illegal_levy: { id: 'Pungutan liar', en: 'Illegal levies' },
  other: { id: 'Hal lain yang berkaitan dengan pelanggaran etika ASN', en: 'Other ethical breaches' },
}

/** The kinds of evidence a complaint may bring (Standar Pelayanan Pengaduan Netralitas, Persyaratan 1e). */
export const EVIDENCE_KINDS = ['photo', 'video', 'audio', 'media_report', 'witness', 'document'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

export const EVIDENCE_KIND_LABEL: Record<EvidenceKind, Bilingual> = {
  photo: { id: 'Foto', en: 'Photo' },
  video: { id: 'Video', en: 'Video' },
  audio: { id: 'Rekaman audio', en: 'Audio recording' },
  media_report: { id: 'Pemberitaan di media massa', en: 'Mass-media report' },
  witness: { id: 'Keterangan saksi', en: 'Witness statement' },
  document: { id: 'Dokumen pendukung lainnya', en: 'Other supporting document' },
}

/** Whether a finding touches an election; SIAPNET forwards both kinds. */
export const ELECTION_RELATIONS = ['related', 'unrelated'] as const
export type ElectionRelation = (typeof ELECTION_RELATIONS)[number]

export const ELECTION_RELATION_LABEL: Record<ElectionRelation, Bilingual> = {
  related: { id: 'Beririsan dengan pemilu', en: 'Related to an election' },
  unrelated: { id: 'Tidak beririsan dengan pemilu', en: 'Not related to an election' },
}

/** What a handled complaint can end in for one reported person. */
export const SANCTIONS = ['not_proven', 'moral_closed', 'moral_open', 'light', 'medium', 'heavy'] as const
export type Sanction = (typeof SANCTIONS)[number]

export const SANCTION_LABEL: Record<Sanction, Bilingual> = {
  not_proven: { id: 'Tidak terbukti', en: 'Not proven' },
  moral_closed: { id: 'Sanksi moral, pernyataan secara tertutup', en: 'Moral sanction, closed statement' },
  moral_open: { id: 'Sanksi moral, pernyataan secara terbuka', en: 'Moral sanction, public statement' },
  light: { id: 'Hukuman disiplin ringan', en: 'Light disciplinary sanction' },
  medium: { id: 'Hukuman disiplin sedang', en: 'Medium disciplinary sanction' },
  heavy: { id: 'Hukuman disiplin berat', en: 'Heavy disciplinary sanction' },
}
