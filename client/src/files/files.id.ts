/** Words about files. */
const words = {
  title: 'Berkas',
  choose: 'Pilih berkas',
  drop: 'atau letakkan di sini. PDF, gambar, dokumen, audio, atau video hingga {size}.',
  uploads: 'Berkas yang diunggah',
  state: {
    sending: '{percent}% terkirim',
    waiting_for_line: 'Menunggu sambungan. Dilanjutkan otomatis dari {percent}%.',
    done: 'Terunggah',
    too_large: 'Terlalu besar, paling besar {size}.',
    refused: 'Jenis berkas ini tidak dapat diterima.',
  },
  resumed: 'Melanjutkan unggahan sebelumnya.',
  cancel: 'Batalkan unggahan {name}',
  remove: 'Lepas {name}',
  resume: 'Lanjutkan',
  identity: 'Memperlihatkan identitas pelapor',
  identityHint: 'Berkas yang dicentang disegel bersama identitas pelapor dan hanya dapat dibuka dengan izin kustodian.',
  sealedName: 'Dokumen identitas (disegel)',
  sealedHint: 'Hanya dapat dibuka dengan izin kustodian.',
  seal: 'Segel',
  sealOf: 'Segel {name} bersama identitas pelapor',
  sealTitle: 'Segel berkas ini?',
  sealText:
    '{name} disegel bersama identitas pelapor. Berkas tidak lagi dapat dilihat atau diunduh siapa pun tanpa izin kustodian. Tindakan ini tidak dapat dibatalkan.',
  sealed: 'Berkas disegel.',
  openSealed: 'Buka dokumen identitas',
  attach: 'Tambahkan ke perkara',
  attached: 'Berkas ditambahkan ke perkara.',
  completes: 'Melengkapi permohonan',
  completesHint: 'Jangka waktu yang dijeda karena menunggu kelengkapan dari pemohon dilanjutkan.',
  none: 'Belum ada berkas',
  noneHint: 'Lampiran surat masuk dan PDF surat keluar muncul di sini.',
  open: 'Lihat',
  download: 'Unduh',
  close: 'Tutup',
  addedBy: 'Ditambahkan {name}, {at}',
  quarantined: 'Sedang diperiksa',
  refusedFile: 'Ditolak pemeriksaan',
  noPreview: 'Berkas jenis ini tidak dapat ditampilkan di konsol. Unduh untuk membukanya.',
  zoomIn: 'Perbesar',
  zoomOut: 'Perkecil',
  fit: 'Sesuaikan lebar',
  zoom: 'Pembesaran {percent}%',
  pdfOf: 'Isi {name}',
}

export default words

declare module '../app/words.js' {
  interface Words {
    files: typeof words
  }
}
