import {
  ANY_SENDER,
  COMMON_COMPLAINT_CHANNELS,
  completenessRequest,
  FREE_OF_CHARGE,
  LEGAL_BASIS,
  letterChannels,
  MAILBOXES,
  OFFICE_ADDRESS,
  reachedAt,
  SOCIAL_MEDIA,
} from './published.js'
import { SERVICE_LABEL } from './service.js'
import type { IdentityDemands, Standard } from './standard.js'

/** Persyaratan 1 and 2: the applicant is a government agency, represented by an official. */
const official: IdentityDemands = {
  required: ['name', 'position', 'agency'],
  atLeastOneOf: [],
  optional: ['contact', 'email', 'address', 'nip', 'unit'],
  clause: 'Persyaratan 1, 2',
}

/** Not meant for private senders; what they send is registered with what there is and answered by surat jawaban. */
const outsider: IdentityDemands = {
  required: ['name'],
  atLeastOneOf: [['address', 'contact', 'email']],
  optional: ['nik', 'nip', 'position', 'unit', 'agency'],
  clause: 'Persyaratan 2',
}

/** Standar Pelayanan Pengawasan dan Seleksi Jabatan Pimpinan Tinggi. */
export const JPT: Standard = {
  service: 'JPT',
  name: SERVICE_LABEL.JPT,
  legalBasis: LEGAL_BASIS,
  unitCodes: ['POKJA_JPT_1', 'POKJA_JPT_2'],
  senderKinds: ['agency'],

  channels: [
    ...letterChannels('Persyaratan 1, 2'),
    reachedAt('email', MAILBOXES.join('; '), 'Persyaratan 2'),
    reachedAt('sijapti', 'http://sijapti.kasn.go.id', 'Persyaratan 3'),
    { channel: 'walk_in', address: OFFICE_ADDRESS, clause: 'Persyaratan 1' },
  ],

  requirements: [
    {
      code: 'jpt.agency_letter',
      text: { id: 'Surat permohonan dari instansi pemerintah', en: 'Letter of request from the government agency' },
      clause: 'Persyaratan 1a',
      channels: ['counter', 'walk_in'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
    {
      code: 'jpt.identity_shown',
      text: {
        id: 'Kartu Tanda Penduduk atau kartu identitas lainnya yang berlaku ditunjukkan kepada petugas',
        en: 'A valid identity card or other identity document is shown to the officer',
      },
      clause: 'Persyaratan 1b',
      channels: ['counter', 'walk_in'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
    {
      code: 'jpt.control_form',
      text: { id: 'Formulir Kendali yang disediakan KASN telah diisi', en: 'The control form of the commission is filled in' },
      clause: 'Persyaratan 1c',
      channels: ['counter', 'walk_in'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
    {
      code: 'jpt.addressed_letter',
      text: {
        id: 'Surat permohonan instansi pemerintah yang ditujukan kepada Ketua Komisi Aparatur Sipil Negara',
        en: 'Letter of request of the government agency addressed to the Chair of the commission',
      },
      clause: 'Persyaratan 2',
      channels: ['post', 'email', 'sijapti'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
    {
      code: 'jpt.stage_documents',
      text: {
        id: 'Berkas tahapan seleksi yang dimohonkan (antara lain rencana seleksi, keputusan dan komposisi panitia seleksi, jadwal, persyaratan jabatan, atau laporan hasil tahapan) diterima secara lengkap',
        en: 'The papers of the selection stage concerned (plan, decree and composition of the panel, schedule, job requirements, or the report of the stage) are complete',
      },
      clause: 'Waktu Penyelesaian',
      channels: ['counter', 'post', 'email', 'sijapti', 'walk_in'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
    {
      code: 'jpt.sijapti_entry',
      text: {
        id: 'Permohonan diajukan melalui portal Sistem Informasi Jabatan Pimpinan Tinggi (SIJAPTI)',
        en: 'The request is entered in the senior-posts portal (SIJAPTI)',
      },
      clause: 'Persyaratan 3',
      channels: ['sijapti'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
    {
      code: 'jpt.sijapti_entry_later',
      text: {
        id: 'Permohonan yang sama diajukan melalui portal SIJAPTI (wajib bagi instansi pemerintah; berkas tetap diterima dan instansi diberi tahu)',
        en: 'The same request is entered in SIJAPTI (an obligation of the agency; the file is accepted and the agency is told)',
      },
      clause: 'Persyaratan 3',
      channels: ['counter', 'post', 'email', 'walk_in'],
      appliesTo: ANY_SENDER,
      mandatory: false,
    },
  ],

  identity: {
    individual: outsider,
    legal_body: outsider,
    community_group: outsider,
    agency: official,
    asn: official,
  },
  reportedPersons: null,

  procedures: [
    {
      code: 'jpt.stages',
      title: { id: 'Tahapan pengisian Jabatan Pimpinan Tinggi', en: 'Stages of filling a senior post' },
      channels: ['counter', 'post', 'email', 'sijapti', 'walk_in'],
      steps: [
        {
          id: 'Perencanaan: penentuan JPT yang akan diisi, penentuan panitia seleksi, penyusunan dan penetapan jadwal tahapan pengisian JPT, penentuan metode seleksi dan penyusunan materi seleksi, dan penentuan sistem yang digunakan pada setiap tahapan.',
          en: 'Planning: the posts, the panel, the schedule, the methods and materials, and the system used at each stage.',
        },
        {
          id: 'Pengumuman lowongan, dengan kualifikasi dan standar kompetensi jabatan yang lowong.',
          en: 'Vacancy announcement, with qualification and competency standard of the post.',
        },
        {
          id: 'Pelamaran: pelamaran oleh PNS harus direkomendasikan oleh PPK instansinya; panitia seleksi dapat mengundang PNS yang memenuhi syarat dengan tetap mendapatkan rekomendasi PPK instansinya.',
          en: 'Applications: each needs the recommendation of the appointing authority of the home agency; the panel may invite qualified civil servants on the same condition.',
        },
        {
          id: 'Seleksi sesuai dengan perencanaan pengisian JPT; penyusunan dan penetapan jadwal tahapan dilakukan sesuai kebutuhan organisasi.',
          en: 'Selection as planned; stages and schedule follow the needs of the organisation.',
        },
        {
          id: 'Pengumuman hasil setiap tahapan, yang memuat nilai peserta berdasarkan peringkat dan peserta yang berhak mengikuti tahapan selanjutnya. Pada tahapan akhir, panitia seleksi memilih 3 (tiga) orang peserta dengan nilai terbaik untuk setiap jabatan yang lowong.',
          en: 'Announcement of results of every stage: ranked scores and who proceeds. At the end the panel chooses the 3 (three) best for each vacant post.',
        },
        {
          id: 'Penetapan dan pelantikan: untuk pimpinan tinggi pratama di instansi pusat, PPK memilih 1 (satu) dari 3 (tiga) nama yang disampaikan panitia seleksi melalui PyB; untuk pimpinan tinggi madya dan utama, Presiden memilih 1 (satu) dari 3 (tiga) nama dengan memperhatikan pertimbangan PPK, Menteri yang mengoordinasikan, atau Menteri.',
          en: 'Appointment: for pratama posts of a central agency the PPK chooses 1 (one) of the 3 (three); for madya and utama posts the President does, with regard to the considerations of the PPK or the minister concerned.',
        },
      ],
      clause: 'Sistem, Mekanisme dan Prosedur',
    },
  ],

  completionTime: { id: '5 Hari', en: '5 days' },
  promises: [
    {
      code: 'jpt.answer',
      channels: ['counter', 'post', 'email', 'sijapti', 'walk_in'],
      text: {
        id: 'Maksimal 5 (lima) hari kerja setelah surat permohonan diterima secara lengkap, baik diserahkan secara langsung dan/atau melalui aplikasi SIJAPTI (kecuali daerah Terdepan, Terpencil, dan Tertinggal)',
        en: 'At most 5 (five) working days after the request was received complete, handed in directly and/or through SIJAPTI (except frontier, remote and underdeveloped regions)',
      },
      clause: 'Waktu Penyelesaian',
    },
  ],
  serviceHours: [],
  cost: FREE_OF_CHARGE,

  output: {
    id: 'Informasi berupa Surat Rekomendasi, Surat Tanggapan, dan Surat Jawaban',
    en: 'Information as letter of recommendation, letter of response and letter of answer',
  },
  products: [
    {
      letterKind: 'recommendation',
      name: { id: 'Surat Rekomendasi', en: 'Letter of recommendation' },
      closesCase: true,
      archiveCode: 'JP.01',
      clause: 'Produk Pelayanan 1',
    },
    {
      letterKind: 'answer',
      name: { id: 'Surat Tanggapan', en: 'Letter of response' },
      closesCase: true,
      archiveCode: 'JP.01',
      clause: 'Produk Pelayanan 1',
    },
    {
      letterKind: 'notice',
      name: { id: 'Surat Jawaban Permohonan Belum Dapat Diproses', en: 'Answer that the request cannot be processed' },
      closesCase: true,
      archiveCode: 'JP.01',
      clause: 'Produk Pelayanan 1',
    },
    completenessRequest('JP.01'),
  ],
  complaintChannels: [...COMMON_COMPLAINT_CHANNELS, ...SOCIAL_MEDIA],
}
