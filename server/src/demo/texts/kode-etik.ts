import { answered, type MatterText, type ServiceTexts } from './matter.js'

const CIVIL_SERVANT = {
  channel: 'post',
  senderKind: 'asn',
  senderName: null,
  letterNumber: null,
  urgency: 'biasa',
  secrecy: 'terbatas',
  refusal: null,
} as const
const INDIVIDUAL = { ...CIVIL_SERVANT, senderKind: 'individual', senderPosition: null } as const
const AGENCY = { channel: 'post', senderKind: 'agency', senderName: null, urgency: 'segera', secrecy: 'terbatas', refusal: null } as const
const ANY = ['regency', 'city', 'province', 'ministry', 'institution'] as const
const ASN_PAPERS = ['Surat permohonan konsultasi.pdf', 'Surat tugas.pdf'] as const

const matters: readonly MatterText[] = [
  {
    ...AGENCY,
    key: 'kode_etik.divorce',
    senderPosition: 'Kepala Bidang Pembinaan Pegawai',
    letterNumber: '862/{n}/BKPSDM/{yyyy}',
    agencyKinds: ['regency', 'city'],
    topic: 'household',
    subject: 'Permohonan konsultasi penanganan izin perceraian pegawai',
    summary:
      '{agency} memohon konsultasi mengenai pegawai yang mengajukan gugatan cerai sebelum memperoleh izin tertulis. Pemeriksaan internal telah dilakukan dan pegawai mengakui perbuatannya. Konsultasi diusulkan pada pekan ini dengan membawa berita acara pemeriksaan.',
    attachments: [...ASN_PAPERS, 'Berita acara pemeriksaan.pdf'],
    answer: 'household',
  },
  {
    ...INDIVIDUAL,
    key: 'kode_etik.neglect',
    agencyKinds: ANY,
    topic: 'household',
    secrecy: 'rahasia',
    subject: 'Permohonan konsultasi penelantaran keluarga oleh pegawai ASN',
    summary:
      'Pemohon, istri seorang pegawai {agency}, menyampaikan bahwa nafkah keluarga tidak diberikan selama delapan bulan. Pemohon ingin mengetahui kewajiban pegawai terhadap keluarga dan saluran pengaduannya. Pertemuan diusulkan secara daring.',
    attachments: ['Surat permohonan konsultasi.pdf', 'Fotokopi KTP.pdf'],
    answer: 'household',
  },
  {
    ...CIVIL_SERVANT,
    key: 'kode_etik.vendor',
    channel: 'counter',
    senderPosition: 'Pejabat Pembuat Komitmen',
    agencyKinds: ANY,
    topic: 'conflict_of_interest',
    subject: 'Permohonan konsultasi konflik kepentingan dalam pengadaan',
    summary:
      'Pemohon ditunjuk sebagai pejabat pembuat komitmen, sedangkan salah satu calon penyedia dimiliki oleh saudara kandungnya. Pemohon bermaksud menyampaikan pernyataan konflik kepentingan. Mohon konsultasi mengenai langkah dan bentuk pernyataannya.',
    attachments: [...ASN_PAPERS],
    answer: 'conflict',
  },
  {
    ...CIVIL_SERVANT,
    key: 'kode_etik.side_job',
    senderPosition: 'Dokter Ahli Muda',
    agencyKinds: ['regency', 'city', 'province'],
    topic: 'conflict_of_interest',
    secrecy: 'biasa',
    subject: 'Permohonan konsultasi rangkap pekerjaan di luar kedinasan',
    summary:
      'Pemohon memiliki praktik mandiri dan diminta menjadi penasihat pada fasilitas kesehatan swasta yang bermitra dengan instansinya. Pemohon menanyakan batas yang diperbolehkan menurut kode perilaku ASN. Pertemuan diusulkan secara tatap muka.',
    attachments: [...ASN_PAPERS],
    answer: 'conflict',
  },
  {
    ...CIVIL_SERVANT,
    key: 'kode_etik.intimidation',
    senderPosition: 'Pranata Komputer Ahli Pertama',
    agencyKinds: ANY,
    topic: 'abuse_of_power',
    secrecy: 'rahasia',
    subject: 'Permohonan konsultasi tindakan sewenang-wenang atasan',
    summary:
      'Pemohon menyampaikan bahwa atasan memerintahkan pekerjaan pribadi di luar jam kerja dan mengancam menurunkan penilaian kinerja. Tiga orang rekan mengalami hal serupa. Mohon identitas pemohon dirahasiakan.',
    attachments: [...ASN_PAPERS, 'Tangkapan layar percakapan.pdf'],
    answer: 'power',
  },
  {
    ...AGENCY,
    key: 'kode_etik.council',
    senderPosition: 'Sekretaris Majelis Kode Etik',
    letterNumber: '700/{n}/MKE/{yyyy}',
    agencyKinds: ['ministry', 'institution', 'province'],
    topic: 'abuse_of_power',
    subject: 'Permohonan konsultasi tata cara sidang majelis kode etik',
    summary:
      'Majelis kode etik {agency} akan menyidangkan dugaan tindakan sewenang-wenang seorang pejabat administrator. Konsultasi dimohonkan mengenai susunan majelis, hak terperiksa, dan bentuk putusan. Usulan tanggal pertemuan tercantum dalam surat.',
    attachments: [...ASN_PAPERS, 'Rancangan peraturan majelis.pdf'],
    answer: 'council',
  },
  {
    ...AGENCY,
    key: 'kode_etik.adultery',
    senderPosition: 'Inspektur Pembantu Khusus',
    letterNumber: '700/{n}/ITDA/{yyyy}',
    agencyKinds: ['regency', 'city', 'province'],
    topic: 'adultery',
    secrecy: 'rahasia',
    subject: 'Permohonan konsultasi penanganan laporan perselingkuhan dua pegawai',
    summary:
      'Inspektorat menerima laporan perselingkuhan antara dua orang pegawai yang keduanya terikat perkawinan. Pelapor menyerahkan bukti percakapan dan foto. Konsultasi dimohonkan mengenai pembuktian dan jenis sanksi yang tepat.',
    attachments: [...ASN_PAPERS, 'Ringkasan laporan.pdf'],
    answer: 'adultery',
  },
  {
    ...INDIVIDUAL,
    key: 'kode_etik.spouse',
    agencyKinds: ANY,
    topic: 'adultery',
    secrecy: 'rahasia',
    subject: 'Permohonan konsultasi atas dugaan perselingkuhan suami',
    summary:
      'Pemohon menyampaikan dugaan hubungan suaminya, seorang pegawai {agency}, dengan rekan sekantor. Pemohon belum melapor kepada instansi karena khawatir tidak ditanggapi. Pemohon memohon konsultasi mengenai bukti dan jalur pelaporan.',
    attachments: ['Surat permohonan konsultasi.pdf', 'Fotokopi KTP.pdf'],
    answer: 'adultery',
  },
  {
    ...CIVIL_SERVANT,
    key: 'kode_etik.levy',
    channel: 'counter',
    senderPosition: 'Kepala Tata Usaha Sekolah',
    agencyKinds: ['regency', 'city'],
    topic: 'illegal_levy',
    subject: 'Permohonan konsultasi pungutan dalam pengurusan kenaikan pangkat',
    summary:
      'Pemohon diminta menghimpun iuran dari guru yang mengurus kenaikan pangkat. Pemohon menolak dan ingin memperoleh saran agar tidak turut melanggar. Pertemuan diusulkan pada jam layanan hari Jumat.',
    attachments: [...ASN_PAPERS],
    answer: 'levy',
  },
  {
    ...INDIVIDUAL,
    key: 'kode_etik.permit_fee',
    senderPosition: 'Pelaku usaha',
    agencyKinds: ['regency', 'city'],
    topic: 'illegal_levy',
    secrecy: 'terbatas',
    subject: 'Permohonan konsultasi permintaan biaya tidak resmi dalam perizinan',
    summary:
      'Pemohon diminta membayar biaya percepatan di luar tarif resmi oleh petugas perizinan. Permohonan izin tidak diproses setelah pemohon menolak. Pemohon menanyakan cara melaporkan tanpa merugikan usahanya.',
    attachments: ['Surat permohonan konsultasi.pdf', 'Fotokopi KTP.pdf', 'Bukti percakapan.pdf'],
    answer: 'levy',
  },
  {
    ...CIVIL_SERVANT,
    key: 'kode_etik.social_media',
    senderPosition: 'Analis Humas Ahli Muda',
    agencyKinds: ANY,
    topic: 'other',
    secrecy: 'biasa',
    subject: 'Permohonan konsultasi etika bermedia sosial bagi pegawai',
    summary:
      'Pemohon menyusun pedoman bermedia sosial di lingkungan {agency} dan memohon konsultasi mengenai batas berpendapat bagi pegawai ASN. Rancangan pedoman dilampirkan. Pertemuan diusulkan secara daring.',
    attachments: [...ASN_PAPERS, 'Rancangan pedoman.pdf'],
    answer: 'council',
  },
  {
    ...INDIVIDUAL,
    key: 'kode_etik.civil_matter',
    agencyKinds: ANY,
    topic: 'other',
    secrecy: 'biasa',
    subject: 'Permohonan konsultasi pembagian warisan dengan saudara yang berstatus ASN',
    summary:
      'Pemohon meminta konsultasi mengenai pembagian warisan keluarga karena salah satu ahli waris adalah pegawai ASN. Tidak terdapat uraian mengenai pelanggaran nilai dasar, kode etik, atau kode perilaku. Pemohon mengusulkan pertemuan pada pekan depan.',
    attachments: ['Surat permohonan konsultasi.pdf', 'Fotokopi KTP.pdf'],
    answer: 'household',
    refusal: [
      'Permohonan konsultasi Saudara telah kami terima dan telaah.',
      'Materi yang Saudara sampaikan merupakan persoalan keperdataan dan tidak berkaitan dengan nilai dasar, kode etik, dan kode perilaku ASN, sehingga konsultasi tidak dapat dilaksanakan.',
      'Saudara dapat berkonsultasi dengan pos bantuan hukum pada pengadilan setempat.',
    ],
  },
]

/** Ethics consultations. */
export const KODE_ETIK_TEXTS: ServiceTexts = {
  service: 'KODE_ETIK',
  matters,
  answers: {
    household: answered(
      'Materi yang Saudara konsultasikan berkaitan dengan kewajiban pegawai ASN dalam kehidupan rumah tangga, termasuk izin perkawinan dan perceraian serta pemberian nafkah.',
      'Pegawai yang akan melakukan perceraian wajib memperoleh izin atau surat keterangan lebih dahulu dari pejabat. Pengabaian kewajiban tersebut merupakan pelanggaran disiplin.',
      'Instansi berkewajiban merukunkan kedua belah pihak melalui atasan langsung sebelum mengambil keputusan.',
      'Langkah yang dapat ditempuh adalah menyampaikan laporan tertulis kepada atasan langsung pegawai disertai bukti, dengan tembusan kepada unit kepegawaian {agency}.',
    ),
    conflict: answered(
      'Konflik kepentingan timbul apabila kepentingan pribadi atau keluarga dapat memengaruhi kualitas keputusan dalam jabatan.',
      'Pegawai wajib menyatakan konflik kepentingan secara tertulis kepada atasan sebelum keputusan diambil dan tidak turut serta dalam proses yang berkaitan.',
      'Atasan menunjuk pejabat lain untuk mengambil alih keputusan dimaksud dan mencatatnya dalam daftar konflik kepentingan.',
      'Pekerjaan di luar kedinasan diperbolehkan sepanjang tidak mengganggu tugas, tidak menggunakan fasilitas negara, dan diizinkan oleh pejabat yang berwenang.',
    ),
    power: answered(
      'Penggunaan jabatan untuk kepentingan pribadi dan ancaman terhadap bawahan bertentangan dengan kode perilaku ASN.',
      'Penilaian kinerja tidak dapat digunakan sebagai alat tekanan, dan setiap hasil penilaian harus didukung bukti capaian.',
      'Saudara dapat menyampaikan laporan kepada atasan dari atasan langsung atau kepada unit pengawasan internal, baik sendiri maupun bersama rekan yang mengalami hal serupa.',
      'Identitas Saudara kami jaga. Apabila terjadi tindakan balasan, Saudara dapat memohon layanan konsultasi mediasi dan perlindungan.',
    ),
    council: answered(
      'Majelis kode etik dibentuk oleh pejabat yang berwenang dengan susunan berjumlah gasal, dan pangkat anggotanya tidak lebih rendah daripada pegawai yang diperiksa.',
      'Terperiksa berhak mengetahui dugaan pelanggaran, memberikan keterangan, mengajukan saksi, dan memperoleh salinan putusan.',
      'Putusan diambil secara musyawarah dan dituangkan dalam rekomendasi sanksi moral, yang dapat disertai usulan pemeriksaan disiplin.',
      'Pedoman internal yang disusun instansi agar memuat batas yang jelas antara pendapat pribadi dan pernyataan kedinasan.',
    ),
    adultery: answered(
      'Hubungan di luar perkawinan yang sah merupakan pelanggaran kode etik dan dapat sekaligus merupakan pelanggaran disiplin.',
      'Pembuktian dilakukan melalui pengakuan, keterangan saksi, serta bukti elektronik yang diperoleh secara sah.',
      'Pemeriksaan dilaksanakan secara tertutup guna menjaga martabat para pihak, terutama anak.',
      'Kami menyarankan agar laporan disampaikan secara tertulis kepada Pejabat Pembina Kepegawaian {agency} melalui unit pengawasan internal.',
    ),
    levy: answered(
      'Setiap layanan kepegawaian dan perizinan hanya dapat dikenakan biaya yang ditetapkan dalam peraturan perundang-undangan.',
      'Permintaan biaya di luar tarif resmi merupakan pungutan liar dan dapat dikenai sanksi disiplin maupun pidana.',
      'Saudara tidak wajib memenuhi permintaan tersebut dan disarankan menyimpan bukti permintaan, waktu, serta nama petugas.',
      'Laporan dapat disampaikan kepada inspektorat, satuan tugas sapu bersih pungutan liar, atau melalui Lapor KASN.',
    ),
  },
  completeness: [
    ['Surat tugas dari instansi asal.', 'Nomor Identitas Pegawai, jabatan, dan unit kerja pemohon.'],
    ['Nomor Induk Kependudukan dan alamat lengkap pemohon.', 'Usulan tanggal pertemuan konsultasi.'],
  ],
}
