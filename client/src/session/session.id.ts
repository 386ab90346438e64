const words = {
  title: 'Masuk ke Tanggap',
  lead: 'Persuratan dan layanan, dari surat masuk hingga surat jawaban.',
  email: 'Alamat e-mail',
  password: 'Kata sandi',
  show: 'Tampilkan kata sandi',
  hide: 'Sembunyikan kata sandi',
  submit: 'Masuk',
  capsLock: 'Caps Lock aktif.',
  emailMissing: 'Isi alamat e-mail Anda.',
  passwordMissing: 'Isi kata sandi Anda.',
  waitSeconds: 'Terlalu banyak percobaan. Coba lagi dalam {n} detik.',
  demo: 'Akun demo',
  demoText: 'Data di sini rekaan. Pilih akun untuk mengisi formulir.',
  fill: 'Isi formulir sebagai {name}',
  againTitle: 'Sesi Anda telah berakhir',
  againText: 'Masuk kembali untuk melanjutkan. Isian Anda tetap tersimpan di layar ini.',
  againSubmit: 'Lanjutkan',
  againOther: 'Masuk sebagai orang lain',
  ended: 'Sesi Anda telah berakhir. Silakan masuk kembali.',
}

declare module '../app/words.js' {
  interface Words {
    session: typeof words
  }
}

export default words
