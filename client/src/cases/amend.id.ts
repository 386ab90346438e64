/** Words of the correction of a registration. */
const words = {
  title: 'Ubah registrasi {number}',
  lead: 'Perbaikan dicatat dalam riwayat perkara.',
  fixed: 'Layanan, kanal, dan waktu penerimaan menetap karena jangka waktu pelayanan sudah dihitung darinya.',
  returned: 'Dikembalikan oleh {who}',
  overtaken: 'Registrasi ini baru saja diubah orang lain. Perubahan Anda belum disimpan.',
  takeOver: 'Muat isian terbaru',
  closed: 'Registrasi tidak dapat diubah lagi',
  save: 'Simpan perbaikan',
  saving: 'Menyimpan…',
  notSaved: 'Perbaikan belum tersimpan. Isian Anda tetap ada.',
  shortcuts: 'Ctrl + Enter menyimpan.',
  cancel: 'Batal',
  leave: 'Perbaikan belum disimpan dan akan hilang. Tinggalkan halaman ini?',
  unchanged: 'Belum ada yang diubah.',
  saved: 'Registrasi diperbarui.',
  filesHint: 'Belum ada lampiran. | 1 lampiran yang sudah ada tetap tersimpan. | {n} lampiran yang sudah ada tetap tersimpan.',
  back: 'Kembali ke perkara',
}

export default words

declare module '../app/words.js' {
  interface Words {
    amend: typeof words
  }
}
