import {
  ANY_SENDER,
  COMMON_COMPLAINT_CHANNELS,
  completenessRequest,
  FREE_OF_CHARGE,
  HEALTH_PROTOCOL,
  LEGAL_BASIS,
  letterChannels,
  OFFICE_ADDRESS,
  SOCIAL_MEDIA,
} from './published.js'
import { SERVICE_LABEL, type SenderKind } from './service.js'
import type { IdentityDemands, Standard } from './standard.js'

/** Persyaratan 1: name, NIK and address; telephone and e-mail where there are any. */
const applicant: IdentityDemands = {
  required: ['name', 'nik', 'address'],
  atLeastOneOf: [],
  optional: ['contact', 'email', 'position', 'unit', 'agency'],
  clause: 'Persyaratan 1',
}

/** Persyaratan 2: a civil servant adds NIP, position, unit and home agency. */
const civilServant: IdentityDemands = {
  required: ['name', 'nik', 'address', 'nip', 'position', 'unit', 'agency'],
  atLeastOneOf: [],
  optional: ['contact', 'email'],
  clause: 'Persyaratan 1, 2',
}

/** Whoever consults on behalf of a government agency does so as its civil servant. */
const CIVIL_SERVANTS = ['asn', 'agency'] as const satisfies readonly SenderKind[]

/** Standar Pelayanan Konsultasi Nilai Dasar, Kode Etik, Kode Perilaku, dan Netralitas Aparatur Sipil Negara. */
export const KODE_ETIK: Standard = {
  service: 'KODE_ETIK',
  name: SERVICE_LABEL.KODE_ETIK,
  legalBasis: LEGAL_BASIS,
  unitCodes: ['POKJA_NKK'],
  senderKinds: ANY_SENDER,

  channels: [
    ...letterChannels('Sistem, Mekanisme dan Prosedur 1'),
    { channel: 'walk_in', address: OFFICE_ADDRESS, clause: 'Sistem, Mekanisme dan Prosedur 2' },
  ],

  requirements: [
    {
      code: 'kode_etik.identity',
      text: {
        id: 'Identitas pengguna layanan: nama lengkap, NIK, dan alamat lengkap',
        en: 'Identity of the applicant: full name, citizen number (NIK) and postal address',
      },
      clause: 'Persyaratan 1',
      channels: ['counter', 'post', 'walk_in'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
    {
      code: 'kode_etik.contact',
      text: {
        id: 'Nomor telepon dan alamat e-mail yang dapat dihubungi (jika ada)',
        en: 'Telephone number and e-mail address (where available)',
      },
      clause: 'Persyaratan 1',
      channels: ['counter', 'post', 'walk_in'],
      appliesTo: ANY_SENDER,
      mandatory: false,
    },
    {
      code: 'kode_etik.asn_identity',
      text: {
        id: 'Bagi ASN: Nomor Identitas Pegawai (NIP), jabatan, unit kerja, dan instansi asal',
        en: 'For civil servants: employee number (NIP), position, work unit and home agency',
      },
      clause: 'Persyaratan 2',
      channels: ['counter', 'post', 'walk_in'],
      appliesTo: CIVIL_SERVANTS,
      mandatory: true,
    },
    {
      code: 'kode_etik.assignment_letter',
      text: { id: 'Bagi ASN: surat tugas', en: 'For civil servants: letter of assignment (surat tugas)' },
      clause: 'Persyaratan 2',
      channels: ['counter', 'post', 'walk_in'],
      appliesTo: CIVIL_SERVANTS,
      mandatory: true,
    },
    {
      code: 'kode_etik.substance',
      text: {
        id: 'Uraian materi konsultasi perihal substansi dan permasalahan terkait nilai dasar, kode etik, dan kode perilaku ASN',
        en: 'Description of the matter concerning basic values, code of ethics and code of conduct',
      },
      clause: 'Persyaratan 3',
      channels: ['counter', 'post', 'walk_in'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
    {
      code: 'kode_etik.meeting_date',
      text: { id: 'Tanggal pertemuan konsultasi', en: 'Date wished for the consultation' },
      clause: 'Persyaratan 4',
      channels: ['counter', 'post', 'walk_in'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
  ],

  identity: {
    individual: applicant,
    legal_body: applicant,
    community_group: applicant,
    agency: civilServant,
    asn: civilServant,
  },
  reportedPersons: null,

  procedures: [
    {
      code: 'kode_etik.written',
      title: { id: 'Konsultasi dengan usulan melalui surat', en: 'Consultation proposed by letter' },
      channels: ['counter', 'post'],
      steps: [
        {
          id: 'Pengguna layanan menyampaikan surat permohonan konsultasi ditujukan kepada Ketua Komisi Aparatur Sipil Negara.',
          en: 'The applicant sends a request addressed to the Chair of the commission.',
        },
        {
          id: 'Pengguna layanan menerima tanda terima dari petugas yang menunjukkan bahwa surat permohonan konsultasi telah diterima.',
          en: 'The applicant receives a receipt for the request.',
        },
        {
          id: 'Pengguna layanan menunggu hasil disposisi pimpinan terkait pegawai yang memberikan pelayanan. Dilakukan analisis guna memastikan apakah konsultasi dapat dilakukan atau tidak, dan apabila dapat, apakah secara tatap muka langsung atau daring.',
          en: 'The leadership assigns an officer. The analysis decides whether the consultation can be held, and whether face to face or online.',
        },
        {
          id: 'Pengguna layanan menerima surat jawaban melalui e-mail maupun media lainnya. Apabila permohonan disetujui, surat jawaban disertai jadwal pelaksanaan konsultasi dan contact person pegawai yang akan melayani.',
          en: 'The applicant receives an answer by e-mail or otherwise. When approved it carries the schedule and the contact person.',
        },
        {
          id: `Konsultasi tatap muka: pengguna layanan datang sesuai jadwal, menyampaikan maksudnya kepada petugas front office, lalu dipertemukan dengan pegawai yang memberikan layanan konsultasi. ${HEALTH_PROTOCOL.id}`,
          en: `Face to face: the applicant comes at the scheduled time, tells the front office and meets the officer. ${HEALTH_PROTOCOL.en}`,
        },
        {
          id: 'Konsultasi daring: pengguna layanan menerima konsultasi secara daring oleh pegawai yang ditugaskan sesuai dengan jadwal yang telah ditetapkan.',
          en: 'Online: the applicant is consulted online by the assigned officer at the scheduled time.',
        },
      ],
      clause: 'Sistem, Mekanisme dan Prosedur 1',
    },
    {
      code: 'kode_etik.visit',
      title: { id: 'Konsultasi dengan hadir langsung', en: 'Consultation in person' },
      channels: ['walk_in'],
      steps: [
        {
          id: 'Pengguna layanan datang langsung dengan membawa kelengkapan persyaratan dan menyampaikan permohonan konsultasi kepada petugas front office.',
          en: 'The visitor comes with the required papers and tells the front office.',
        },
        {
          id: 'Pengguna layanan mengisi daftar tamu dan menunggu hasil disposisi pimpinan unit terkait pegawai yang memberikan pelayanan.',
          en: 'The visitor signs the guest book and waits for the unit to assign an officer.',
        },
        {
          id: 'Pengguna layanan menerima konfirmasi pemberian layanan konsultasi dari unit kerja melalui petugas front office.',
          en: 'The visitor receives the confirmation of the unit through the front office.',
        },
        {
          id: `Apabila permohonan diterima, pengguna layanan diarahkan untuk dipertemukan dengan pegawai yang memberikan layanan konsultasi. ${HEALTH_PROTOCOL.id}`,
          en: `Once accepted, the visitor is shown to the officer. ${HEALTH_PROTOCOL.en}`,
        },
        {
          id: 'Pengguna layanan menerima konsultasi oleh pegawai yang ditugaskan.',
          en: 'The visitor is consulted by the assigned officer.',
        },
      ],
      clause: 'Sistem, Mekanisme dan Prosedur 2',
    },
  ],

  completionTime: { id: '1 Hari kerja', en: '1 working day' },
  promises: [
    {
      code: 'kode_etik.answer',
      channels: ['counter', 'post', 'walk_in'],
      text: {
        id: '1 (satu) hari kerja sejak permohonan diterima, dalam jam layanan',
        en: '1 (one) working day after receipt, within service hours',
      },
      clause: 'Waktu Penyelesaian',
    },
  ],
  serviceHours: [
    {
      id: 'Senin s.d. Kamis: 09.00 s.d. 15.00 WIB (istirahat 12.00 s.d. 13.00 WIB)',
      en: 'Monday to Thursday: 09.00-15.00 WIB (break 12.00-13.00)',
    },
    { id: 'Jumat: 09.00 s.d. 15.30 WIB (istirahat 11.30 s.d. 13.00 WIB)', en: 'Friday: 09.00-15.30 WIB (break 11.30-13.00)' },
  ],
  cost: FREE_OF_CHARGE,

  output: {
    id: 'Layanan konsultasi terkait nilai dasar, kode etik, dan kode perilaku ASN',
    en: 'Consultation on basic values, code of ethics and code of conduct',
  },
  products: [
    {
      letterKind: 'answer',
      name: { id: 'Surat Jawaban Konsultasi', en: 'Answer on the consultation' },
      closesCase: true,
      archiveCode: 'NK.02',
      clause: 'Sistem, Mekanisme dan Prosedur 1.4',
    },
    {
      letterKind: 'schedule',
      name: { id: 'Surat Jawaban dengan Jadwal Konsultasi', en: 'Answer with the schedule of the consultation' },
      closesCase: false,
      archiveCode: 'NK.02',
      clause: 'Sistem, Mekanisme dan Prosedur 1.4',
    },
    {
      letterKind: 'notice',
      name: { id: 'Surat Jawaban Penolakan', en: 'Answer refusing the consultation' },
      closesCase: true,
      archiveCode: 'NK.02',
      clause: 'Sistem, Mekanisme dan Prosedur 1.3, 1.4',
    },
    completenessRequest('NK.02'),
  ],
  complaintChannels: [...COMMON_COMPLAINT_CHANNELS, ...SOCIAL_MEDIA],
}
