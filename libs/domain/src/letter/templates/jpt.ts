import { letterText, line, paragraph, points } from '../compose.js'
import { completenessTemplate, REFERRING, type ServiceTemplates, THANKS, TO_PPK, TO_SENDER } from './template.js'

/** Where the request stands in the portal that agencies must use (Persyaratan 3). */
const PORTAL = paragraph(line`${'sijapti_entry'}`)

/** Letters of Pengawasan dan Seleksi Jabatan Pimpinan Tinggi. */
export const JPT_TEMPLATES: ServiceTemplates = {
  recommendation: {
    subject: 'Rekomendasi Pengisian Jabatan Pimpinan Tinggi',
    addresseeHint: TO_PPK,
    body: letterText(
      REFERRING,
      points(
        line`Dasar hukum: [… ketentuan pengisian Jabatan Pimpinan Tinggi].`,
        line`Berkas permohonan ${'agency_name'} telah kami terima pada tanggal ${'received_date'} dengan nomor agenda ${'agenda_number'}.`,
        line`Hasil verifikasi: [… kelengkapan berkas, panitia seleksi, jadwal, persyaratan, atau nilai peserta].`,
        line`Kesimpulan: [… kesesuaian dengan ketentuan].`,
      ),
      paragraph(line`Berdasarkan hal tersebut, kami merekomendasikan kepada Saudara selaku Pejabat Pembina Kepegawaian untuk:`),
      points(line`[… butir rekomendasi]`),
      PORTAL,
      paragraph(
        line`Pelaksanaan rekomendasi ini agar dilaporkan kepada kami melalui Sistem Informasi Jabatan Pimpinan Tinggi (SIJAPTI). Apabila di kemudian hari terdapat kekeliruan, rekomendasi ini akan diperbaiki sebagaimana mestinya.`,
      ),
      THANKS,
    ),
  },
  answer: {
    subject: 'Tanggapan atas Pengisian Jabatan Pimpinan Tinggi',
    addresseeHint: TO_SENDER,
    body: letterText(
      REFERRING,
      points(
        line`Permohonan Saudara pada pokoknya menyampaikan [… pokok permohonan].`,
        line`Ketentuan yang berkaitan adalah [… dasar hukum].`,
        line`Berdasarkan hasil penelaahan, [… uraian].`,
        line`Sehubungan dengan hal tersebut, [… tanggapan dan langkah selanjutnya].`,
      ),
      PORTAL,
      paragraph(line`Perkembangan setiap tahapan seleksi agar disampaikan melalui Sistem Informasi Jabatan Pimpinan Tinggi (SIJAPTI).`),
      THANKS,
    ),
  },
  notice: {
    subject: 'Jawaban atas Permohonan yang Belum Dapat Diproses',
    addresseeHint: TO_SENDER,
    body: letterText(
      REFERRING,
      points(
        line`Permohonan Saudara telah kami terima pada tanggal ${'received_date'} dengan nomor agenda ${'agenda_number'}.`,
        line`Berdasarkan hasil penelaahan, permohonan dimaksud belum dapat diproses karena [… alasan].`,
        line`[… langkah yang perlu dilakukan instansi]`,
      ),
      PORTAL,
      paragraph(line`Permohonan dapat diajukan kembali melalui Sistem Informasi Jabatan Pimpinan Tinggi (SIJAPTI).`),
      THANKS,
    ),
  },
  completeness_request: completenessTemplate(
    'Jangka waktu penyelesaian 5 (lima) hari kerja dihitung sejak permohonan kami terima secara lengkap.',
    PORTAL,
  ),
}
