/** Words about time limits. */
const words = {
  none: 'Tidak ada jangka waktu yang berlaku',
  noneHint: 'Standar layanan ini tidak menetapkan batas waktu untuk kanal tersebut.',
  due: 'Batas waktu',
  noDue: 'Belum ada batas waktu',
  started: 'Mulai',
  notStarted: 'Belum mulai',
  stopped: 'Terpenuhi',
  limit: 'Jangka waktu',
  clause: 'Dasar',
  calendar: 'Kalender kerja {version}',
  show: 'Lihat hitungan hari',
  hide: 'Sembunyikan hitungan hari',
  days: 'Hitungan hari {label}',
  date: 'Tanggal',
  count: 'Hitungan',
  counted: 'dihitung',
  skipped: 'dilewati',
  minutes: '{n} menit',
  closedDay: 'Batas waktu jatuh pada hari libur; tanggalnya tetap.',
  undecreed: 'Hari libur tahun itu belum ditetapkan; tanggal dapat bergeser.',
  limitNotSet: 'Standar menyerahkan batas waktunya kepada pengaturan; belum ditetapkan.',
  explain: 'Penjelasan belum tersedia.',
}

export default words

declare module '../app/words.js' {
  interface Words {
    clocks: typeof words
  }
}
