import { letterText, line, paragraph, points } from '../compose.js'
import { completenessTemplate, REFERRING, type ServiceTemplates, THANKS, TO_SENDER } from './template.js'

/** Letters of Konsultasi Nilai Dasar, Kode Etik, Kode Perilaku, dan Netralitas ASN. */
export const KODE_ETIK_TEMPLATES: ServiceTemplates = {
  answer: {
    subject: 'Jawaban atas Konsultasi Nilai Dasar, Kode Etik, dan Kode Perilaku ASN',
    addresseeHint: TO_SENDER,
    body: letterText(
      REFERRING,
      points(
        line`Materi yang Saudara konsultasikan pada pokoknya adalah [… pokok permasalahan].`,
        line`Nilai dasar, kode etik, dan kode perilaku yang berkaitan adalah [… ketentuan].`,
        line`Berdasarkan hasil analisis, [… uraian dan pendapat].`,
        line`Langkah yang dapat Saudara tempuh adalah [… saran].`,
      ),
      paragraph(
        line`Jawaban ini bersifat konsultatif dan tidak dimaksudkan sebagai penilaian terbukti atau tidak terbuktinya suatu pelanggaran.`,
      ),
      THANKS,
    ),
  },
  schedule: {
    subject: 'Jawaban Permohonan dan Jadwal Konsultasi',
    addresseeHint: TO_SENDER,
    body: letterText(
      REFERRING,
      points(
        line`Permohonan konsultasi Saudara disetujui dan akan dilayani oleh ${'unit_name'}.`,
        line`Konsultasi dilaksanakan secara ${'schedule_method'} pada hari ${'schedule_date'}, pukul ${'schedule_time'}, bertempat di ${'schedule_place'}.`,
        line`Narahubung: ${'contact_person'}.`,
      ),
      paragraph(
        line`Bagi pegawai ASN, mohon membawa surat tugas. Apabila berhalangan hadir, mohon Saudara memberitahukan kepada narahubung paling lambat 1 (satu) hari kerja sebelum pelaksanaan.`,
      ),
      THANKS,
    ),
  },
  notice: {
    subject: 'Jawaban Penolakan Permohonan Konsultasi',
    addresseeHint: TO_SENDER,
    body: letterText(
      REFERRING,
      points(
        line`Permohonan Saudara telah kami terima pada tanggal ${'received_date'} dengan nomor agenda ${'agenda_number'} dan telah kami telaah.`,
        line`Berdasarkan hasil penelaahan, konsultasi dimaksud tidak dapat dilaksanakan karena [… alasan].`,
        line`[… instansi atau saluran yang dapat dituju pemohon]`,
      ),
      THANKS,
    ),
  },
  completeness_request: completenessTemplate(
    'Jadwal konsultasi akan kami tetapkan setelah kelengkapan tersebut kami terima, dalam jam layanan Senin s.d. Kamis pukul 09.00 s.d. 15.00 WIB dan Jumat pukul 09.00 s.d. 15.30 WIB.',
  ),
}
