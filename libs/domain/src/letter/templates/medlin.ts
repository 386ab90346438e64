import { letterText, line, paragraph, points } from '../compose.js'
import { completenessTemplate, REFERRING, type ServiceTemplates, THANKS, TO_SENDER } from './template.js'

/** Letters of Konsultasi Mediasi dan Perlindungan. */
export const MEDLIN_TEMPLATES: ServiceTemplates = {
  answer: {
    subject: 'Jawaban atas Permohonan Konsultasi Mediasi dan Perlindungan',
    addresseeHint: TO_SENDER,
    body: letterText(
      REFERRING,
      points(
        line`Surat Saudara telah kami terima pada tanggal ${'received_date'} dan dicatat dengan nomor agenda ${'agenda_number'}.`,
        line`[… pokok permasalahan yang dikonsultasikan]`,
        line`[… dasar hukum dan hasil analisis]`,
        line`[… saran, pertimbangan, atau solusi yang diberikan]`,
      ),
      paragraph(
        line`Apabila Saudara memerlukan penjelasan lebih lanjut, konsultasi dapat dilanjutkan secara tatap muka maupun virtual dengan ${'unit_name'}.`,
      ),
      THANKS,
    ),
  },
  notice: {
    subject: 'Penolakan Permohonan Konsultasi Mediasi dan Perlindungan',
    addresseeHint: TO_SENDER,
    body: letterText(
      REFERRING,
      points(
        line`Permohonan Saudara telah kami terima pada tanggal ${'received_date'} dengan nomor agenda ${'agenda_number'} dan telah kami telaah.`,
        line`Berdasarkan hasil penelaahan, permohonan dimaksud tidak termasuk kategori pelayanan konsultasi mediasi dan perlindungan karena [… alasan].`,
        line`[… instansi atau layanan yang berwenang menangani]`,
      ),
      paragraph(line`Berkenaan dengan hal tersebut, dengan menyesal kami sampaikan bahwa permohonan Saudara tidak dapat kami layani.`),
      THANKS,
    ),
  },
  schedule: {
    subject: 'Jadwal Konsultasi Mediasi dan Perlindungan',
    addresseeHint: TO_SENDER,
    body: letterText(
      REFERRING,
      points(
        line`Permohonan Saudara memenuhi kategori pelayanan dan dapat dilaksanakan melalui audiensi mediasi dan perlindungan.`,
        line`Hari dan tanggal: ${'schedule_date'}; pukul: ${'schedule_time'}; tempat: ${'schedule_place'}.`,
        line`Petugas yang dapat dihubungi: ${'contact_person'}.`,
      ),
      paragraph(
        line`Mohon Saudara membawa surat permohonan dari pimpinan institusi, bila mewakili institusi, dan menunjukkan kartu identitas yang berlaku.`,
      ),
      THANKS,
    ),
  },
  completeness_request: completenessTemplate(
    'Permohonan Saudara akan kami proses setelah kelengkapan tersebut kami terima. Surat jawaban disampaikan paling lama 2 (dua) hari sejak permohonan diterima oleh Kelompok Kerja.',
  ),
}
