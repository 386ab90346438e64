const words = {
  title: 'Perkara',
  subtitle: 'Seluruh permohonan yang dapat Anda lihat.',
  search: 'Cari nomor agenda, nomor surat, pengirim, atau perihal',
  register: 'Registrasi surat',
  stage: 'Tahap',
  service: 'Layanan',
  unit: 'Unit',
  urgency: 'Sifat',
  standing: 'Tenggat',
  year: 'Tahun',
  sort: 'Urutkan',
  anyStage: 'Semua tahap',
  anyService: 'Semua layanan',
  anyUnit: 'Semua unit',
  anyUrgency: 'Semua sifat',
  anyStanding: 'Semua tenggat',
  anyYear: 'Semua tahun',
  scope: 'Cakupan',
  open: 'Berjalan',
  all: 'Semua',
  sorting: { due: 'Batas waktu terdekat', received: 'Terbaru diterima', agenda: 'Nomor agenda' },
  columns: {
    agenda: 'Agenda',
    subject: 'Perihal',
    sender: 'Pengirim',
    stage: 'Tahap',
    holder: 'Posisi',
    due: 'Batas waktu',
    received: 'Diterima',
  },
  list: 'Daftar perkara',
  heldBy: 'Pemegang: {who}',
  promise: {
    kept: '{what}: dipenuhi',
    broken: '{what}: lewat batas',
    running: '{what}: sedang berjalan',
  },
  dropPromise: 'Hapus saringan {what}',
  dropHolder: 'Hapus saringan pemegang {who}',
  clearFilters: 'Hapus saringan',
  filters: 'Saringan',
  empty: 'Belum ada perkara',
  emptyText: 'Perkara yang menjadi wewenang Anda akan muncul di sini.',
  noMatch: 'Tidak ada perkara yang cocok',
  noMatchText: 'Ubah kata pencarian atau hapus saringan.',
  registry: 'Sekretariat',
}

declare module '../app/words.js' {
  interface Words {
    list: typeof words
  }
}

export default words
