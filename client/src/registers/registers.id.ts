const words = {
  year: 'Tahun',
  agenda: {
    title: 'Buku agenda',
    subtitle: 'Surat masuk menurut nomor agenda, satu urutan per tahun.',
    list: 'Buku agenda surat masuk',
    number: 'Agenda',
    received: 'Diterima',
    letter: 'Nomor dan tanggal surat',
    sender: 'Pengirim',
    subject: 'Perihal',
    service: 'Layanan',
    stage: 'Tahap',
    empty: 'Belum ada surat masuk pada tahun ini',
    noLetter: 'Tanpa nomor',
  },
  numbers: {
    title: 'Buku nomor',
    subtitle: 'Nomor surat keluar, berurutan tanpa sela per seri dan tahun.',
    list: 'Buku nomor surat keluar',
    number: 'Nomor surat',
    sequence: 'Urut',
    at: 'Tanggal',
    addressee: 'Kepada',
    subject: 'Hal',
    status: 'Status',
    empty: 'Belum ada nomor yang terbit pada tahun ini',
    state: { reserved: 'Dicadangkan', issued: 'Terbit', void: 'Batal' },
    voidAsked: 'Pembatalan dimintakan',
    voidedBy: 'Dimintakan {asked}, disetujui {by}, {at}',
  },
  outbox: {
    title: 'Kotak keluar',
    subtitle: 'Surat elektronik yang dikirim sistem dan keadaannya.',
    list: 'Surat elektronik keluar',
    to: 'Kepada',
    toHidden: 'Pelapor yang dirahasiakan',
    subject: 'Judul',
    status: 'Keadaan',
    attempts: 'Percobaan',
    at: 'Waktu',
    empty: 'Belum ada surat elektronik',
    confidential: 'Isi tidak ditampilkan karena rahasia.',
    read: 'Baca isi',
    jobs: {
      title: 'Pekerjaan sistem yang dihentikan',
      text: 'Sudah dicoba beberapa kali dan tidak dilanjutkan. Periksa penyebabnya bersama pengelola sistem.',
      line: '{n} percobaan, {at}',
    },
    messageId: 'Tanda pengenal pesan',
    error: 'Kesalahan terakhir',
    state: {
      pending: 'Menunggu',
      sending: 'Sedang dikirim',
      sent: 'Terkirim',
      uncertain: 'Belum pasti',
      failed: 'Gagal',
      delivered: 'Diterima',
    },
  },
}

declare module '../app/words.js' {
  interface Words {
    registers: typeof words
  }
}

export default words
