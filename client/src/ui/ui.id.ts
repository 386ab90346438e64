const words = {
  stage: {
    registered: 'Teregistrasi',
    handed_over: 'Di meja Pimpinan',
    with_unit: 'Di Pokja',
    assigned: 'Di Asisten',
    in_process: 'Dalam proses',
    answered: 'Terjawab',
    closed: 'Selesai',
    withdrawn: 'Dicabut',
  },
  standing: {
    waiting: 'Belum berjalan',
    on_time: 'Tepat waktu',
    at_risk: 'Mendekati batas',
    late: 'Terlambat',
    met: 'Terpenuhi',
    missed: 'Terlampaui',
  },
  due: {
    none: 'Tanpa batas waktu',
    on: 'Batas waktu {when}',
    closedDay: 'Jatuh pada hari libur',
    undecreed: 'Kalender tahun itu belum ditetapkan',
    lateBy: 'Terlambat {length}',
    left: '{length} lagi',
    today: 'Hari ini {time}',
    days: '{n} hari',
    hours: '{n} jam',
    minutes: '{n} menit',
  },
  letterStatus: {
    draft: 'Konsep',
    in_review: 'Diperiksa',
    returned: 'Dikembalikan',
    approved: 'Disetujui',
    issued: 'Terbit',
    delivered: 'Terkirim',
    withdrawn: 'Ditarik',
  },
  service: 'Layanan',
  search: 'Cari',
  clear: 'Hapus',
  all: 'Semua',
  retry: 'Coba lagi',
  loadMore: 'Muat lagi',
  loading: 'Memuat…',
  loadingMore: 'Memuat lagi…',
  shown: '{shown} dari {total}',
  cancel: 'Batal',
  save: 'Simpan',
  close: 'Tutup',
  confirm: 'Ya, lanjutkan',
  required: 'wajib',
  optional: 'opsional',
  requiredField: 'Wajib diisi.',
  failed: 'Gagal memuat data',
  dismiss: 'Tutup pesan',
  messages: 'Pesan',
  urgencyIs: 'Sifat: {urgency}',
  secrecyIs: 'Keamanan: {secrecy}',
  vacant: 'Jabatan kosong',
  agenda: 'Nomor agenda',
  copied: 'Tersalin.',
  copy: 'Salin',
}

declare module '../app/words.js' {
  interface Words {
    ui: typeof words
  }
}

export default words
