import { letterText, line, paragraph, points } from '../compose.js'
import { completenessTemplate, REFERRING, type ServiceTemplates, THANKS, TO_SENDER } from './template.js'

/** Letters of Konsultasi Pelanggaran Sistem Merit. */
export const MERIT_TEMPLATES: ServiceTemplates = {
  answer: {
    subject: 'Tanggapan atas Konsultasi Pelanggaran Sistem Merit',
    addresseeHint: TO_SENDER,
    body: letterText(
      REFERRING,
      points(
        line`Surat Saudara pada pokoknya menyampaikan [… ringkasan permasalahan] di lingkungan ${'agency_name'}.`,
        line`Ketentuan yang berkaitan dengan permasalahan tersebut adalah [… dasar hukum].`,
        line`Berdasarkan hasil analisis, [… uraian analisis].`,
        line`Sehubungan dengan hal tersebut, [… kesimpulan dan saran tindak lanjut].`,
      ),
      paragraph(
        line`Tanggapan ini diberikan berdasarkan informasi yang Saudara sampaikan. Apabila di kemudian hari terdapat fakta lain, tanggapan ini dapat ditinjau kembali sebagaimana mestinya.`,
      ),
      THANKS,
    ),
  },
  notice: {
    subject: 'Konfirmasi Permohonan Konsultasi Tidak Dapat Diproses',
    addresseeHint: TO_SENDER,
    body: letterText(
      REFERRING,
      points(
        line`Permohonan konsultasi Saudara telah kami terima pada tanggal ${'received_date'} dengan nomor agenda ${'agenda_number'}.`,
        line`Berdasarkan hasil penelaahan, permohonan Saudara belum dapat diproses karena [… alasan].`,
        line`[… langkah yang dapat ditempuh pemohon]`,
      ),
      paragraph(line`Saudara dapat mengajukan kembali permohonan konsultasi apabila hal-hal tersebut telah dipenuhi.`),
      THANKS,
    ),
  },
  confirmation: {
    subject: 'Konfirmasi Permohonan Konsultasi Diproses',
    addresseeHint: TO_SENDER,
    body: letterText(
      REFERRING,
      points(
        line`Permohonan konsultasi Saudara telah kami terima pada tanggal ${'received_date'} dan dicatat dengan nomor agenda ${'agenda_number'}.`,
        line`Berdasarkan hasil penelaahan, permohonan Saudara dapat diproses dan saat ini ditangani oleh ${'unit_name'}.`,
        line`Surat Tanggapan atas Konsultasi akan kami sampaikan paling lambat 1 (satu) minggu sejak tanggal surat ini.`,
      ),
      paragraph(line`Apabila diperlukan keterangan tambahan, petugas kami akan menghubungi Saudara.`),
      THANKS,
    ),
  },
  completeness_request: completenessTemplate(
    'Permohonan konsultasi Saudara akan kami analisis lebih lanjut setelah kelengkapan tersebut kami terima.',
  ),
}
