import { answered, type MatterText, type ServiceTexts } from './matter.js'

const CIVIL_SERVANT = {
  channel: 'email',
  senderKind: 'asn',
  senderName: null,
  letterNumber: null,
  urgency: 'biasa',
  secrecy: 'biasa',
} as const
const AGENCY = { channel: 'post', senderKind: 'agency', senderName: null, urgency: 'segera', secrecy: 'biasa', refusal: null } as const
const LOCAL = ['regency', 'city', 'province'] as const

const matters: readonly MatterText[] = [
  {
    ...CIVIL_SERVANT,
    key: 'merit.demotion',
    senderPosition: 'Kepala Seksi Pelayanan Perizinan',
    agencyKinds: LOCAL,
    subject: 'Konsultasi dugaan demosi tanpa evaluasi kinerja',
    summary:
      'Pemohon diturunkan dari jabatan administrator ke jabatan pengawas dua bulan setelah pelantikan kepala daerah. Penilaian kinerja dua tahun terakhir berpredikat baik dan tidak pernah dilakukan pemeriksaan. Pemohon menanyakan kesesuaian tindakan tersebut dengan sistem merit.',
    attachments: ['Surat permohonan.pdf', 'Keputusan jabatan lama.pdf', 'Keputusan jabatan baru.pdf'],
    answer: 'demotion',
    refusal: null,
  },
  {
    ...AGENCY,
    key: 'merit.no_technical_consideration',
    senderPosition: 'Kepala BKPSDM',
    letterNumber: '800/{n}/BKPSDM/{yyyy}',
    agencyKinds: ['regency', 'city'],
    subject: 'Konsultasi mutasi pejabat tanpa pertimbangan teknis',
    summary:
      'Sehubungan dengan rencana penataan pejabat, {agency} menanyakan keharusan pertimbangan teknis dan persetujuan tertulis dalam mutasi pejabat administrator dan pengawas. Penataan mencakup 64 jabatan pada sebelas perangkat daerah. Terlampir disampaikan rancangan daftar penempatan.',
    attachments: ['Surat Kepala BKPSDM.pdf', 'Rancangan penempatan.pdf'],
    answer: 'transfer',
  },
  {
    ...CIVIL_SERVANT,
    key: 'merit.mass_dismissal',
    channel: 'post',
    senderPosition: 'Camat',
    agencyKinds: ['regency'],
    urgency: 'segera',
    subject: 'Konsultasi pemberhentian serentak sebelas pejabat',
    summary:
      'Pemohon menyampaikan bahwa sebelas pejabat diberhentikan dari jabatan dalam satu keputusan tanpa alasan per orang. Pelaksana tugas ditunjuk pada hari yang sama. Pemohon mohon tanggapan atas keabsahan keputusan tersebut ditinjau dari sistem merit.',
    attachments: ['Surat permohonan.pdf', 'Salinan keputusan.pdf'],
    answer: 'dismissal',
    refusal: null,
  },
  {
    ...CIVIL_SERVANT,
    key: 'merit.talent_pool',
    senderPosition: 'Analis SDM Aparatur Ahli Muda',
    agencyKinds: ['ministry', 'institution', 'province'],
    subject: 'Konsultasi penggunaan manajemen talenta dalam pengisian jabatan',
    summary:
      'Pemohon menanyakan apakah pengisian jabatan administrator dapat dilakukan dari kelompok rencana suksesi tanpa seleksi tambahan. Instansi telah menetapkan peta talenta tahun berjalan, tetapi belum memperoleh penilaian penerapan sistem merit.',
    attachments: ['Surat permohonan.pdf', 'Peta talenta.pdf'],
    answer: 'talent',
    refusal: null,
  },
  {
    ...AGENCY,
    key: 'merit.acting_too_long',
    senderPosition: 'Sekretaris Daerah',
    letterNumber: '820/{n}/SETDA/{yyyy}',
    agencyKinds: ['regency', 'city'],
    subject: 'Konsultasi penunjukan pelaksana tugas lebih dari satu tahun',
    summary:
      'Sebanyak tujuh jabatan di lingkungan {agency} dijabat pelaksana tugas lebih dari dua belas bulan karena belum tersedianya calon yang memenuhi syarat. Berkenaan dengan hal tersebut, mohon kiranya diberikan tanggapan mengenai batas waktu dan kewenangan pelaksana tugas.',
    attachments: ['Surat Sekretaris Daerah.pdf', 'Daftar pelaksana tugas.pdf'],
    answer: 'acting',
  },
  {
    ...CIVIL_SERVANT,
    key: 'merit.family_ties',
    channel: 'post',
    secrecy: 'rahasia',
    senderPosition: 'Auditor Ahli Madya',
    agencyKinds: LOCAL,
    subject: 'Konsultasi promosi pejabat yang memiliki hubungan keluarga',
    summary:
      'Pemohon menyampaikan tiga promosi jabatan yang diberikan kepada kerabat pejabat yang berwenang dalam satu triwulan. Calon lain dengan nilai kompetensi lebih tinggi tidak diusulkan. Mohon identitas pemohon dirahasiakan.',
    attachments: ['Surat permohonan.pdf', 'Rekapitulasi nilai.pdf'],
    answer: 'promotion',
    refusal: null,
  },
  {
    key: 'merit.ngo',
    channel: 'post',
    senderKind: 'legal_body',
    senderName: 'Perkumpulan Pemantau Birokrasi {region}',
    senderPosition: 'Ketua Perkumpulan',
    letterNumber: '{n}/PPB/IX/{yyyy}',
    agencyKinds: ['regency', 'city'],
    urgency: 'biasa',
    secrecy: 'biasa',
    subject: 'Konsultasi dugaan jual beli jabatan dan pengabaian kompetensi',
    summary:
      'Perkumpulan menyampaikan keterangan mengenai dugaan permintaan sejumlah uang dalam penempatan kepala sekolah. Keterangan bersumber dari dua orang narasumber yang bersedia dimintai klarifikasi. Perkumpulan menanyakan jalur penanganan yang tepat.',
    attachments: ['Surat perkumpulan.pdf', 'Keterangan narasumber.pdf'],
    answer: 'promotion',
    refusal: null,
  },
  {
    ...AGENCY,
    key: 'merit.job_fit',
    channel: 'email',
    senderPosition: 'Kepala Badan Kepegawaian Daerah',
    letterNumber: '821/{n}/BKD/{yyyy}',
    agencyKinds: ['province'],
    subject: 'Konsultasi uji kompetensi dalam rangka rotasi pejabat',
    summary:
      '{agency} merencanakan rotasi melalui uji kompetensi bagi 18 pejabat yang telah menduduki jabatan paling singkat dua tahun. Konsultasi dimohonkan mengenai susunan panitia, metode, dan pelaporan hasil. Terlampir rancangan jadwal pelaksanaan.',
    attachments: ['Surat Kepala BKD.pdf', 'Rancangan jadwal.pdf'],
    answer: 'talent',
  },
  {
    ...CIVIL_SERVANT,
    key: 'merit.less_than_two_years',
    senderPosition: 'Kepala Bidang Kebudayaan',
    agencyKinds: LOCAL,
    subject: 'Konsultasi mutasi sebelum dua tahun menduduki jabatan',
    summary:
      'Pemohon dimutasi setelah sembilan bulan menduduki jabatan. Keputusan mutasi tidak menyebutkan kebutuhan organisasi yang mendesak. Pemohon menanyakan apakah mutasi demikian dapat dibenarkan.',
    attachments: ['Surat permohonan.pdf', 'Keputusan mutasi.pdf'],
    answer: 'transfer',
    refusal: null,
  },
  {
    ...CIVIL_SERVANT,
    key: 'merit.court_case',
    senderPosition: 'Kepala Subbagian Umum',
    agencyKinds: ['regency', 'city'],
    subject: 'Konsultasi atas sengketa pemberhentian yang sedang diperiksa pengadilan',
    summary:
      'Pemohon meminta tanggapan tertulis mengenai keputusan pemberhentian dari jabatan yang saat ini sedang diperiksa pada pengadilan tata usaha negara. Tanggapan dimaksud akan diajukan sebagai alat bukti persidangan.',
    attachments: ['Surat permohonan.pdf', 'Salinan gugatan.pdf'],
    answer: 'dismissal',
    refusal: [
      'Permohonan konsultasi Saudara telah kami terima dan telaah.',
      'Permasalahan yang Saudara konsultasikan sedang dalam pemeriksaan pengadilan, sehingga konsultasi belum dapat diproses guna menghormati proses peradilan yang berjalan.',
      'Setelah terdapat putusan yang berkekuatan hukum tetap, Saudara dapat mengajukan kembali permohonan konsultasi mengenai pelaksanaannya.',
    ],
  },
  {
    ...CIVIL_SERVANT,
    key: 'merit.no_substance',
    senderKind: 'individual',
    senderPosition: 'Karyawan swasta',
    agencyKinds: ['regency', 'city', 'ministry'],
    subject: 'Konsultasi mengenai ketidakadilan birokrasi',
    summary:
      'Pengirim menyampaikan keluhan umum mengenai birokrasi yang dinilai tidak adil. Tidak disebutkan instansi, jabatan, waktu, maupun keputusan kepegawaian yang dipersoalkan. Nomor kontak yang dicantumkan tidak dapat dihubungi.',
    attachments: ['Cetakan e-mail.pdf'],
    answer: 'promotion',
    refusal: [
      'Permohonan konsultasi Saudara telah kami terima dan telaah.',
      'Permohonan belum dapat diproses karena tidak memuat informasi substansi permasalahan, antara lain instansi, jabatan, waktu kejadian, dan keputusan yang dipersoalkan.',
      'Saudara dapat mengajukan kembali permohonan dengan melengkapi informasi tersebut beserta kontak yang dapat dihubungi.',
    ],
  },
  {
    ...AGENCY,
    key: 'merit.regent_clarification',
    senderPosition: 'Bupati',
    letterNumber: '800/{n}/BUP/{yyyy}',
    agencyKinds: ['regency'],
    urgency: 'sangat_segera',
    subject: 'Permintaan klarifikasi atas rekomendasi pembatalan keputusan mutasi',
    summary:
      'Menindaklanjuti rekomendasi mengenai pembatalan keputusan mutasi, Bupati meminta penjelasan mengenai dasar penilaian dan tata cara pengembalian pejabat ke jabatan semula. Empat dari enam jabatan semula telah terisi. Mohon tanggapan dalam waktu yang tidak terlalu lama.',
    attachments: ['Surat Bupati.pdf', 'Matriks jabatan.pdf'],
    answer: 'clarification',
  },
  {
    ...CIVIL_SERVANT,
    key: 'merit.functional',
    channel: 'post',
    senderPosition: 'Penyuluh Pertanian Ahli Muda',
    agencyKinds: ['regency', 'province'],
    subject: 'Konsultasi tertundanya kenaikan jenjang jabatan fungsional',
    summary:
      'Pemohon telah lulus uji kompetensi kenaikan jenjang sejak tahun lalu, tetapi tidak diusulkan pengangkatannya dengan alasan formasi. Rekan dengan nilai lebih rendah telah diangkat pada unit yang sama. Pemohon menanyakan penerapan sistem merit dalam pengangkatan tersebut.',
    attachments: ['Surat permohonan.pdf', 'Sertifikat uji kompetensi.pdf'],
    answer: 'promotion',
    refusal: null,
  },
]

/** Merit-system consultation. */
export const MERIT_TEXTS: ServiceTexts = {
  service: 'MERIT',
  matters,
  answers: {
    demotion: answered(
      'Saudara pada pokoknya menanyakan kesesuaian penurunan jabatan tanpa evaluasi kinerja di lingkungan {agency} dengan sistem merit.',
      'Sistem merit mengharuskan kebijakan dan manajemen ASN didasarkan pada kualifikasi, kompetensi, dan kinerja secara adil dan wajar, sebagaimana diatur dalam Undang-Undang Nomor 5 Tahun 2014 dan Peraturan Pemerintah Nomor 11 Tahun 2017 sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 17 Tahun 2020.',
      'Penurunan jabatan hanya dapat dilakukan sebagai akibat penjatuhan hukuman disiplin, hasil evaluasi kinerja, atau penataan organisasi. Dokumen yang disampaikan belum menunjukkan salah satu dari ketiga dasar tersebut.',
      'Kami menyarankan Saudara mengajukan keberatan kepada pejabat yang menetapkan keputusan. Selanjutnya kami akan meminta penjelasan kepada Pejabat Pembina Kepegawaian.',
    ),
    transfer: answered(
      'Mutasi pegawai dilaksanakan atas dasar kesesuaian antara kompetensi pegawai dan persyaratan jabatan, klasifikasi jabatan, serta pola karier, dengan memperhatikan kebutuhan organisasi.',
      'Mutasi dilakukan paling singkat dua tahun dan paling lama lima tahun sejak pegawai menduduki jabatan. Pengecualian harus disertai alasan yang dapat dipertanggungjawabkan secara tertulis.',
      'Pada daerah yang sedang menyelenggarakan pemilihan kepala daerah, penggantian pejabat memerlukan persetujuan tertulis sesuai dengan ketentuan peraturan perundang-undangan.',
      'Berdasarkan hal tersebut, rancangan penempatan agar dibahas terlebih dahulu oleh tim penilai kinerja dan dituangkan dalam berita acara sebelum ditetapkan.',
    ),
    dismissal: answered(
      'Pemberhentian dari jabatan harus dapat dipertanggungjawabkan terhadap setiap pejabat secara perseorangan, baik mengenai alasan maupun prosedurnya.',
      'Keputusan kolektif yang tidak memuat alasan per orang menyulitkan pejabat yang diberhentikan untuk menggunakan haknya mengajukan upaya administratif.',
      'Penunjukan pelaksana tugas pada jabatan yang baru dikosongkan tidak menghapus kewajiban membuktikan dasar pemberhentian.',
      'Kami akan meminta klarifikasi dan dokumen pemeriksaan kepada {agency}. Hasilnya disampaikan kepada Pejabat Pembina Kepegawaian dalam bentuk rekomendasi apabila ditemukan pelanggaran.',
    ),
    talent: answered(
      'Pengisian jabatan dari kelompok rencana suksesi dimungkinkan bagi instansi yang telah menerapkan sistem merit dan memperoleh penilaian dalam kategori yang ditentukan.',
      'Instansi yang belum memperoleh penilaian tersebut melaksanakan pengisian jabatan melalui seleksi atau uji kompetensi dengan panitia yang memenuhi unsur internal dan eksternal.',
      'Metode penilaian sekurang-kurangnya meliputi penelusuran rekam jejak, penilaian kompetensi, dan wawancara, dengan bobot yang ditetapkan sebelum pelaksanaan.',
      'Hasil pelaksanaan dilaporkan kepada kami sebelum penetapan, dilengkapi dengan nilai setiap peserta.',
    ),
    acting: answered(
      'Penunjukan pelaksana tugas bersifat sementara untuk menjamin kelangsungan tugas dan tidak menggantikan pengisian jabatan secara definitif.',
      'Pelaksana tugas tidak berwenang mengambil keputusan yang berdampak pada perubahan status hukum organisasi, kepegawaian, dan alokasi anggaran.',
      'Tujuh jabatan yang dijabat pelaksana tugas lebih dari dua belas bulan agar segera diisi melalui mekanisme yang berlaku, dengan terlebih dahulu menyampaikan rencana pengisian kepada kami.',
    ),
    promotion: answered(
      'Promosi diberikan berdasarkan perbandingan objektif antara kompetensi, kualifikasi, persyaratan jabatan, penilaian prestasi kerja, kepemimpinan, kerja sama, dan kreativitas, tanpa membedakan latar belakang keluarga.',
      'Pejabat yang mempunyai hubungan keluarga dengan calon wajib mengundurkan diri dari pembahasan guna menghindari konflik kepentingan.',
      'Dugaan permintaan atau penerimaan sesuatu dalam pengangkatan jabatan merupakan ranah penegakan hukum dan dapat Saudara laporkan kepada aparat yang berwenang.',
      'Dari sisi sistem merit, kami akan menelaah berita acara tim penilai kinerja {agency} dan menyampaikan hasilnya kepada Pejabat Pembina Kepegawaian.',
    ),
    clarification: answered(
      'Rekomendasi kami diterbitkan berdasarkan hasil verifikasi dokumen, klarifikasi kepada para pihak, dan analisis terhadap ketentuan yang berlaku.',
      'Pengembalian pejabat dilakukan ke jabatan semula atau, dalam hal jabatan semula telah terisi, ke jabatan lain yang setara dalam kelas jabatan dan lokasi yang wajar.',
      'Pelaksanaan rekomendasi dituangkan dalam keputusan Pejabat Pembina Kepegawaian dan tidak menimbulkan kerugian hak keuangan pejabat yang bersangkutan.',
      'Mohon Saudara menyampaikan laporan tindak lanjut beserta keputusan yang ditetapkan paling lambat 14 (empat belas) hari kerja sejak surat ini diterima.',
    ),
  },
  completeness: [
    ['Keterangan jabatan dan lembaga pemohon konsultasi.', 'Nomor kontak yang dapat dihubungi.'],
    ['Uraian substansi permasalahan konsultasi, disertai salinan keputusan yang dipersoalkan.'],
  ],
}
