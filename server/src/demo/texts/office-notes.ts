/** Notes with which Pimpinan disposes to a working group. */
export const LEADER_NOTES: readonly string[] = [
  'Mohon ditelaah dan disiapkan konsep jawaban sesuai standar pelayanan.',
  'Perhatikan batas waktu penyelesaian. Laporkan bila perlu perpanjangan.',
  'Pelajari dengan saksama, koordinasikan dengan instansi terkait.',
  'Agar dijaga kerahasiaan identitas pelapor.',
  'Mohon pertimbangan hukum dicantumkan secara lengkap.',
  'Bandingkan dengan rekomendasi terdahulu untuk instansi yang sama.',
  'Siapkan bahan singkat satu halaman sebelum dibicarakan dengan saya.',
  'Tindak lanjuti segera, instansi menunggu jawaban.',
]

/** Notes with which the head of a working group disposes to an Asisten. */
export const HEAD_NOTES: readonly string[] = [
  'Sdr. agar menelaah kelengkapan dan substansinya, konsep saya terima besok siang.',
  'Hubungi narahubung instansi bila ada dokumen yang kurang.',
  'Susun konsep jawaban, lampirkan matriks analisis.',
  'Mohon dicek riwayat permohonan dari pengirim yang sama.',
  'Pastikan dasar hukum yang dikutip adalah yang berlaku.',
  'Koordinasikan dengan Asisten pembina sub-wilayah.',
  'Prioritaskan, batas waktunya dekat.',
  'Siapkan konsep surat dan ringkasan untuk Pimpinan.',
]

/** Why a reviewer sends a draft back. */
export const RETURN_REASONS: readonly string[] = [
  'Dasar hukum pada butir 2 belum mencantumkan perubahan peraturan. Mohon diperbaiki.',
  'Kesimpulan belum didukung uraian fakta. Tambahkan hasil klarifikasi sebelum butir terakhir.',
  'Sebutan jabatan tujuan surat belum tepat. Sesuaikan dengan surat masuk.',
  'Kalimat pada butir 3 terlalu panjang dan dapat ditafsirkan ganda. Mohon dipecah.',
  'Nada surat perlu dibuat lebih netral. Hindari kata "jelas-jelas melanggar".',
  'Tenggat tindak lanjut belum disebutkan. Mohon dicantumkan.',
  'Nomor dan tanggal surat yang dirujuk keliru. Cocokkan dengan lembar disposisi.',
  'Tembusan belum memuat instansi pembina. Mohon dilengkapi.',
  'Rekomendasi agar dirumuskan sebagai kalimat perintah yang dapat dilaksanakan.',
  'Identitas pelapor masih dapat dikenali dari uraian butir 2. Mohon disamarkan.',
  'Tambahkan langkah yang dapat ditempuh pemohon agar surat bersifat solutif.',
  'Penulisan "pejabat pembina kepegawaian" belum seragam. Rapikan sesuai pedoman.',
]

/** What a drafter writes when submitting again after a return. */
export const REVISION_NOTES: readonly string[] = [
  'Telah diperbaiki sesuai catatan.',
  'Dasar hukum dan kesimpulan telah dilengkapi.',
  'Redaksi butir yang dimaksud telah disederhanakan.',
  'Rujukan surat telah dicocokkan dengan lembar disposisi.',
]

/** What a reviewer writes when passing a letter on, or approving it. */
export const REVIEW_NOTES: readonly string[] = [
  'Setuju, diteruskan kepada Pimpinan.',
  'Substansi sudah sesuai dengan hasil analisis.',
  'Telah diperiksa, dapat diteruskan.',
  'Setuju untuk diterbitkan.',
  'Perbaikan sudah sesuai dengan catatan.',
]

/** What is said when a disposition is marked done. */
export const CLOSING_NOTES: readonly string[] = [
  'Konsep jawaban telah disampaikan untuk ditinjau.',
  'Telah dikoordinasikan dengan instansi dan dituangkan dalam analisis.',
  'Sudah ditelaah, hasil terlampir pada berkas perkara.',
  'Surat telah terbit dan disampaikan kepada pemohon.',
]

/** Why a disposition goes back up. */
export const SEND_BACK_REASONS: readonly string[] = [
  'Materi lebih tepat ditangani Pokja Kode Etik dan Netralitas.',
  'Instansi pengirim termasuk binaan Wilayah II.',
  'Yang bersangkutan sedang cuti, mohon dialihkan.',
  'Terdapat hubungan keluarga dengan pemohon, mohon ditunjuk pegawai lain.',
]

/** Why Pimpinan sends a case back to the registry. */
export const RETURN_TO_REGISTRY_REASONS: readonly string[] = [
  'Jenis layanan belum tepat, mohon diperiksa kembali.',
  'Lampiran tidak terbaca, mohon dimintakan ulang kepada pengirim.',
]

/** Why an Asisten finds that a request can be processed. */
export const PROCESSABLE_REASONS: readonly string[] = [
  'Persyaratan lengkap dan materi termasuk lingkup layanan.',
  'Identitas dan substansi memadai untuk dianalisis.',
  'Bukti awal cukup, klarifikasi dapat dilaksanakan.',
  'Berkas lengkap dan permohonan sesuai tahapan.',
]

/** Why an Asisten finds that it cannot. */
export const NOT_PROCESSABLE_REASONS: readonly string[] = [
  'Materi tidak termasuk kategori layanan.',
  'Substansi dan bukti pendukung tidak memadai.',
  'Permasalahan sedang diperiksa pengadilan.',
  'Terlapor bukan ASN aktif.',
  'Tahapan belum memenuhi ketentuan.',
]

/** Why a request is withdrawn. */
export const WITHDRAWAL_REASONS: readonly string[] = [
  'Pemohon mencabut permohonan secara tertulis karena telah diselesaikan oleh instansi.',
  'Surat terdaftar dua kali, permohonan dilanjutkan pada nomor agenda yang lebih dahulu.',
]

/** What the Sekretariat notes at delivery. */
export const DELIVERY_NOTES: readonly string[] = [
  'Diterima langsung oleh pemohon di loket.',
  'Diterima staf tata usaha, tanda terima terlampir.',
  'Dikirim melalui kurir tercatat.',
  'Dikirim ke alamat e-mail yang tercantum dalam permohonan.',
  'Salinan fisik menyusul melalui pos.',
]

/** Courier services, invented. */
export const COURIERS: readonly string[] = ['Kurir Nusantara Cepat', 'Pos Antar Tercatat', 'Lintas Paket Persada']

/** Comments in the margin of a draft. */
export const COMMENTS: readonly string[] = [
  'Apakah nomor peraturan ini sudah dicocokkan?',
  'Sebaiknya disebutkan tanggal klarifikasi.',
  'Mohon istilah ini diseragamkan dengan surat sebelumnya.',
  'Bagian ini sudah baik.',
  'Pertimbangkan menambahkan tembusan kepada gubernur.',
]

/** What the Sekretariat writes when handing a case to Pimpinan. */
export const HAND_OVER_NOTES: readonly string[] = [
  'Berkas lengkap, mohon arahan Pimpinan.',
  'Mohon disposisi, batas waktu tercantum pada lembar disposisi.',
  'Surat asli disimpan di Sekretariat.',
  'Terdapat permohonan terdahulu dari pengirim yang sama.',
]
