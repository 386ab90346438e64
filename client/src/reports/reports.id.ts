/** Words of the conformance sheet. */
const words = {
  title: 'Kepatuhan standar pelayanan',
  subtitle: 'Setiap kalimat standar pelayanan, aturan yang menjalankannya, uji yang membuktikannya, dan pemenuhannya.',
  service: 'Layanan',
  allServices: 'Semua layanan',
  year: 'Tahun diterima',
  allYears: 'Semua tahun',
  only: 'Tampilkan',
  everything: 'Semua butir',
  broken: 'Yang pernah dilanggar',
  unproved: 'Tanpa aturan atau uji',
  tiles: 'Ringkasan',
  commitments: 'Butir standar',
  proved: 'Punya aturan dan uji',
  promisesKept: 'Janji waktu dipenuhi',
  promisesBroken: 'Janji waktu dilanggar',
  commitment: 'Butir',
  rule: 'Aturan',
  tests: 'Uji',
  kept: 'Dipenuhi',
  rate: '{rate} dari {n}',
  count: '{n} kali',
  running: '{n} berjalan',
  nothing: 'Belum ada',
  notMeasured: 'Tidak dihitung',
  noRule: 'Belum ada aturan',
  noTest: 'Belum ada uji',
  testCount: '{n} uji',
  lateCases: '{n} lewat batas',
  showCases: 'Buka {n} perkara yang lewat batas: {what}',
  empty: 'Tidak ada butir yang cocok',
  emptyText: 'Longgarkan saringan di atas.',
  at: 'Per {at}',
}

declare module '../app/words.js' {
  interface Words {
    reports: typeof words
  }
}

export default words
