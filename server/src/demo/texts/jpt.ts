import { answered, type MatterText, recommended, type ServiceTexts } from './matter.js'

const AGENCY = { channel: 'sijapti', senderKind: 'agency', senderName: null, secrecy: 'biasa', refusal: null } as const
const LOCAL = ['regency', 'city'] as const
const CENTRAL = ['ministry', 'institution'] as const

const matters: readonly MatterText[] = [
  {
    ...AGENCY,
    key: 'jpt.plan_six',
    senderPosition: 'Bupati',
    letterNumber: '800/{n}/BKPSDM/{yyyy}',
    agencyKinds: ['regency'],
    urgency: 'segera',
    subject: 'Permohonan rekomendasi rencana seleksi terbuka enam Jabatan Pimpinan Tinggi Pratama',
    summary:
      'Bersama ini disampaikan permohonan rekomendasi rencana seleksi terbuka enam Jabatan Pimpinan Tinggi Pratama yang lowong di lingkungan {agency}. Terlampir keputusan dan komposisi panitia seleksi, jadwal tahapan, serta persyaratan setiap jabatan. Tahapan pengumuman direncanakan awal bulan depan.',
    attachments: ['Surat permohonan.pdf', 'SK Panitia Seleksi.pdf', 'Jadwal tahapan.pdf', 'Persyaratan jabatan.pdf'],
    answer: 'plan',
  },
  {
    ...AGENCY,
    key: 'jpt.plan_secretary',
    senderPosition: 'Gubernur',
    letterNumber: '821/{n}/BKD/{yyyy}',
    agencyKinds: ['province'],
    urgency: 'sangat_segera',
    subject: 'Permohonan rekomendasi rencana seleksi terbuka Sekretaris Daerah Provinsi',
    summary:
      '{agency} mengajukan rencana seleksi terbuka Jabatan Pimpinan Tinggi Madya Sekretaris Daerah. Panitia seleksi terdiri atas tujuh orang yang berasal dari akademisi, pejabat pusat, dan tokoh masyarakat. Mohon kiranya rekomendasi dapat diterbitkan sebelum masa jabatan pejabat saat ini berakhir.',
    attachments: ['Surat Gubernur.pdf', 'SK Panitia Seleksi.pdf', 'Jadwal tahapan.pdf'],
    answer: 'plan',
  },
  {
    ...AGENCY,
    key: 'jpt.results_three',
    senderPosition: 'Wali Kota',
    letterNumber: '800/{n}/BKPSDM/{yyyy}',
    agencyKinds: ['city'],
    urgency: 'segera',
    secrecy: 'terbatas',
    subject: 'Penyampaian laporan hasil seleksi terbuka dan permohonan rekomendasi pelantikan',
    summary:
      'Disampaikan laporan hasil seleksi terbuka empat Jabatan Pimpinan Tinggi Pratama beserta tiga nama calon terbaik untuk setiap jabatan. Nilai setiap tahapan dan berita acara panitia seleksi dilampirkan. Berkenaan dengan hal tersebut, mohon kiranya diterbitkan rekomendasi.',
    attachments: ['Surat Wali Kota.pdf', 'Laporan hasil seleksi.pdf', 'Rekapitulasi nilai.pdf', 'Berita acara.pdf'],
    answer: 'results',
  },
  {
    ...AGENCY,
    key: 'jpt.results_central',
    senderPosition: 'Sekretaris Jenderal',
    letterNumber: 'B/{n}/KP.03/{yyyy}',
    agencyKinds: ['ministry'],
    urgency: 'segera',
    secrecy: 'terbatas',
    subject: 'Penyampaian hasil seleksi terbuka Jabatan Pimpinan Tinggi Pratama',
    summary:
      'Panitia seleksi {agency} telah menyelesaikan seluruh tahapan untuk lima jabatan dan menyampaikan tiga nama calon setiap jabatan kepada Pejabat Pembina Kepegawaian. Satu jabatan hanya diikuti empat peserta sampai tahap akhir. Terlampir nilai per tahapan berdasarkan peringkat.',
    attachments: ['Surat pengantar.pdf', 'Nilai per tahapan.pdf', 'Berita acara.pdf'],
    answer: 'results',
  },
  {
    ...AGENCY,
    key: 'jpt.job_fit',
    senderPosition: 'Bupati',
    letterNumber: '821.2/{n}/BKPSDM/{yyyy}',
    agencyKinds: LOCAL,
    urgency: 'biasa',
    subject: 'Laporan uji kompetensi dalam rangka mutasi Pejabat Pimpinan Tinggi Pratama',
    summary:
      'Disampaikan laporan pelaksanaan uji kompetensi terhadap dua belas Pejabat Pimpinan Tinggi Pratama yang telah menduduki jabatan lebih dari dua tahun. Sembilan pejabat diusulkan mutasi dan tiga pejabat tetap. Mohon rekomendasi atas hasil uji kompetensi dimaksud.',
    attachments: ['Surat pengantar.pdf', 'Laporan uji kompetensi.pdf', 'Matriks usulan mutasi.pdf'],
    answer: 'job_fit',
  },
  {
    ...AGENCY,
    key: 'jpt.few_applicants',
    channel: 'email',
    senderPosition: 'Ketua Panitia Seleksi',
    letterNumber: '{n}/PANSEL-JPT/{yyyy}',
    agencyKinds: LOCAL,
    urgency: 'segera',
    subject: 'Permohonan tanggapan atas jumlah pelamar kurang dari tiga orang',
    summary:
      'Sampai dengan penutupan pendaftaran, jabatan Kepala Dinas Kelautan dan Perikanan hanya dilamar oleh dua orang. Panitia seleksi menanyakan perlunya pengumuman ulang serta pengaruhnya terhadap jadwal jabatan lain. Mohon tanggapan sebelum tahap seleksi administrasi dimulai.',
    attachments: ['Surat panitia seleksi.pdf', 'Daftar pelamar.pdf'],
    answer: 'extension',
  },
  {
    ...AGENCY,
    key: 'jpt.underdeveloped',
    channel: 'post',
    senderPosition: 'Bupati',
    letterNumber: '800/{n}/BKPP/{yyyy}',
    agencyKinds: ['regency'],
    urgency: 'biasa',
    subject: 'Permohonan rekomendasi rencana seleksi dengan keterbatasan jaringan',
    summary:
      '{agency} menyampaikan rencana seleksi tiga jabatan dan memohon pengecualian pengunggahan berkas melalui aplikasi karena keterbatasan jaringan. Berkas fisik dikirim melalui pos tercatat. Jadwal pelaksanaan menyesuaikan musim gelombang tinggi.',
    attachments: ['Surat Bupati.pdf', 'SK Panitia Seleksi.pdf', 'Jadwal tahapan.pdf'],
    answer: 'plan',
  },
  {
    ...AGENCY,
    key: 'jpt.panel_change',
    senderPosition: 'Sekretaris Daerah',
    letterNumber: '800/{n}/SETDA/{yyyy}',
    agencyKinds: [...LOCAL, 'province'],
    urgency: 'biasa',
    subject: 'Pemberitahuan penggantian anggota panitia seleksi',
    summary:
      'Salah seorang anggota panitia seleksi mengundurkan diri karena memiliki hubungan keluarga dengan pelamar. {agency} mengusulkan pengganti dari unsur akademisi. Mohon tanggapan atas penggantian dimaksud.',
    attachments: ['Surat pemberitahuan.pdf', 'Riwayat hidup calon anggota.pdf'],
    answer: 'panel',
  },
  {
    ...AGENCY,
    key: 'jpt.clarify_recommendation',
    channel: 'counter',
    senderPosition: 'Bupati',
    letterNumber: '800/{n}/BUP/{yyyy}',
    agencyKinds: ['regency'],
    urgency: 'sangat_segera',
    subject: 'Permohonan penjelasan atas Surat Rekomendasi hasil seleksi',
    summary:
      'Menindaklanjuti Surat Rekomendasi hasil seleksi, Bupati memohon penjelasan mengenai catatan atas satu jabatan yang nilai wawancaranya belum dilengkapi. Pelantikan tiga jabatan lainnya direncanakan pekan depan. Surat diantar langsung oleh pejabat kepegawaian.',
    attachments: ['Surat Bupati.pdf', 'Formulir Kendali.pdf', 'Nilai wawancara.pdf'],
    answer: 'clarification',
  },
  {
    ...AGENCY,
    key: 'jpt.appointment_report',
    senderPosition: 'Kepala BKPSDM',
    letterNumber: '821/{n}/BKPSDM/{yyyy}',
    agencyKinds: LOCAL,
    urgency: 'biasa',
    subject: 'Laporan pelantikan Pejabat Pimpinan Tinggi Pratama hasil seleksi terbuka',
    summary:
      'Disampaikan laporan pelantikan tiga Pejabat Pimpinan Tinggi Pratama beserta keputusan pengangkatan dan berita acara pelantikan. Pejabat yang dilantik seluruhnya berasal dari tiga nama terbaik. Satu jabatan ditunda karena calon terpilih sedang menjalani pendidikan.',
    attachments: ['Surat pengantar.pdf', 'Keputusan pengangkatan.pdf', 'Berita acara pelantikan.pdf'],
    answer: 'appointment',
  },
  {
    ...AGENCY,
    key: 'jpt.extension_term',
    senderPosition: 'Gubernur',
    letterNumber: '800/{n}/BKD/{yyyy}',
    agencyKinds: ['province'],
    urgency: 'biasa',
    subject: 'Permohonan rekomendasi perpanjangan masa jabatan Pejabat Pimpinan Tinggi Pratama',
    summary:
      'Dua pejabat {agency} telah menduduki jabatan selama lima tahun dan diusulkan diperpanjang berdasarkan hasil evaluasi kinerja. Tim evaluasi menyatakan capaian keduanya melampaui target. Mohon rekomendasi atas perpanjangan dimaksud.',
    attachments: ['Surat Gubernur.pdf', 'Hasil evaluasi kinerja.pdf'],
    answer: 'job_fit',
  },
  {
    ...AGENCY,
    key: 'jpt.open_announcement',
    channel: 'email',
    senderPosition: 'Kepala Biro Sumber Daya Manusia',
    letterNumber: 'B-{n}/KP.00/{yyyy}',
    agencyKinds: CENTRAL,
    urgency: 'biasa',
    subject: 'Penyampaian pengumuman lowongan Jabatan Pimpinan Tinggi Madya',
    summary:
      'Disampaikan pengumuman lowongan dua Jabatan Pimpinan Tinggi Madya yang dimuat pada laman resmi dan media nasional selama lima belas hari kerja. Kualifikasi serta standar kompetensi jabatan tercantum dalam lampiran. Mohon tanggapan atas isi pengumuman.',
    attachments: ['Surat pengantar.pdf', 'Naskah pengumuman.pdf', 'Standar kompetensi.pdf'],
    answer: 'panel',
  },
  {
    ...AGENCY,
    key: 'jpt.without_panel',
    channel: 'post',
    senderPosition: 'Bupati',
    letterNumber: '800/{n}/BUP/{yyyy}',
    agencyKinds: ['regency'],
    urgency: 'segera',
    subject: 'Permohonan rekomendasi pengangkatan langsung Kepala Dinas',
    summary:
      '{agency} memohon rekomendasi pengangkatan langsung seorang pejabat administrator menjadi Kepala Dinas tanpa seleksi terbuka. Instansi belum ditetapkan sebagai penerap sistem merit yang dikecualikan. Tidak terdapat keputusan panitia seleksi dalam berkas.',
    attachments: ['Surat Bupati.pdf', 'Riwayat jabatan.pdf'],
    answer: 'plan',
    refusal: [
      'Permohonan Saudara telah kami terima dan telaah.',
      'Permohonan belum dapat diproses karena pengisian Jabatan Pimpinan Tinggi Pratama dilakukan secara terbuka dan kompetitif oleh panitia seleksi, sedangkan instansi Saudara belum dikecualikan dari kewajiban tersebut.',
      'Saudara dapat mengajukan rencana seleksi terbuka yang dilengkapi keputusan panitia seleksi, jadwal, dan persyaratan jabatan.',
    ],
  },
  {
    ...AGENCY,
    key: 'jpt.wrong_stage',
    senderPosition: 'Kepala BKPSDM',
    letterNumber: '800/{n}/BKPSDM/{yyyy}',
    agencyKinds: LOCAL,
    urgency: 'biasa',
    subject: 'Permohonan rekomendasi hasil seleksi tanpa rekomendasi rencana',
    summary:
      'Disampaikan hasil seleksi dua jabatan, sedangkan rekomendasi rencana seleksi belum pernah dimohonkan. Pengumuman lowongan hanya dilakukan selama tujuh hari melalui papan pengumuman. Nilai tahapan wawancara tidak dilampirkan.',
    attachments: ['Surat permohonan.pdf', 'Laporan hasil seleksi.pdf'],
    answer: 'results',
    refusal: [
      'Permohonan Saudara telah kami terima dan telaah.',
      'Permohonan belum dapat diproses karena tahapan seleksi dilaksanakan tanpa rekomendasi atas rencana seleksi dan tanpa pengumuman terbuka dalam jangka waktu yang ditentukan.',
      'Tahapan seleksi agar diulang sejak perencanaan dan diajukan melalui SIJAPTI.',
    ],
  },
  {
    ...AGENCY,
    key: 'jpt.invited_applicant',
    senderPosition: 'Ketua Panitia Seleksi',
    letterNumber: '{n}/PANSEL/{yyyy}',
    agencyKinds: [...LOCAL, 'province'],
    urgency: 'biasa',
    subject: 'Permohonan tanggapan atas undangan pelamar dari luar instansi',
    summary:
      'Panitia seleksi bermaksud mengundang tiga pegawai dari luar {agency} yang memenuhi syarat. Salah satu belum memperoleh rekomendasi Pejabat Pembina Kepegawaian instansi asal. Mohon tanggapan mengenai keikutsertaan yang bersangkutan.',
    attachments: ['Surat panitia seleksi.pdf', 'Daftar calon undangan.pdf'],
    answer: 'extension',
  },
]

const GROUNDS =
  'Dasar hukum: Undang-Undang Nomor 5 Tahun 2014, Peraturan Pemerintah Nomor 11 Tahun 2017 sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 17 Tahun 2020, dan Peraturan Menteri PANRB Nomor 15 Tahun 2019.'

/** Supervision of senior appointments. */
export const JPT_TEXTS: ServiceTexts = {
  service: 'JPT',
  matters,
  answers: {
    plan: recommended(
      [
        GROUNDS,
        'Berkas rencana seleksi {agency} telah kami terima dan dinyatakan lengkap.',
        'Hasil verifikasi: komposisi panitia seleksi telah memenuhi unsur internal dan eksternal, jadwal memuat pengumuman paling singkat 15 (lima belas) hari kerja, dan persyaratan jabatan sesuai dengan standar kompetensi.',
        'Kesimpulan: rencana seleksi dapat dilaksanakan dengan memperhatikan catatan dalam rekomendasi ini.',
      ],
      [
        'melaksanakan seleksi terbuka sesuai dengan rencana dan jadwal yang diajukan;',
        'mengumumkan nilai dan peringkat peserta pada setiap tahapan; dan',
        'menyampaikan laporan hasil seleksi sebelum menetapkan dan melantik pejabat terpilih.',
      ],
    ),
    results: recommended(
      [
        GROUNDS,
        'Laporan hasil seleksi {agency} telah kami terima, dilengkapi berita acara dan nilai per tahapan.',
        'Hasil verifikasi: penilaian dilaksanakan sesuai dengan bobot yang ditetapkan, dan tiga nama yang diusulkan merupakan peserta dengan nilai terbaik untuk setiap jabatan.',
        'Kesimpulan: proses dan hasil seleksi sesuai dengan ketentuan.',
      ],
      [
        'memilih 1 (satu) dari 3 (tiga) nama calon untuk setiap jabatan yang lowong;',
        'menetapkan dan melantik pejabat terpilih sesuai dengan kewenangan; dan',
        'menyampaikan salinan keputusan pengangkatan dan berita acara pelantikan paling lambat 5 (lima) hari kerja setelah pelantikan.',
      ],
    ),
    job_fit: recommended(
      [
        GROUNDS,
        'Laporan uji kompetensi atau evaluasi kinerja yang disampaikan {agency} telah kami terima secara lengkap.',
        'Hasil verifikasi: pejabat yang diusulkan telah menduduki jabatan dalam jangka waktu yang ditentukan, dan hasil penilaian mendukung usulan.',
        'Kesimpulan: usulan dapat dilaksanakan sesuai dengan kompetensi masing-masing pejabat.',
      ],
      [
        'menetapkan mutasi atau perpanjangan masa jabatan sesuai dengan hasil penilaian;',
        'memberikan penugasan yang sesuai kepada pejabat yang tidak dimutasi; dan',
        'menyampaikan keputusan penetapan melalui SIJAPTI.',
      ],
    ),
    extension: answered(
      'Permohonan Saudara pada pokoknya berkaitan dengan tahapan pelamaran pada seleksi terbuka di lingkungan {agency}.',
      'Apabila jumlah pelamar yang memenuhi syarat kurang dari 3 (tiga) orang, panitia seleksi memperpanjang pengumuman lowongan untuk jabatan yang bersangkutan.',
      'Pelamar, termasuk yang diundang oleh panitia seleksi, wajib memperoleh rekomendasi Pejabat Pembina Kepegawaian instansinya. Pelamar tanpa rekomendasi belum dapat mengikuti tahapan selanjutnya.',
      'Jabatan lain yang pelamarnya telah mencukupi dapat dilanjutkan sesuai dengan jadwal semula.',
    ),
    panel: answered(
      'Penyesuaian panitia seleksi maupun pengumuman lowongan telah kami telaah berdasarkan berkas yang disampaikan.',
      'Anggota panitia seleksi harus bebas dari konflik kepentingan dengan pelamar, dan perbandingan unsur internal serta eksternal tetap dijaga setelah penggantian.',
      'Pengumuman lowongan memuat kualifikasi, standar kompetensi, tahapan, dan jadwal, serta dapat diakses oleh seluruh calon pelamar.',
      'Berdasarkan hal tersebut, perubahan yang diajukan {agency} dapat dilaksanakan setelah ditetapkan dengan keputusan pejabat yang berwenang.',
    ),
    clarification: answered(
      'Catatan dalam Surat Rekomendasi diberikan karena nilai wawancara satu jabatan belum memuat rincian per penguji.',
      'Kelengkapan yang Saudara sampaikan telah kami verifikasi dan dinyatakan memadai.',
      'Dengan demikian, pengisian jabatan dimaksud dapat dilanjutkan bersama dengan jabatan lainnya sesuai dengan Surat Rekomendasi.',
    ),
    appointment: answered(
      'Laporan pelantikan yang Saudara sampaikan telah kami terima dan dicatat.',
      'Pejabat yang dilantik sesuai dengan 3 (tiga) nama yang direkomendasikan untuk setiap jabatan.',
      'Terhadap jabatan yang ditunda, pelantikan dilaksanakan paling lambat sebelum masa berlaku hasil seleksi berakhir dan dilaporkan kepada kami.',
    ),
  },
  completeness: [
    [
      'Keputusan dan komposisi panitia seleksi.',
      'Jadwal tahapan pengisian Jabatan Pimpinan Tinggi.',
      'Persyaratan setiap jabatan yang lowong.',
    ],
    [
      'Rekapitulasi nilai peserta per tahapan berdasarkan peringkat.',
      'Berita acara penetapan tiga nama calon yang ditandatangani seluruh anggota panitia seleksi.',
    ],
  ],
}
