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

/** Persyaratan a demands name, position, institution and contact of everyone who consults. */
const applicant: IdentityDemands = {
  required: ['name', 'position', 'agency'],
  atLeastOneOf: [['contact', 'email']],
  optional: ['address', 'nik', 'nip', 'unit'],
  clause: 'Persyaratan a',
}

/** Standar Pelayanan Konsultasi Pelanggaran Sistem Merit. */
export const MERIT: Standard = {
  service: 'MERIT',
  name: SERVICE_LABEL.MERIT,
  legalBasis: LEGAL_BASIS,
  unitCodes: ['POKJA_JPT_1', 'POKJA_JPT_2'],
  senderKinds: ANY_SENDER,

  channels: [
    ...letterChannels('Sistem, Mekanisme dan Prosedur, Permohonan Tertulis 1'),
    reachedAt('email', MAILBOXES.join('; '), 'Sistem, Mekanisme dan Prosedur, Permohonan Tertulis 1'),
    { channel: 'walk_in', address: OFFICE_ADDRESS, clause: 'Sistem, Mekanisme dan Prosedur, Tatap Muka 1' },
  ],

  requirements: [
    {
      code: 'merit.identity',
      text: {
        id: 'Identitas pemohon konsultasi: nama, keterangan jabatan, lembaga yang bersangkutan, dan kontak yang dapat dihubungi',
        en: 'Identity of the applicant: name, position, institution concerned and a contact',
      },
      clause: 'Persyaratan a',
      channels: ['counter', 'post', 'email', 'walk_in'],
      appliesTo: ANY_SENDER,
      mandatory: true,
    },
    {
      code: 'merit.substance',
      text: { id: 'Informasi substansi permasalahan konsultasi', en: 'Substance of the matter to be consulted' },
      clause: 'Persyaratan b',
      channels: ['counter', 'post', 'email', 'walk_in'],
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
      code: 'merit.written',
      title: { id: 'Konsultasi melalui permohonan tertulis', en: 'Consultation by written request' },
      channels: ['counter', 'post', 'email'],
      steps: [
        {
          id: 'Pengguna layanan menyampaikan permohonan konsultasi secara tertulis dan mengirimkannya ke alamat Kantor KASN atau melalui e-mail.',
          en: 'The applicant sends a written request to the office or by e-mail.',
        },
        {
          id: 'Laporan konsultasi diproses oleh Sekretariat KASN dan dilakukan disposisi secara berjenjang.',
          en: 'The secretariat processes it and it is disposed tier by tier.',
        },
        {
          id: 'Laporan konsultasi diterima oleh Asisten KASN; apabila tidak dapat diproses, pengguna layanan menerima konfirmasi.',
          en: 'An assistant receives it; when it cannot be processed the applicant receives a confirmation saying so.',
        },
        {
          id: 'Apabila dapat diproses, dilakukan analisis permasalahan dan penyusunan konsep Surat Tanggapan atas Konsultasi.',
          en: 'When it can be processed, the matter is analysed and the answer is drafted.',
        },
        { id: 'Konsep Surat Tanggapan ditinjau secara berjenjang.', en: 'The draft is reviewed tier by tier.' },
        { id: 'Pimpinan KASN menyetujui laporan.', en: 'The leadership approves.' },
        { id: 'Surat Tanggapan atas Konsultasi diterbitkan.', en: 'The answer is issued.' },
        { id: 'Surat Tanggapan atas Konsultasi disampaikan kepada pemohon layanan.', en: 'The answer is delivered to the applicant.' },
      ],
      clause: 'Sistem, Mekanisme dan Prosedur, Permohonan Tertulis',
    },
    {
      code: 'merit.face_to_face',
      title: { id: 'Konsultasi secara tatap muka', en: 'Consultation face to face' },
      channels: ['walk_in'],
      steps: [
        { id: 'Pengguna layanan konsultasi datang ke Kantor KASN.', en: 'The visitor comes to the office.' },
        { id: 'Pengguna layanan melakukan registrasi tamu di bagian resepsionis.', en: 'The visitor registers at the reception.' },
        {
          id: 'Waktu pertemuan dikoordinasikan dengan bidang terkait.',
          en: 'The time of the meeting is arranged with the unit concerned.',
        },
        {
          id: 'Konsultasi dilaksanakan secara tatap muka dengan Pelaksana atau Asisten KASN.',
          en: 'The consultation is held with an officer or an assistant.',
        },
      ],
      clause: 'Sistem, Mekanisme dan Prosedur, Tatap Muka',
    },
  ],

  completionTime: { id: '1 Minggu', en: '1 week' },
  promises: [
    {
      code: 'merit.answer',
      channels: ['counter', 'post', 'email'],
      text: {
        id: '1 (satu) minggu sejak konfirmasi permohonan konsultasi telah diproses',
        en: '1 (one) week after the applicant was told that the request is being processed',
      },
      clause: 'Waktu Penyelesaian, Surat',
    },
    {
      code: 'merit.face_to_face',
      channels: ['walk_in'],
      text: { id: 'Dalam 1 (satu) hari saat kedatangan', en: 'Within 1 (one) day of arrival' },
      clause: 'Waktu Penyelesaian, Tatap Muka',
    },
  ],
  serviceHours: [],
  cost: FREE_OF_CHARGE,

  output: { id: 'Surat Tanggapan atas Konsultasi', en: 'Letter answering the consultation' },
  products: [
    {
      letterKind: 'answer',
      name: { id: 'Surat Tanggapan atas Konsultasi', en: 'Letter answering the consultation' },
      closesCase: true,
      archiveCode: 'JP.01',
      clause: 'Produk Pelayanan 1',
    },
    {
      letterKind: 'notice',
      name: { id: 'Surat Konfirmasi Tidak Dapat Diproses', en: 'Confirmation that the request cannot be processed' },
      closesCase: true,
      archiveCode: 'JP.01',
      clause: 'Sistem, Mekanisme dan Prosedur, Permohonan Tertulis 3',
    },
    {
      letterKind: 'confirmation',
      name: { id: 'Surat Konfirmasi Permohonan Diproses', en: 'Confirmation that the request is being processed' },
      closesCase: false,
      archiveCode: 'JP.01',
      clause: 'Waktu Penyelesaian, Surat',
    },
    completenessRequest('JP.01'),
  ],
  complaintChannels: [...COMMON_COMPLAINT_CHANNELS, ...SOCIAL_MEDIA],
}
