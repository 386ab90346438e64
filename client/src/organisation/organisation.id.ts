const words = {
  now: 'Kop yang berlaku',
  nowText: 'Dipakai pada surat, tanda terima, lembar disposisi, dan penutup surel. Surat yang sudah terbit tetap memakai kop pada masanya.',
  add: 'Susun kop baru',
  new: 'Kop baru',
  newText: 'Versi lama tidak berubah. Kop baru dipakai mulai tanggal berlakunya.',
  preview: 'Pratinjau kop',
  versions: 'Riwayat kop',
  empty: 'Belum ada kop',
  name: 'Nama lembaga',
  english: 'Nama dalam bahasa Inggris',
  address: 'Alamat',
  contact: 'Kontak',
  contactHint: 'Telepon, laman, dan surel dalam satu baris.',
  place: 'Tempat surat',
  placeHint: 'Tertulis di depan tanggal surat.',
  validFrom: 'Berlaku mulai',
  validFromHint: 'Hari ini atau sesudahnya.',
  noDay: 'Isi tanggal yang benar.',
  dayPassed: 'Tanggal berlaku tidak boleh sebelum hari ini.',
  tooLong: 'Paling panjang {n} karakter.',
  emblem: 'Lambang',
  emblemHint: 'Gambar SVG sederhana, paling besar {size}.',
  chooseEmblem: 'Pilih berkas SVG',
  noEmblem: 'Tanpa lambang',
  emblemFault: {
    too_large: 'Berkas lebih besar daripada {size}.',
    not_svg: 'Berkas ini bukan gambar SVG yang dapat dibaca.',
    forbidden: 'Gambar memuat bagian yang tidak diterima: {found}. Simpan sebagai SVG sederhana tanpa skrip, gaya, teks, dan tautan.',
  },
  placeAndSeries: 'Tempat surat {place} · deret nomor surat {series}',
  seriesStays:
    'Deret nomor surat ({series}) tetap berlanjut. Deret lain akan memulai nomor dari satu, sehingga ada dua surat bernomor sama dalam satu tahun.',
  standing: 'Keadaan',
  standings: { in_force: 'Berlaku', coming: 'Akan berlaku', replaced: 'Diganti', past: 'Tidak berlaku lagi' },
  savedBy: 'Disimpan oleh',
  savedByAt: '{name}, {at}',
  save: 'Simpan kop',
  saved: 'Kop baru tersimpan.',
  overtaken: 'Kop baru saja disimpan oleh orang lain. Periksa riwayat di bawah sebelum menyimpan.',
  leave: 'Kop baru belum disimpan. Tinggalkan?',
}

declare module '../app/words.js' {
  interface Words {
    organisation: typeof words
  }
}

export default words
