import { type MatterText, recommended, type ServiceTexts } from './matter.js'

const CITIZEN = { senderKind: 'individual', senderName: null, senderPosition: null, letterNumber: null, urgency: 'biasa' } as const
const BAWASLU = {
  channel: 'siapnet',
  senderKind: 'agency',
  senderName: 'Badan Pengawas Pemilihan Umum {region}',
  senderPosition: 'Ketua',
  letterNumber: '{n}/PP.00.02/K/{yyyy}',
  agencyKinds: ['regency', 'city'],
  urgency: 'segera',
  secrecy: 'terbatas',
  refusal: null,
} as const
const LOCAL = ['regency', 'city'] as const

const matters: readonly MatterText[] = [
  {
    ...CITIZEN,
    key: 'netralitas.photo',
    channel: 'email',
    agencyKinds: LOCAL,
    secrecy: 'rahasia',
    subject: 'Pengaduan dugaan pelanggaran netralitas: foto bersama bakal calon',
    summary:
      'Pelapor mengadukan {reported}, {post} {agency}, yang berfoto bersama bakal calon kepala daerah dengan mengacungkan simbol nomor urut. Foto beredar di grup percakapan warga. Terlampir disampaikan bukti pendukung berupa foto dan tangkapan layar. Mohon identitas pelapor dirahasiakan.',
    attachments: ['Surat pengaduan.pdf', 'Foto kegiatan.jpg', 'Tangkapan layar.png'],
    answer: 'photo',
    refusal: null,
    complaint: { reportedPosts: ['Camat'], violation: 'photo_with_candidate', evidence: ['photo'], classification: null },
  },
  {
    ...BAWASLU,
    key: 'netralitas.bawaslu_declaration',
    subject: 'Penerusan temuan kehadiran ASN pada deklarasi bakal calon',
    summary:
      'Bawaslu meneruskan temuan kehadiran {reported}, {post} {agency}, pada deklarasi bakal pasangan calon di lapangan terbuka. Terlapor mengenakan kaus bergambar bakal calon dan memberikan sambutan singkat. Klarifikasi terhadap dua orang saksi telah dilaksanakan.',
    attachments: ['Surat penerusan.pdf', 'Berita acara klarifikasi.pdf', 'Video sambutan.pdf'],
    answer: 'declaration',
    complaint: {
      reportedPosts: ['Kepala Dinas Perhubungan'],
      violation: 'attending_declaration',
      evidence: ['video', 'witness'],
      classification: 'technical',
    },
  },
  {
    ...CITIZEN,
    key: 'netralitas.like_share',
    channel: 'lapor',
    agencyKinds: LOCAL,
    secrecy: 'terbatas',
    subject: 'Pengaduan ASN menyukai dan membagikan unggahan peserta pemilihan',
    summary:
      'Pelapor menyampaikan bahwa {reported} berulang kali menyukai dan membagikan unggahan kampanye melalui akun pribadi pada jam kerja. Sedikitnya sembilan unggahan tercatat dalam dua pekan. Tautan dan tangkapan layar dilampirkan.',
    attachments: ['Tangkapan layar unggahan.pdf'],
    answer: 'social_media',
    refusal: null,
    complaint: { reportedPosts: ['Guru Ahli Muda'], violation: 'liking_or_sharing', evidence: ['photo'], classification: 'normative' },
  },
  {
    ...CITIZEN,
    key: 'netralitas.banner',
    channel: 'lapor',
    agencyKinds: LOCAL,
    secrecy: 'biasa',
    subject: 'Pengaduan pemasangan baliho bakal calon oleh pejabat daerah',
    summary:
      'Baliho bergambar {reported} sebagai bakal calon wakil kepala daerah terpasang di sedikitnya dua belas titik. Terlapor masih berstatus {post} dan belum mengajukan cuti di luar tanggungan negara. Pelapor melampirkan foto beserta lokasi pemasangan.',
    attachments: ['Foto baliho.jpg', 'Peta lokasi.pdf'],
    answer: 'banner',
    refusal: null,
    complaint: {
      reportedPosts: ['Sekretaris Daerah'],
      violation: 'banner',
      evidence: ['photo', 'document'],
      classification: 'field_examination',
    },
  },
  {
    key: 'netralitas.observer',
    channel: 'counter',
    senderKind: 'legal_body',
    senderName: 'Yayasan Pemantau Pemilu {region}',
    senderPosition: 'Direktur Eksekutif',
    letterNumber: '{n}/YPP/X/{yyyy}',
    agencyKinds: LOCAL,
    urgency: 'segera',
    secrecy: 'terbatas',
    subject: 'Pengaduan mobilisasi pegawai untuk mendukung salah satu bakal calon',
    summary:
      'Yayasan mengadukan {reported} yang mengarahkan kepala sekolah menghadiri pertemuan tertutup bersama tim pemenangan. Undangan disampaikan melalui grup percakapan resmi dinas. Rekaman suara arahan dan daftar hadir dilampirkan.',
    attachments: ['Surat pengaduan bercap.pdf', 'Rekaman arahan.pdf', 'Daftar hadir.pdf'],
    answer: 'mobilisation',
    refusal: null,
    complaint: {
      reportedPosts: ['Kepala Dinas Pendidikan', 'Kepala Bidang Pembinaan SMP'],
      violation: 'campaign_team',
      evidence: ['audio', 'document'],
      classification: null,
    },
  },
  {
    ...BAWASLU,
    key: 'netralitas.bawaslu_social',
    subject: 'Penerusan dugaan pelanggaran netralitas di media sosial',
    summary:
      'Hasil pengawasan siber menemukan akun milik {reported} memuat ajakan memilih salah satu pasangan calon. Unggahan telah dihapus, tetapi arsip digital tersimpan. Bawaslu menyatakan temuan beririsan dengan tahapan pemilihan yang sedang berlangsung.',
    attachments: ['Surat penerusan.pdf', 'Arsip digital unggahan.pdf'],
    answer: 'social_media',
    complaint: {
      reportedPosts: ['Lurah'],
      violation: 'campaign_on_social_media',
      evidence: ['document', 'photo'],
      classification: 'direct',
    },
  },
  {
    ...CITIZEN,
    key: 'netralitas.party_officer',
    channel: 'post',
    agencyKinds: LOCAL,
    secrecy: 'terbatas',
    subject: 'Pengaduan ASN yang tercantum sebagai pengurus partai politik',
    summary:
      'Pelapor menyampaikan salinan susunan pengurus partai tingkat kecamatan yang mencantumkan nama {reported}. Yang bersangkutan masih aktif bekerja sebagai {post}. Pelapor memohon agar statusnya diklarifikasi.',
    attachments: ['Surat pengaduan.pdf', 'Salinan susunan pengurus.pdf'],
    answer: 'party',
    refusal: null,
    complaint: { reportedPosts: ['Penyuluh Keluarga Berencana'], violation: 'party_member', evidence: ['document'], classification: null },
  },
  {
    ...BAWASLU,
    key: 'netralitas.bawaslu_campaign_team',
    subject: 'Penerusan temuan ASN dalam tim pemenangan',
    summary:
      'Nama {reported} tercantum sebagai koordinator wilayah pada dokumen tim pemenangan yang diserahkan kepada penyelenggara. Terlapor membantah pernah memberikan persetujuan. Hasil klarifikasi kepada pejabat penghubung tim dilampirkan.',
    attachments: ['Surat penerusan.pdf', 'Susunan tim pemenangan.pdf', 'Berita acara klarifikasi.pdf'],
    answer: 'mobilisation',
    complaint: {
      reportedPosts: ['Kepala Puskesmas'],
      violation: 'campaign_team',
      evidence: ['document', 'witness'],
      classification: 'technical',
    },
  },
  {
    ...CITIZEN,
    key: 'netralitas.anonymous_thin',
    channel: 'lapor',
    agencyKinds: LOCAL,
    secrecy: 'biasa',
    subject: 'Laporan pegawai yang diduga tidak netral',
    summary:
      'Pelapor tanpa nama menyebut {reported}, pegawai {agency}, tidak netral menjelang pemilihan. Tidak disebutkan perbuatan, waktu, tempat, maupun bukti pendukung. Permintaan keterangan tambahan melalui kanal yang sama tidak dijawab.',
    attachments: [],
    answer: 'social_media',
    refusal: [
      'Pengaduan Saudara telah kami terima dan telaah.',
      'Pengaduan belum dapat kami tindak lanjuti karena tidak memuat uraian perbuatan dan bukti pelanggaran sebagaimana dipersyaratkan.',
      'Saudara dapat menyampaikan kembali pengaduan dengan melengkapi uraian perbuatan, waktu, dan tempat kejadian, serta bukti berupa foto, video, rekaman, keterangan saksi, atau dokumen.',
    ],
    complaint: { reportedPosts: ['Staf'], violation: 'other', evidence: [], classification: 'normative' },
  },
  {
    ...CITIZEN,
    key: 'netralitas.not_asn',
    channel: 'email',
    agencyKinds: LOCAL,
    secrecy: 'biasa',
    subject: 'Pengaduan perangkat desa yang berkampanye',
    summary:
      'Pelapor mengadukan {reported}, seorang kepala dusun, yang membagikan bahan kampanye kepada warga. Berdasarkan keterangan pelapor, yang bersangkutan adalah perangkat desa dan bukan pegawai ASN. Foto pembagian dilampirkan.',
    attachments: ['Surat pengaduan.pdf', 'Foto pembagian.jpg'],
    answer: 'declaration',
    refusal: [
      'Pengaduan Saudara telah kami terima dan telaah.',
      'Terlapor merupakan perangkat desa dan bukan ASN aktif, sehingga pengaduan tidak dapat kami tindak lanjuti.',
      'Pengaduan mengenai perangkat desa dapat Saudara sampaikan kepada pengawas pemilihan setempat dan kepada bupati melalui camat.',
    ],
    complaint: {
      reportedPosts: ['Kepala Dusun'],
      active: false,
      violation: 'campaign_on_social_media',
      evidence: ['photo'],
      classification: null,
    },
  },
  {
    ...CITIZEN,
    key: 'netralitas.service_pressure',
    channel: 'email',
    agencyKinds: ['regency', 'city', 'province'],
    urgency: 'segera',
    secrecy: 'rahasia',
    subject: 'Pengaduan pengarahan penerima bantuan untuk memilih calon tertentu',
    summary:
      'Saya yang menyampaikan pengaduan ini mengadukan dugaan pengarahan penerima bantuan sosial oleh {reported}. Warga diminta menyerahkan fotokopi kartu keluarga sebagai bukti dukungan. Dua orang saksi bersedia memberikan keterangan.',
    attachments: ['Surat pengaduan.pdf', 'Keterangan saksi.pdf'],
    answer: 'mobilisation',
    refusal: null,
    complaint: {
      reportedPosts: ['Kepala Bidang Perlindungan Sosial'],
      violation: 'other',
      evidence: ['witness', 'audio'],
      classification: null,
    },
  },
  {
    key: 'netralitas.student_group',
    channel: 'post',
    senderKind: 'community_group',
    senderName: 'Aliansi Mahasiswa Peduli Demokrasi {region}',
    senderPosition: 'Koordinator',
    letterNumber: '{n}/AMPD/XI/{yyyy}',
    agencyKinds: LOCAL,
    urgency: 'biasa',
    secrecy: 'biasa',
    subject: 'Pengaduan pejabat yang menghadiri kampanye dengan kendaraan dinas',
    summary:
      'Aliansi mengadukan {reported} yang menghadiri kampanye terbuka menggunakan kendaraan dinas. Nomor polisi kendaraan terlihat pada video yang diberitakan media daring. Surat telah dibubuhi cap dan tanda tangan koordinator.',
    attachments: ['Surat pengaduan bercap.pdf', 'Cetakan berita daring.pdf'],
    answer: 'declaration',
    refusal: null,
    complaint: {
      reportedPosts: ['Kepala Bagian Umum'],
      violation: 'attending_declaration',
      evidence: ['media_report', 'video'],
      classification: null,
    },
  },
  {
    ...CITIZEN,
    key: 'netralitas.central_agency',
    channel: 'lapor',
    agencyKinds: ['ministry', 'institution'],
    secrecy: 'terbatas',
    subject: 'Pengaduan pegawai kementerian yang menjadi narasumber kegiatan partai',
    summary:
      'Pelapor menyampaikan bahwa {reported} menjadi pembicara pada pelatihan kader partai tanpa izin atasan. Materi paparan memuat lambang instansi. Poster kegiatan dan tautan siaran ulang dilampirkan.',
    attachments: ['Poster kegiatan.jpg', 'Materi paparan.pdf'],
    answer: 'party',
    refusal: null,
    complaint: {
      reportedPosts: ['Analis Kebijakan Ahli Madya'],
      violation: 'other',
      evidence: ['document', 'video'],
      classification: 'no_field_examination',
    },
  },
  {
    ...BAWASLU,
    key: 'netralitas.bawaslu_candidate',
    subject: 'Penerusan dugaan pendekatan pegawai kepada partai politik',
    summary:
      'Bawaslu meneruskan temuan pendaftaran {reported} sebagai bakal calon pada tiga partai politik sebelum mengajukan pengunduran diri atau cuti di luar tanggungan negara. Formulir pendaftaran dan foto penyerahan berkas dilampirkan.',
    attachments: ['Surat penerusan.pdf', 'Formulir pendaftaran.pdf', 'Foto penyerahan berkas.jpg'],
    answer: 'banner',
    complaint: {
      reportedPosts: ['Kepala Badan Perencanaan Pembangunan Daerah'],
      violation: 'other',
      evidence: ['document', 'photo'],
      classification: 'technical',
    },
  },
  {
    ...CITIZEN,
    key: 'netralitas.internal_officer',
    channel: 'post',
    agencyKinds: ['institution'],
    secrecy: 'rahasia',
    subject: 'Pengaduan atas keterlambatan penanganan laporan netralitas',
    summary:
      'Pelapor menyampaikan bahwa laporannya kepada KASN belum memperoleh kabar sejak diterima. Pelapor meminta penjelasan mengenai petugas yang menangani, dengan menyebut nama {reported}. Salinan tanda terima dilampirkan.',
    attachments: ['Surat pengaduan.pdf', 'Salinan tanda terima.pdf'],
    answer: 'internal',
    refusal: null,
    complaint: { reportedPosts: ['Pelaksana'], violation: 'other', evidence: ['document'], classification: 'internal_direct' },
  },
]

const GROUNDS =
  'Dasar kewenangan: Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara Pasal 30 sampai dengan Pasal 32, Peraturan Pemerintah Nomor 42 Tahun 2004, dan Peraturan Pemerintah Nomor 94 Tahun 2021.'

const REPORT_BACK = 'melaporkan pelaksanaan rekomendasi ini beserta salinan keputusan yang ditetapkan.'

/** Neutrality complaints. */
export const NETRALITAS_TEXTS: ServiceTexts = {
  service: 'NETRALITAS',
  matters,
  answers: {
    photo: recommended(
      [
        GROUNDS,
        'Fakta: berdasarkan bukti foto dan hasil klarifikasi, {reported} mengakui berada di lokasi dan berfoto bersama bakal calon dengan gerakan tangan yang menunjukkan keberpihakan.',
        'Analisis: perbuatan tersebut bertentangan dengan kewajiban pegawai ASN menjaga netralitas dan menghindari sikap yang menunjukkan keberpihakan kepada bakal calon.',
        'Kesimpulan: {reported} terbukti melakukan pelanggaran kode etik dan kode perilaku di bidang netralitas.',
      ],
      [
        'menjatuhkan sanksi moral berupa pernyataan secara terbuka kepada {reported};',
        'mengingatkan seluruh pegawai di lingkungan {agency} mengenai kewajiban menjaga netralitas; dan',
        REPORT_BACK,
      ],
      [
        'Pengaduan Saudara telah kami verifikasi, termasuk melalui klarifikasi kepada terlapor dan instansinya.',
        'Berdasarkan hasil penanganan, terlapor terbukti melanggar netralitas dan kami telah menyampaikan rekomendasi kepada Pejabat Pembina Kepegawaian {agency}.',
        'Tindak lanjut rekomendasi tersebut menjadi kewenangan Pejabat Pembina Kepegawaian dan kami pantau pelaksanaannya.',
      ],
    ),
    declaration: recommended(
      [
        GROUNDS,
        'Fakta: {reported} hadir pada kegiatan deklarasi atau kampanye sebagaimana terlihat pada rekaman dan dikuatkan keterangan saksi.',
        'Analisis: kehadiran pada deklarasi atau kampanye dengan menggunakan atribut maupun fasilitas jabatan merupakan keberpihakan yang dilarang bagi pegawai ASN.',
        'Kesimpulan: {reported} terbukti melakukan pelanggaran disiplin di bidang netralitas.',
      ],
      [
        'menjatuhkan hukuman disiplin sedang kepada {reported} sesuai dengan ketentuan peraturan perundang-undangan;',
        'menertibkan penggunaan kendaraan dan fasilitas dinas selama tahapan pemilihan; dan',
        REPORT_BACK,
      ],
      [
        'Temuan dan pengaduan dimaksud telah kami verifikasi bersama {agency}.',
        'Hasil pemeriksaan menunjukkan adanya pelanggaran disiplin, dan rekomendasi telah kami sampaikan kepada Pejabat Pembina Kepegawaian.',
        'Kami akan menyampaikan perkembangan tindak lanjut apabila terdapat keputusan penjatuhan hukuman disiplin.',
      ],
    ),
    social_media: recommended(
      [
        GROUNDS,
        'Fakta: akun yang dipersoalkan diakui sebagai milik {reported}, dan unggahan, komentar, atau tanda suka yang dilaporkan sesuai dengan arsip digital.',
        'Analisis: aktivitas media sosial yang menunjukkan dukungan kepada peserta pemilihan termasuk perbuatan yang dilarang, sekalipun dilakukan di luar jam kerja.',
        'Kesimpulan: {reported} terbukti melakukan pelanggaran kode etik di bidang netralitas.',
      ],
      [
        'menjatuhkan sanksi moral berupa pernyataan secara tertutup kepada {reported};',
        'melaksanakan pembinaan mengenai etika bermedia sosial bagi pegawai; dan',
        REPORT_BACK,
      ],
      [
        'Bukti yang Saudara sampaikan telah kami periksa keasliannya dan diklarifikasi kepada terlapor.',
        'Terlapor mengakui kepemilikan akun dan telah menghapus unggahan dimaksud.',
        'Kami telah menyampaikan rekomendasi sanksi moral kepada Pejabat Pembina Kepegawaian {agency}.',
      ],
    ),
    banner: recommended(
      [
        GROUNDS,
        'Fakta: {reported} melakukan pendekatan kepada partai politik dan/atau memasang alat peraga sebagai bakal calon pada saat masih berstatus pegawai ASN aktif.',
        'Analisis: pencalonan mensyaratkan cuti di luar tanggungan negara atau pengunduran diri. Kegiatan pencitraan sebelum syarat tersebut dipenuhi merupakan pelanggaran netralitas.',
        'Kesimpulan: {reported} terbukti melakukan pelanggaran kode etik dan kode perilaku ASN.',
      ],
      [
        'menjatuhkan sanksi moral berupa pernyataan secara terbuka kepada {reported};',
        'memerintahkan {reported} menurunkan alat peraga yang memuat gambar dirinya paling lambat 3 (tiga) hari; dan',
        REPORT_BACK,
      ],
      [
        'Kami telah meminta keterangan kepada terlapor dan {agency} mengenai status kepegawaian serta pemasangan alat peraga dimaksud.',
        'Terlapor terbukti melakukan pelanggaran, dan kami telah merekomendasikan sanksi moral serta penurunan alat peraga.',
        'Pengaduan Saudara dengan demikian telah selesai kami tangani.',
      ],
    ),
    mobilisation: recommended(
      [
        GROUNDS,
        'Fakta: keterangan saksi dan bukti yang diperoleh saling bersesuaian mengenai adanya arahan dari {reported} untuk mendukung bakal calon tertentu.',
        'Analisis: pengarahan pegawai atau penerima layanan dengan menggunakan pengaruh jabatan merupakan pelanggaran berat karena merusak kepercayaan masyarakat terhadap pelayanan publik.',
        'Kesimpulan: {reported} terbukti melakukan pelanggaran disiplin di bidang netralitas.',
      ],
      [
        'menjatuhkan hukuman disiplin berat kepada {reported} setelah pemeriksaan oleh tim pemeriksa yang dibentuk;',
        'menghentikan segala bentuk pengarahan melalui media komunikasi kedinasan; dan',
        REPORT_BACK,
      ],
      [
        'Pengaduan Saudara telah kami tindak lanjuti dengan klarifikasi kepada saksi, terlapor, dan instansi.',
        'Kami menyimpulkan adanya pelanggaran disiplin dan telah menyampaikan rekomendasi kepada Pejabat Pembina Kepegawaian {agency}.',
        'Identitas pelapor dan saksi tidak kami cantumkan dalam rekomendasi tersebut.',
      ],
    ),
    party: recommended(
      [
        GROUNDS,
        'Fakta: nama {reported} tercantum atau tampil dalam kegiatan kepartaian berdasarkan dokumen yang disampaikan dan hasil klarifikasi.',
        'Analisis: pegawai ASN dilarang menjadi anggota dan/atau pengurus partai politik serta wajib menjaga jarak dari kegiatan kepartaian.',
        'Kesimpulan: diperlukan pemeriksaan lebih lanjut oleh instansi untuk memastikan keanggotaan {reported}.',
      ],
      [
        'membentuk tim pemeriksa untuk memastikan keanggotaan {reported} dalam partai politik;',
        'memproses pemberhentian sesuai dengan ketentuan apabila keanggotaan dimaksud terbukti; dan',
        REPORT_BACK,
      ],
      [
        'Dokumen yang Saudara sampaikan telah kami klarifikasi kepada terlapor dan pihak terkait.',
        'Kami telah merekomendasikan pemeriksaan lebih lanjut oleh {agency}.',
        'Hasil pemeriksaan instansi akan kami pantau hingga selesai.',
      ],
    ),
    internal: {
      kind: 'answer',
      points: [
        'Kami menyampaikan permohonan maaf atas ketidaknyamanan yang Saudara alami dalam memperoleh informasi perkembangan laporan.',
        'Laporan Saudara telah diterima dan saat ini berada pada tahap klarifikasi kepada instansi terlapor. Keterlambatan terjadi karena instansi meminta penjadwalan ulang.',
        'Perkembangan berikutnya akan kami sampaikan secara tertulis, dan Saudara dapat menghubungi petugas melalui hotline pada jam layanan.',
      ],
      recommendations: [],
      reply: [],
    },
  },
  completeness: [
    [
      'Identitas terlapor meliputi nama lengkap, instansi, jabatan, dan/atau NIP/Nomor Induk PPPK.',
      'Bukti pelanggaran berupa foto, video, rekaman, keterangan saksi, atau dokumen pendukung lainnya.',
    ],
    ['Cap dan/atau tanda tangan perwakilan badan hukum/kelompok masyarakat pada surat pengaduan.'],
  ],
}
