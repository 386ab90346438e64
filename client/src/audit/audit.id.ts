const words = {
  title: 'Jejak audit',
  subtitle: 'Setiap tindakan, berurutan dan berantai. Catatan ini tidak dapat diubah.',
  list: 'Jejak audit',
  offset: 'Urutan',
  at: 'Waktu',
  actor: 'Pelaku',
  kind: 'Kejadian',
  subject: 'Objek',
  hash: 'Sidik rantai',
  code: 'Kode dan objek',
  detail: 'Rincian',
  noDetail: 'Tanpa rincian.',
  show: 'Tampilkan rincian urutan {number}',
  system: 'Sistem',
  empty: 'Belum ada kejadian',
}

declare module '../app/words.js' {
  interface Words {
    audit: typeof words
  }
}

export default words
