import { letterText, line, paragraph, points } from '../compose.js'
import { completenessTemplate, type ServiceTemplates, THANKS, TO_COMPLAINANT, TO_PPK } from './template.js'

/** A complaint may have come through a portal, so the opening speaks of a complaint, not of a letter. */
const REFERRING_TO_COMPLAINT = paragraph(
  line`Dengan hormat, sehubungan dengan ${'incoming_reference'}, dengan ini kami sampaikan hal-hal sebagai berikut:`,
)

/** Letters of Pengaduan Netralitas. */
export const NETRALITAS_TEMPLATES: ServiceTemplates = {
  recommendation: {
    subject: 'Rekomendasi atas Dugaan Pelanggaran Netralitas ASN',
    addresseeHint: TO_PPK,
    body: letterText(
      paragraph(
        line`Dengan hormat, sehubungan dengan pengaduan yang kami terima pada tanggal ${'received_date'} mengenai dugaan pelanggaran netralitas Aparatur Sipil Negara di lingkungan ${'agency_name'} atas nama ${'reported_names'}, dengan ini kami sampaikan hal-hal sebagai berikut:`,
      ),
      points(
        line`Dasar kewenangan: [… dasar hukum].`,
        line`Fakta hasil verifikasi dan klarifikasi: [… fakta].`,
        line`Analisis: [… analisis terhadap ketentuan yang dilanggar].`,
        line`Kesimpulan: [… terbukti atau tidak terbukti, beserta pertimbangannya].`,
      ),
      paragraph(line`Sehubungan dengan hal tersebut, kami merekomendasikan kepada Saudara selaku Pejabat Pembina Kepegawaian untuk:`),
      points(line`[… butir rekomendasi]`),
      paragraph(
        line`Pejabat Pembina Kepegawaian wajib menindaklanjuti rekomendasi ini dan melaporkan pelaksanaannya kepada kami paling lambat ${'follow_up_limit'} sejak surat ini diterima. Apabila di kemudian hari terdapat kekeliruan, rekomendasi ini akan diperbaiki sebagaimana mestinya.`,
      ),
      THANKS,
    ),
  },
  answer: {
    subject: 'Balasan atas Pengaduan Dugaan Pelanggaran Netralitas ASN',
    addresseeHint: TO_COMPLAINANT,
    body: letterText(
      REFERRING_TO_COMPLAINT,
      points(
        line`Pengaduan Saudara telah kami terima pada tanggal ${'received_date'} dengan nomor agenda ${'agenda_number'} dan telah ditangani oleh ${'unit_name'}.`,
        line`[… proses verifikasi dan klarifikasi yang telah dilakukan]`,
        line`[… hasil penanganan dan tindak lanjutnya]`,
      ),
      paragraph(
        line`Kami menyampaikan penghargaan atas peran serta Saudara dalam menjaga netralitas Aparatur Sipil Negara. Identitas Saudara selaku pelapor kami jaga kerahasiaannya.`,
      ),
      THANKS,
    ),
  },
  notice: {
    subject: 'Balasan atas Pengaduan yang Tidak Dapat Ditindaklanjuti',
    addresseeHint: TO_COMPLAINANT,
    body: letterText(
      REFERRING_TO_COMPLAINT,
      points(
        line`Pengaduan Saudara telah kami terima pada tanggal ${'received_date'} dengan nomor agenda ${'agenda_number'} dan telah kami telaah.`,
        line`Berdasarkan hasil penelaahan, pengaduan dimaksud belum dapat kami tindak lanjuti karena [… alasan].`,
        line`[… langkah yang dapat ditempuh pelapor]`,
      ),
      paragraph(line`Saudara dapat menyampaikan kembali pengaduan disertai identitas terlapor dan bukti pendukung yang memadai.`),
      THANKS,
    ),
  },
  confirmation: {
    subject: 'Konfirmasi Penanganan Pengaduan',
    addresseeHint: TO_COMPLAINANT,
    body: letterText(
      REFERRING_TO_COMPLAINT,
      points(
        line`Pengaduan Saudara telah kami terima pada tanggal ${'received_date'} dengan nomor agenda ${'agenda_number'} dan saat ini ditangani oleh ${'unit_name'}.`,
        line`Berdasarkan hasil analisis, penanganan pengaduan dilaksanakan secara ${'handling_method'}.`,
        line`Waktu penanganan: ${'handling_time'}; tautan atau tempat penanganan: ${'handling_place'}.`,
        line`Petugas penanganan pengaduan yang dapat dihubungi: ${'handling_officer'}.`,
      ),
      paragraph(line`Mohon Saudara menyiapkan bukti pendukung asli untuk diperlihatkan kepada petugas.`),
      THANKS,
    ),
  },
  completeness_request: completenessTemplate(
    'Pengaduan Saudara akan kami tindak lanjuti setelah kelengkapan tersebut kami terima. Identitas pelapor kami jaga kerahasiaannya.',
  ),
}
