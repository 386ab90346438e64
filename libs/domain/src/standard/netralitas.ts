import {
  ANY_SENDER,
  COMMON_COMPLAINT_CHANNELS,
  completenessRequest,
  FREE_OF_CHARGE,
  LEGAL_BASIS,
  letterChannels,
  MAILBOXES,
  OFFICE_ADDRESS,
  ORGANISATIONS,
  reachedAt,
  SECOND_OFFICE_ADDRESS,
  SOCIAL_MEDIA,
} from './published.js'
import { SERVICE_LABEL } from './service.js'
import type { IdentityDemands, Standard } from './standard.js'

/** Persyaratan 1a: full name, and an address and/or a way to be reached. */
const person: IdentityDemands = {
  required: ['name'],
  atLeastOneOf: [['address', 'contact', 'email']],
  optional: ['nik', 'nip', 'position', 'unit', 'agency'],
  clause: 'Persyaratan 1a',
}

/** Persyaratan 1b: the same of a legal body or a community group, whose letter also carries a stamp and/or a signature. */
const body: IdentityDemands = { ...person, optional: ['position', 'unit', 'agency', 'nik', 'nip'], clause: 'Persyaratan 1b' }

/** Standar Pelayanan Pengaduan Netralitas. */
export const NETRALITAS: Standard = {
  service: 'NETRALITAS',
  name: SERVICE_LABEL.NETRALITAS,
  legalBasis: LEGAL_BASIS,
  unitCodes: ['POKJA_NKK'],
  senderKinds: ANY_SENDER,

  channels: [
    ...letterChannels('Persyaratan 1'),
    reachedAt('email', MAILBOXES.join('; '), 'Persyaratan 1'),
    {
      channel: 'walk_in',
      address: { id: `${OFFICE_ADDRESS.id}; atau ${SECOND_OFFICE_ADDRESS.id}`, en: `${OFFICE_ADDRESS.en}; or ${SECOND_OFFICE_ADDRESS.en}` },
      clause: 'Persyaratan 2',
    },
    reachedAt('lapor', 'https://lapor.kasn.go.id/', 'Persyaratan 3'),
    reachedAt('siapnet', 'https://siapnet.kasn.go.id', 'Persyaratan 4'),
  ],

  requirements: [
    {
      code: 'netralitas.complaint_letter',
      text: {
        id: 'Surat pengaduan tertulis yang ditujukan kepada Ketua Komisi Aparatur Sipil Negara',
        en: 'Written complaint addressed to the Chair of the commission',
      },
      clause: 'Persyaratan 1',
      channels: ['counter', 'post', 'email'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
    {
      code: 'netralitas.oral_statement',
      text: {
        id: 'Pengaduan disampaikan secara lisan di salah satu kantor KASN dan dicatat oleh petugas',
        en: 'The complaint is made orally at one of the offices and taken down by an officer',
      },
      clause: 'Persyaratan 2',
      channels: ['walk_in'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
    {
      code: 'netralitas.bawaslu',
      text: {
        id: 'Pelapor adalah Badan Pengawas Pemilu (Bawaslu) pusat, provinsi, atau kabupaten/kota',
        en: 'The reporter is the Election Supervisory Body (Bawaslu), national, provincial or local',
      },
      clause: 'Persyaratan 4',
      channels: ['siapnet'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
    {
      code: 'netralitas.reporter_person',
      text: {
        id: 'Identitas pelapor perseorangan: nama lengkap, alamat lengkap dan/atau informasi kontak (nomor telepon dan/atau alamat surat elektronik) yang dapat dihubungi',
        en: 'Identity of a reporter who is a person: full name, postal address and/or contact (telephone and/or e-mail)',
      },
      clause: 'Persyaratan 1a',
      channels: ['counter', 'post', 'email', 'walk_in'],
      appliesTo: ['individual', 'asn'],
      mandatory: true,
    },
    {
      code: 'netralitas.reporter_body',
      text: {
        id: 'Identitas pelapor badan hukum/kelompok masyarakat: nama badan hukum/kelompok masyarakat, alamat lengkap dan/atau informasi kontak',
        en: 'Identity of a reporter that is a legal body or a community group: its name, postal address and/or contact',
      },
      clause: 'Persyaratan 1b',
      channels: ['counter', 'post', 'email', 'walk_in'],
      appliesTo: ORGANISATIONS,
      mandatory: true,
    },
    {
      code: 'netralitas.stamp',
      text: {
        id: 'Surat dibubuhi cap dan/atau tanda tangan perwakilan badan hukum/kelompok masyarakat',
        en: 'The letter carries the stamp and/or the signature of a representative of the legal body or community group',
      },
      clause: 'Persyaratan 1b',
      channels: ['counter', 'post', 'email'],
      appliesTo: ORGANISATIONS,
      mandatory: true,
    },
    {
      code: 'netralitas.reported_identity',
      text: {
        id: 'Identitas terlapor: nama lengkap, instansi, jabatan, dan/atau Nomor Identitas Pegawai (NIP)/Nomor Induk PPPK',
        en: 'Identity of the reported person: full name, agency, position and/or employee number (NIP/NI PPPK)',
      },
      clause: 'Persyaratan 1c',
      channels: ['counter', 'post', 'email', 'walk_in', 'lapor', 'siapnet'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
    {
      code: 'netralitas.reported_active',
      text: { id: 'Terlapor merupakan ASN aktif', en: 'The reported person is an active civil servant' },
      clause: 'Persyaratan 1d',
      channels: ['counter', 'post', 'email', 'walk_in', 'lapor', 'siapnet'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
    {
      code: 'netralitas.evidence',
      text: {
        id: 'Bukti pelanggaran berupa foto, video, rekaman audio, pemberitaan di media massa, keterangan saksi, atau dokumen pendukung lainnya',
        en: 'Evidence of the violation: photo, video, audio recording, mass-media report, witness statement or other supporting document',
      },
      clause: 'Persyaratan 1e',
      channels: ['counter', 'post', 'email', 'walk_in', 'lapor', 'siapnet'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
  ],

  identity: {
    individual: person,
    legal_body: body,
    community_group: body,
    agency: { ...body, required: ['name', 'agency'], optional: ['position', 'unit', 'nik', 'nip'] },
    asn: person,
  },
  reportedPersons: {
    minimum: 1,
    required: ['name', 'agency'],
    atLeastOneOf: [['position', 'nip']],
    optional: ['unit'],
    mustBeActiveAsn: true,
    clause: 'Persyaratan 1c, 1d',
  },

  procedures: [
    {
      code: 'netralitas.complaint',
      title: { id: 'Penanganan pengaduan', en: 'Handling of a complaint' },
      channels: ['counter', 'post', 'email', 'lapor', 'siapnet', 'walk_in'],
      steps: [
        {
          id: 'Pengguna layanan (pengadu) menyampaikan pengaduan tertulis ditujukan kepada Ketua Komisi Aparatur Sipil Negara.',
          en: 'The complainant sends a written complaint to the Chair of the commission.',
        },
        {
          id: 'Pengguna layanan menunggu hasil disposisi pimpinan terkait petugas/pegawai yang menangani pengaduan. Dilakukan analisis guna memastikan apakah penanganan dapat dilakukan secara daring atau harus tatap muka langsung. Pengguna layanan menerima surat/konfirmasi atas permohonannya; untuk penanganan secara daring disertakan detail waktu dan metode penanganannya.',
          en: 'The leadership assigns an officer. The analysis decides whether it can be handled online or must be face to face. The complainant receives a letter or confirmation; for online handling it gives time and method.',
        },
        {
          id: 'Apabila mengharuskan tatap muka langsung dan/atau datang langsung ke kantor, pengguna layanan menyampaikan pengaduan kepada petugas khusus penanganan pengaduan di Kelompok Kerja Pengawasan Bidang Penerapan Nilai Dasar, Kode Etik, Kode Perilaku, dan Netralitas ASN.',
          en: 'When it must be face to face, the complainant reports to the complaint officer of the working group.',
        },
      ],
      clause: 'Sistem, Mekanisme dan Prosedur',
    },
  ],

  completionTime: { id: '14 Hari kerja', en: '14 working days' },
  promises: [
    {
      code: 'netralitas.follow_up',
      channels: ['counter', 'post', 'email'],
      text: {
        id: 'Pengaduan tertulis mulai ditindaklanjuti maksimal 3 (tiga) hari sejak surat pengaduan diterima oleh KASN',
        en: 'A written complaint is followed up at most 3 (three) days after the commission received it',
      },
      clause: 'Waktu Penyelesaian 1',
    },
    {
      code: 'netralitas.completion',
      channels: ['counter', 'post', 'email', 'walk_in'],
      text: {
        id: 'Diselesaikan dalam 14 (empat belas) hari kerja sejak diterima oleh KASN',
        en: 'Completed within 14 (fourteen) working days of receipt',
      },
      clause: 'Waktu Penyelesaian',
    },
    {
      code: 'netralitas.lapor_normative',
      channels: ['lapor'],
      text: {
        id: 'Pengaduan yang bersifat normatif maksimal diselesaikan dalam 5 (lima) hari kerja sejak permohonan diterima oleh KASN',
        en: 'A normative complaint is completed at most 5 (five) working days after receipt',
      },
      clause: 'Waktu Penyelesaian 2a',
    },
    {
      code: 'netralitas.lapor_no_field',
      channels: ['lapor'],
      text: {
        id: 'Pengaduan yang tidak berkadar pengawasan dan/atau tidak memerlukan pemeriksaan lapangan selambat-lambatnya diselesaikan dalam 14 (empat belas) hari kerja sejak permohonan diterima oleh KASN',
        en: 'A complaint that is not supervisory and/or needs no field examination is completed within 14 (fourteen) working days of receipt',
      },
      clause: 'Waktu Penyelesaian 2b',
    },
    {
      code: 'netralitas.lapor_field',
      channels: ['lapor'],
      text: {
        id: 'Pengaduan yang berkadar pengawasan dan memerlukan pemeriksaan lapangan selambat-lambatnya diselesaikan dalam 60 (enam puluh) hari kerja sejak permohonan diterima oleh KASN',
        en: 'A supervisory complaint that needs field examination is completed within 60 (sixty) working days of receipt',
      },
      clause: 'Waktu Penyelesaian 2c',
    },
    {
      code: 'netralitas.internal_direct',
      channels: ['counter', 'post', 'email', 'walk_in', 'lapor'],
      text: {
        id: 'Pengaduan pada internal KASN yang dapat ditindaklanjuti langsung diselesaikan maksimal 4 (empat) hari kerja sejak aduan diterima',
        en: 'A complaint about the commission itself that can be followed up directly is completed at most 4 (four) working days after receipt',
      },
      clause: 'Waktu Penyelesaian 3a',
    },
    {
      code: 'netralitas.internal_technical',
      channels: ['counter', 'post', 'email', 'walk_in', 'lapor'],
      text: {
        id: 'Pengaduan pada internal KASN yang bersifat teknis dan perlu koordinasi dengan unit kerja diselesaikan maksimal 14 (empat belas) hari kerja sejak aduan diterima',
        en: 'A technical complaint about the commission itself that needs coordination is completed at most 14 (fourteen) working days after receipt',
      },
      clause: 'Waktu Penyelesaian 3b',
    },
    {
      code: 'netralitas.siapnet_direct',
      channels: ['siapnet'],
      text: {
        id: 'Aduan melalui SIAPNET yang dapat ditindaklanjuti langsung diselesaikan maksimal 4 (empat) hari kerja sejak aduan diterima',
        en: 'A SIAPNET complaint that can be followed up directly is completed at most 4 (four) working days after receipt',
      },
      clause: 'Waktu Penyelesaian 4a',
    },
    {
      code: 'netralitas.siapnet_technical',
      channels: ['siapnet'],
      text: {
        id: 'Aduan melalui SIAPNET yang bersifat teknis dan perlu koordinasi dengan unit kerja diselesaikan maksimal 14 (empat belas) hari kerja sejak aduan diterima',
        en: 'A technical SIAPNET complaint that needs coordination is completed at most 14 (fourteen) working days after receipt',
      },
      clause: 'Waktu Penyelesaian 4b',
    },
  ],
  serviceHours: [],
  cost: FREE_OF_CHARGE,

  output: {
    id: 'Surat Rekomendasi dan Surat Balasan Penerapan Nilai Dasar, Kode Etik, Kode Perilaku, dan Netralitas ASN',
    en: 'Letter of recommendation and letter of reply on basic values, code of ethics, code of conduct and neutrality',
  },
  products: [
    {
      letterKind: 'recommendation',
      name: { id: 'Surat Rekomendasi', en: 'Letter of recommendation' },
      closesCase: false,
      archiveCode: 'NK.01',
      clause: 'Produk Pelayanan 1',
    },
    {
      letterKind: 'answer',
      name: { id: 'Surat Balasan', en: 'Letter of reply' },
      closesCase: true,
      archiveCode: 'NK.01',
      clause: 'Produk Pelayanan 1',
    },
    {
      letterKind: 'notice',
      name: { id: 'Surat Balasan Pengaduan Tidak Dapat Ditindaklanjuti', en: 'Reply that the complaint cannot be followed up' },
      closesCase: true,
      archiveCode: 'NK.01',
      clause: 'Produk Pelayanan 1',
    },
    {
      letterKind: 'confirmation',
      name: { id: 'Surat Konfirmasi Penanganan Pengaduan', en: 'Confirmation of how the complaint is handled' },
      closesCase: false,
      archiveCode: 'NK.01',
      clause: 'Sistem, Mekanisme dan Prosedur 2',
    },
    completenessRequest('NK.01'),
  ],
  complaintChannels: [...COMMON_COMPLAINT_CHANNELS, ...SOCIAL_MEDIA],
}
