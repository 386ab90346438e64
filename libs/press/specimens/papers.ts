import type { PressDispositionBranch, PressDispositionSheet, PressReceipt } from '../src/types.js'
import { LETTERHEAD } from './letter.js'

/** A receipt for a letter brought by hand, one requirement missing. */
export const RECEIPT: PressReceipt = {
  letterhead: LETTERHEAD,
  agendaNumber: '1.204/2026',
  receivedAt: 'Senin, 23 November 2026 pukul 09.12 WIB',
  channel: 'Surat (diantar langsung)',
  sender: 'Badan Pengawas Pemilihan Umum Kabupaten Contoh Raya',
  letterNumber: '045/PM.05/K.CR/11/2026',
  letterDate: '20 November 2026',
  subject: 'Penerusan Dugaan Pelanggaran Netralitas ASN pada Pemilihan Bupati Contoh Raya',
  service: 'Pengaduan Netralitas ASN serta Nilai Dasar, Kode Etik, dan Kode Perilaku',
  promise: 'Tindak lanjut dimulai dalam 3 hari dan diselesaikan dalam 14 hari kerja sejak diterima',
  requirements: [
    { text: 'Surat pengaduan ditandatangani dan dibubuhi stempel', state: 'met' },
    { text: 'Identitas pelapor', state: 'met' },
    { text: 'Nama, instansi, jabatan, dan NIP terlapor', state: 'met' },
    { text: 'Bukti pendukung (foto, tangkapan layar, atau rekaman)', state: 'met' },
    { text: 'Formulir kendali pengawasan', state: 'missing' },
    { text: 'Surat tugas dari instansi', state: 'not_applicable' },
  ],
  missingNote: 'Mohon melengkapi berkas di atas melalui loket atau surel persuratan@kasn.example dengan menyebutkan nomor agenda.',
  receivedBy: { name: 'Ratri Anindhita Puspa', position: 'Petugas Loket Sekretariat' },
  placeAndDate: 'Jakarta, 23 November 2026',
  status: {
    url: 'https://tanggap.kasn.example/status/1204-2026-k7pq',
    caption: 'Pindai untuk melihat status permohonan Saudara.',
  },
  footer: 'Layanan ini tidak dipungut biaya. Simpan tanda terima ini sebagai bukti penyerahan.',
  createdAt: new Date('2026-11-23T02:12:00Z'),
}

/** The instructions of the printed sheet, in its order. */
export const INSTRUCTIONS = [
  'Untuk ditindaklanjuti',
  'Tindak lanjuti segera',
  'Untuk diketahui',
  'Telaah dan saran',
  'Tanggapan dan saran',
  'Proses lebih lanjut',
  'Koordinasikan/konfirmasikan',
  'Pelajari dan laporkan',
  'Pelajari dan siapkan konsep balasan',
  'Siapkan konsep jawaban',
  'Siapkan bahan',
  'Hadiri/wakili',
  'Bicarakan dengan saya',
  'Selesaikan sesuai ketentuan',
  'Laporkan hasilnya',
  'Arsipkan',
]

const branch = (part: Partial<PressDispositionBranch>): PressDispositionBranch => ({
  recipient: { name: 'Hapsari Dewi Mahardika', position: 'Ketua Pokja Nilai Dasar, Kode Etik, Kode Perilaku, dan Netralitas' },
  copies: [],
  instructions: ['Tindak lanjuti segera', 'Laporkan hasilnya'],
  note: null,
  due: null,
  giver: { name: 'Dr. Raden Wiratama Kusumo, M.Si.', position: 'Ketua' },
  givenAt: '23 November 2026 pukul 10.42 WIB',
  state: 'Dibaca',
  outcome: null,
  children: [],
  ...part,
})

/** A sheet with a tree of four branches on three levels. */
export const SHEET: PressDispositionSheet = {
  letterhead: LETTERHEAD,
  marking: 'RAHASIA',
  from: RECEIPT.sender,
  letterNumber: RECEIPT.letterNumber,
  letterDate: RECEIPT.letterDate,
  receivedOn: '23 November 2026',
  agendaNumber: RECEIPT.agendaNumber,
  urgency: 'Segera',
  subject: RECEIPT.subject,
  instructions: INSTRUCTIONS,
  branches: [
    branch({
      copies: ['Wakil Ketua', 'Komisioner Pengawasan Bidang Netralitas'],
      note: 'Perhatikan tahapan pemilihan. Mohon laporan perkembangan setiap pekan.',
      due: '26 November 2026',
      state: 'Dikerjakan',
      children: [
        branch({
          recipient: { name: 'Bagas Prasetya Nugraha', position: 'Asisten KASN' },
          instructions: ['Telaah dan saran', 'Pelajari dan siapkan konsep balasan', 'Hubungi Bawaslu setempat'],
          note: 'Pastikan terlapor berstatus ASN aktif.',
          due: '25 November 2026',
          giver: { name: 'Hapsari Dewi Mahardika', position: 'Ketua Pokja NKK' },
          givenAt: '23 November 2026 pukul 13.05 WIB',
          state: 'Selesai',
          outcome: { label: 'Hasil', text: 'Telaah disampaikan; konsep surat rekomendasi telah diajukan untuk ditinjau.' },
          children: [
            branch({
              recipient: { name: 'Laras Kinanti Wening', position: 'Analis Kebijakan' },
              instructions: ['Siapkan bahan'],
              giver: { name: 'Bagas Prasetya Nugraha', position: 'Asisten KASN' },
              givenAt: '24 November 2026 pukul 08.30 WIB',
              state: 'Belum dibaca',
            }),
          ],
        }),
      ],
    }),
    branch({
      recipient: { name: 'Surya Adhinata', position: 'Kepala Sekretariat' },
      instructions: ['Untuk diketahui', 'Arsipkan'],
      state: 'Belum dibaca',
    }),
  ],
  footer: 'Dicetak dari Tanggap pada 24 November 2026 pukul 09.00 WIB. Lembar disposisi merupakan satu kesatuan dengan surat.',
  createdAt: new Date('2026-11-24T02:00:00Z'),
}
