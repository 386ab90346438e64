import type { PressLetter, PressLetterhead } from '../src/types.js'
import { bullets, doc, field, heading, item, numbered, p, table, text } from './body.js'

/** A neutral emblem: an open letter in a ring. */
export const EMBLEM_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
<circle cx="48" cy="48" r="45" fill="none" stroke="#123f6b" stroke-width="3"/>
<circle cx="48" cy="48" r="39.500" fill="none" stroke="#c79a2b" stroke-width="1.500"/>
<path d="M22 44 48 25l26 19v26H22z" fill="#123f6b"/>
<path d="M29 41h38v12L48 65 29 53z" fill="#fff"/>
<path d="M36 46h24M36 51h24" stroke="#c79a2b" stroke-width="2.200"/>
<path d="M22 47l26 17 26-17" fill="none" stroke="#fff" stroke-width="2"/></svg>`

export const LETTERHEAD: PressLetterhead = {
  organisation: 'Komisi Aparatur Sipil Negara',
  english: 'Indonesian Civil Service Commission',
  address: 'Jl. Letjen M.T. Haryono Kav. 52-53, Pancoran, Jakarta Selatan 12770',
  contact: 'Telepon (021) 7972098 | Laman www.kasn.example | Surel persuratan@kasn.example',
  emblemSvg: EMBLEM_SVG,
  emblemAlt: 'Lambang Komisi Aparatur Sipil Negara',
}

export const FOOTER = 'Simulasi – bukan tanda tangan elektronik tersertifikasi. Keaslian surat dapat diperiksa melalui kode QR.'

/** A recommendation with everything a body can hold, as the commission would send it. */
export const LETTER: PressLetter = {
  letterhead: LETTERHEAD,
  number: 'B-1895/JP.01/11/2026',
  marking: null,
  copyNumber: null,
  place: 'Jakarta',
  date: '23 November 2026',
  urgency: 'Segera',
  attachments: '-',
  subject: 'Rekomendasi Rencana Seleksi Terbuka Jabatan Pimpinan Tinggi Pratama di Lingkungan Pemerintah Kabupaten Contoh Raya',
  addressee: {
    lines: ['Bupati Contoh Raya'],
    capacity: 'selaku Pejabat Pembina Kepegawaian',
    attention: 'Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
    place: 'Contoh Raya',
  },
  body: doc(
    p('Dengan hormat,'),
    p(
      'Menindaklanjuti surat Saudara Nomor ',
      field('nomor_surat_masuk'),
      ' tanggal ',
      field('tanggal_surat_masuk'),
      ' hal Permohonan Rekomendasi Rencana Seleksi Terbuka Jabatan Pimpinan Tinggi Pratama, dengan ini kami sampaikan hal-hal sebagai berikut:',
    ),
    numbered(
      item(
        p(
          'Berdasarkan Pasal 30 sampai dengan Pasal 32 Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara, kami telah memeriksa kelengkapan dokumen rencana seleksi yang Saudara sampaikan.',
        ),
      ),
      item(
        p(
          'Dari hasil pemeriksaan, susunan panitia seleksi ',
          text('telah memenuhi ketentuan', 'bold'),
          ', dengan catatan agar Saudara melengkapi:',
        ),
        numbered(
          item(p('keputusan penetapan panitia seleksi beserta pakta integritas setiap anggota;')),
          item(
            p('persyaratan jabatan, meliputi:'),
            numbered(
              item(p('kualifikasi pendidikan dan kompetensi teknis; dan')),
              item(p('pengalaman jabatan paling singkat 5 (lima) tahun secara kumulatif;')),
            ),
          ),
          item(p('jadwal tahapan, dengan pengumuman lowongan paling singkat 15 (lima belas) hari kalender.')),
        ),
      ),
      item(p('Jabatan yang akan diisi melalui seleksi terbuka adalah sebagai berikut:')),
    ),
    table(
      ['No.', 'Jabatan', 'Unit Kerja', 'Keterangan'],
      ['1.', 'Kepala Dinas', 'Dinas Pendidikan', 'Kosong sejak 1 Juli 2026'],
      ['2.', 'Kepala Dinas', 'Dinas Kependudukan dan Pencatatan Sipil', 'Pensiun 1 Desember 2026'],
      ['3.', 'Inspektur', 'Inspektorat Daerah', 'Kosong; diisi Plt.'],
    ),
    p(
      'Sehubungan dengan hal tersebut, kami merekomendasikan kepada Saudara selaku Pejabat Pembina Kepegawaian untuk melaksanakan seleksi terbuka sesuai dengan ',
      text('Peraturan Menteri PANRB Nomor 15 Tahun 2019', 'italic'),
      ' dan melaporkan hasil setiap tahapan kepada kami.',
    ),
    p('Demikian disampaikan, atas perhatian dan kerja sama Saudara diucapkan terima kasih.'),
  ),
  fields: { nomor_surat_masuk: '800/1123/BKPSDM/2026', tanggal_surat_masuk: '16 November 2026' },
  unresolved: 'refuse',
  signature: {
    lines: ['Ketua,'],
    name: 'Dr. Raden Wiratama Kusumo, M.Si.',
    rank: null,
    nip: null,
    verification: {
      url: 'https://tanggap.kasn.example/periksa/7f3c9a1e5b2d4c60',
      caption: 'Pindai kode QR ini untuk memeriksa keaslian surat. Simulasi, bukan tanda tangan elektronik tersertifikasi.',
    },
  },
  copies: [
    'Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi;',
    'Menteri Dalam Negeri;',
    'Kepala Badan Kepegawaian Negara; dan',
    'Gubernur Contoh Utara.',
  ],
  initials: [],
  footer: FOOTER,
  draft: false,
  fontSize: 11,
  createdAt: new Date('2026-11-23T03:15:00Z'),
}

/** What Typst, HTML and Markdown would each like to execute. */
export const HOSTILE = '#eval("1+1") $x^2$ [a] *b* _c_ <d> @e \\n `f` // g /* h */ = i #sys.inputs ~ -- "q" \u0027z\u0027'

/** The specimen with a body of hostile characters, headings, bullets and every alignment. */
export const HOSTILE_LETTER: PressLetter = {
  ...LETTER,
  subject: HOSTILE,
  addressee: { lines: [HOSTILE], capacity: HOSTILE, attention: HOSTILE, place: HOSTILE },
  body: doc(
    heading(1, `Judul ${HOSTILE}`),
    p(HOSTILE, { type: 'hardBreak' }, text(HOSTILE, 'bold', 'italic', 'underline'), field('nilai')),
    ...(['left', 'center', 'right', 'justify'] as const).map((textAlign) => ({
      ...p(`${textAlign}: ${HOSTILE}`),
      attrs: { textAlign, indent: 2 },
    })),
    bullets(item(p(HOSTILE), bullets(item(p(HOSTILE)))), item(p('butir kedua'))),
    table(['No.', HOSTILE], ['1.', HOSTILE]),
    p(),
  ),
  fields: { nilai: HOSTILE },
  signature: { ...LETTER.signature, lines: [HOSTILE], name: HOSTILE },
  copies: [HOSTILE],
  footer: HOSTILE,
}
