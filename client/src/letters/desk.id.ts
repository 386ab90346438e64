/** Words of the approval desk. */
const words = {
  title: 'Meja persetujuan',
  subtitle: 'Surat yang menunggu pemeriksaan atau persetujuan Anda.',
  list: 'Surat yang menunggu',
  empty: 'Meja Anda bersih',
  emptyText: 'Surat baru yang menunggu Anda akan muncul di sini dengan sendirinya.',
  choose: 'Pilih surat di sebelah kiri.',
  arrived: 'Surat baru: {subject}',
  back: 'Kembali ke daftar',
  drafted: 'Konsep {name}',
  passed: 'Diteruskan {names}',
  nobody: 'Belum ada yang memeriksa',
  since: 'menunggu sejak {at}',
  openPage: 'Buka halaman surat',
  more: 'Perjalanan, catatan, dan versi',
  position: '{at} dari {total}',
  shortcuts: { judge: 'Setujui atau teruskan surat', return: 'Kembalikan surat', pdf: 'Pratinjau PDF' },
  hint: 'j dan k untuk berpindah, a menyetujui atau meneruskan, r mengembalikan',
  vanished: 'Surat ini tidak lagi menunggu Anda.',
}

declare module '../app/words.js' {
  interface Words {
    desk: typeof words
  }
}

export default words
