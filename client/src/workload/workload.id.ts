/** Words of the workload board. */
const words = {
  title: 'Beban kerja',
  subtitle: 'Perkara yang sedang berjalan: siapa memegang apa, dan mana yang mendekati batas.',
  unit: 'Unit kerja',
  allUnits: 'Semua unit kerja',
  at: 'Per {at}',
  tiles: 'Ringkasan',
  open: 'Berjalan',
  onTime: 'Tepat waktu',
  atRisk: 'Mendekati batas',
  late: 'Terlambat',
  closed: 'Selesai bulan ini',
  people: 'Per pemegang',
  peopleHint: 'Angka membuka daftar perkaranya.',
  services: 'Per layanan',
  person: 'Pemegang',
  service: 'Layanan',
  withUnit: 'Di Pokja',
  assigned: 'Di Asisten',
  inProcess: 'Dalam proses',
  answered: 'Terjawab',
  oldest: 'Tertua',
  none: '–',
  chart: 'Beban per pemegang',
  chartAria:
    'Grafik batang: jumlah perkara berjalan setiap pemegang, dibagi atas tepat waktu, mendekati batas, dan terlambat. Angkanya sama dengan tabel di bawahnya.',
  drill: '{n} perkara {what}, {who}',
  vacant: 'Jabatan kosong',
  empty: 'Belum ada perkara berjalan',
  emptyText: 'Begitu perkara didisposisikan, bebannya tampil di sini.',
}

declare module '../app/words.js' {
  interface Words {
    workload: typeof words
  }
}

export default words
