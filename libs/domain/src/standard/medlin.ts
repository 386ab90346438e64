import {
  ANY_SENDER,
  COMMON_COMPLAINT_CHANNELS,
  completenessRequest,
  FREE_OF_CHARGE,
  HEALTH_PROTOCOL,
  LEGAL_BASIS,
  letterChannels,
  MEDLIN_COMPLAINT_CHANNELS,
  OFFICE_ADDRESS,
  ORGANISATIONS,
  reachedAt,
} from './published.js'
import { SERVICE_LABEL } from './service.js'
import type { IdentityDemands, Standard } from './standard.js'

/** Persyaratan 1a names the same three things for everyone: name, contact, e-mail. */
const applicant: IdentityDemands = {
  required: ['name', 'contact', 'email'],
  atLeastOneOf: [],
  optional: ['address', 'nik', 'nip', 'position', 'unit', 'agency'],
  clause: 'Persyaratan 1a',
}

/** Standar Pelayanan Konsultasi Mediasi dan Perlindungan. */
export const MEDLIN: Standard = {
  service: 'MEDLIN',
  name: SERVICE_LABEL.MEDLIN,
  legalBasis: LEGAL_BASIS,
  unitCodes: ['POKJA_JPT_1', 'POKJA_JPT_2'],
  senderKinds: ANY_SENDER,

  channels: [
    ...letterChannels('Persyaratan 1'),
    reachedAt('medlin', 'https://medlin.kasn.go.id/', 'Persyaratan 1'),
    { channel: 'walk_in', address: OFFICE_ADDRESS, clause: 'Persyaratan 2' },
    {
      channel: 'virtual',
      address: { id: 'Tautan/barcode Zoom Meeting pada https://medlin.kasn.go.id/', en: 'Zoom link/barcode at https://medlin.kasn.go.id/' },
      clause: 'Persyaratan 2',
    },
  ],

  requirements: [
    {
      code: 'medlin.request_letter',
      text: {
        id: 'Surat permohonan tertulis yang ditujukan kepada Ketua Komisi Aparatur Sipil Negara, atau permohonan melalui barcode pada website Medlin',
        en: 'Written request addressed to the Chair of the commission, or a request through the barcode on the Medlin website',
      },
      clause: 'Persyaratan 1',
      channels: ['counter', 'post', 'medlin'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
    {
      code: 'medlin.identity',
      text: {
        id: 'Identitas pemohon: nama perseorangan/institusi/lembaga swadaya masyarakat/organisasi masyarakat/partai politik/badan publik lainnya, kontak yang dapat dihubungi, dan alamat e-mail',
        en: 'Identity of the applicant: name of the person, institution, NGO, community organisation, political party or other public body, a contact and an e-mail address',
      },
      clause: 'Persyaratan 1a',
      channels: ['counter', 'post', 'medlin'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
    {
      code: 'medlin.purpose',
      text: {
        id: 'Maksud dan tujuan permohonan konsultasi mediasi dan perlindungan',
        en: 'Purpose of the request for mediation and protection',
      },
      clause: 'Persyaratan 1b',
      channels: ['counter', 'post', 'medlin'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
    {
      code: 'medlin.identity_copy',
      text: {
        id: 'Fotokopi kartu tanda penduduk/paspor/kartu identitas lainnya yang berlaku',
        en: 'Copy of a valid identity card, passport or other identity document',
      },
      clause: 'Persyaratan 1c',
      channels: ['counter', 'post', 'medlin'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
    {
      code: 'medlin.letter_of_head',
      text: {
        id: 'Surat permohonan diri dari pimpinan institusi/lembaga swadaya masyarakat/organisasi masyarakat/partai politik/badan publik lainnya',
        en: 'Letter of request from the head of the institution, NGO, community organisation, political party or other public body',
      },
      clause: 'Persyaratan 2a',
      channels: ['walk_in', 'virtual'],
      appliesTo: ORGANISATIONS,
      mandatory: true,
    },
    {
      code: 'medlin.identity_shown',
      text: {
        id: 'Kartu tanda penduduk/paspor/kartu identitas lainnya yang berlaku ditunjukkan kepada petugas',
        en: 'A valid identity card, passport or other identity document is shown to the officer',
      },
      clause: 'Persyaratan 2b',
      channels: ['walk_in', 'virtual'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
  ],

  identity: {
    individual: applicant,
    legal_body: applicant,
    community_group: applicant,
    agency: applicant,
    asn: applicant,
  },
  reportedPersons: null,

  procedures: [
    {
      code: 'medlin.written',
      title: { id: 'Melalui permohonan tertulis', en: 'By written request' },
      channels: ['counter', 'post', 'medlin'],
      steps: [
        {
          id: 'Pengguna layanan menyampaikan surat permohonan resmi ditujukan kepada KASN.',
          en: 'The applicant sends an official letter of request to the commission.',
        },
        { id: 'KASN menerima surat permohonan pelayanan konsultasi.', en: 'The commission receives the request for consultation.' },
        {
          id: 'Dilakukan analisis terhadap permohonan pelayanan konsultasi mediasi dan perlindungan.',
          en: 'The request for mediation and protection is analysed.',
        },
        {
          id: 'Jika kategori pelayanan sesuai, dilakukan konsultasi mediasi dan perlindungan.',
          en: 'If the category fits, the consultation takes place.',
        },
        {
          id: 'Jika kategori pelayanan tidak sesuai, pengguna layanan menerima surat penolakan.',
          en: 'If the category does not fit, the applicant receives a letter of refusal.',
        },
      ],
      clause: 'Sistem, Mekanisme dan Prosedur 1',
    },
    {
      code: 'medlin.visit',
      title: { id: 'Hadir langsung atau virtual melalui tautan/barcode Zoom Meeting', en: 'In person, or virtually by Zoom link/barcode' },
      channels: ['walk_in', 'virtual'],
      steps: [
        {
          id: 'Pengguna layanan datang ke kantor dengan membawa kelengkapan persyaratan dan menyampaikan permohonan kepada petugas front office di lobi, atau hadir secara virtual.',
          en: 'The visitor comes with the required papers and tells the front office in the lobby, or joins virtually.',
        },
        {
          id: 'Pokja yang bersangkutan mendisposisikan atau menugaskan pejabat/pegawai.',
          en: 'The working group concerned assigns an officer.',
        },
        {
          id: 'Pengguna layanan mengisi daftar tamu dan menunggu hasil disposisi kepada unit kerja yang akan memberikan pelayanan (tidak berlaku bagi konsultasi virtual).',
          en: 'The visitor signs the guest book and waits for the disposition to the serving unit (not for virtual meetings).',
        },
        {
          id: 'Pengguna layanan menerima konfirmasi pemberian layanan dari unit kerja melalui petugas front office (tidak berlaku bagi konsultasi virtual).',
          en: 'The visitor receives the confirmation of the unit through the front office (not for virtual meetings).',
        },
        {
          id: `Apabila permohonan diterima, pengguna layanan diarahkan ke ruang tunggu untuk dipertemukan dengan petugas yang memberikan layanan konsultasi (tidak berlaku bagi konsultasi virtual). ${HEALTH_PROTOCOL.id}`,
          en: `Once accepted, the visitor is shown to the waiting room to meet the officer (not for virtual meetings). ${HEALTH_PROTOCOL.en}`,
        },
        {
          id: 'Pengguna layanan menerima layanan audiensi mediasi dan perlindungan oleh petugas/pegawai yang ditugaskan.',
          en: 'The visitor is heard by the assigned officer.',
        },
      ],
      clause: 'Sistem, Mekanisme dan Prosedur 2',
    },
  ],

  completionTime: { id: '2 Hari', en: '2 days' },
  promises: [
    {
      code: 'medlin.answer',
      channels: ['counter', 'post', 'medlin'],
      text: {
        id: 'Maksimal 2 (dua) hari sejak surat permohonan diterima oleh Kelompok Kerja Pengisian Jabatan Pimpinan Tinggi',
        en: 'At most 2 (two) days after the working group received the request',
      },
      clause: 'Waktu Penyelesaian 1',
    },
    {
      code: 'medlin.walk_in',
      channels: ['walk_in'],
      text: {
        id: 'Maksimal 1 (satu) jam sejak permintaan dikonfirmasi oleh unit kerja terkait atau dikondisikan dengan kegiatan yang sedang berlangsung di unit kerja tersebut',
        en: 'At most 1 (one) hour after the unit confirmed the request, or as the running activity of the unit allows',
      },
      clause: 'Waktu Penyelesaian 2',
    },
    {
      code: 'medlin.virtual',
      channels: ['virtual'],
      text: {
        id: 'Dapat langsung pada saat jam kerja atau dikondisikan dengan kegiatan yang sedang berlangsung di unit kerja tersebut',
        en: 'At once during working hours, or as the running activity of the unit allows',
      },
      clause: 'Waktu Penyelesaian 3',
    },
  ],
  serviceHours: [],
  cost: FREE_OF_CHARGE,

  output: {
    id: 'Informasi yang diperlukan terkait bidang mediasi dan perlindungan baik secara lisan maupun tertulis, antara lain konsultasi, saran, masukan, pertimbangan, solusi, dan rekomendasi terhadap permasalahan yang dikonsultasikan',
    en: 'Information on mediation and protection, oral or written: consultation, advice, input, consideration, solution and recommendation on the matter raised',
  },
  products: [
    {
      letterKind: 'answer',
      name: { id: 'Surat Jawaban Pelayanan Konsultasi Mediasi dan Perlindungan', en: 'Answer on mediation and protection' },
      closesCase: true,
      archiveCode: 'JP.01',
      clause: 'Waktu Penyelesaian 1',
    },
    {
      letterKind: 'notice',
      name: { id: 'Surat Penolakan', en: 'Letter of refusal' },
      closesCase: true,
      archiveCode: 'JP.01',
      clause: 'Sistem, Mekanisme dan Prosedur 1.5',
    },
    {
      letterKind: 'schedule',
      name: { id: 'Surat Jadwal Konsultasi Mediasi dan Perlindungan', en: 'Schedule of the mediation consultation' },
      closesCase: false,
      archiveCode: 'JP.01',
      clause: 'Sistem, Mekanisme dan Prosedur 1.4',
    },
    completenessRequest('JP.01'),
  ],
  complaintChannels: [...COMMON_COMPLAINT_CHANNELS, ...MEDLIN_COMPLAINT_CHANNELS],
}
