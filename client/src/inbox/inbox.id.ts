const words = {
  title: 'Kotak masuk',
  subtitle: 'Pekerjaan yang menunggu Anda, yang paling mendesak lebih dahulu.',
  all: 'Semua',
  kinds: 'Jenis pekerjaan',
  kind: {
    complete_registration: 'Lengkapi registrasi',
    dispose: 'Disposisi',
    decide: 'Telaah kelayakan',
    draft: 'Susun surat',
    revise: 'Perbaiki surat',
    review: 'Periksa surat',
    issue: 'Terbitkan surat',
    deliver: 'Kirim surat',
    consent_void: 'Pembatalan nomor',
    approve_clock: 'Jangka waktu',
    reassign: 'Ganti penangan',
    release: 'Izin identitas',
  },
  releaseAsked: 'Permintaan membuka identitas pelapor',
  todo: {
    complete_registration: 'Periksa kelengkapan dan teruskan ke Pimpinan',
    dispose: 'Beri disposisi',
    decide: 'Tentukan dapat diproses atau tidak',
    draft: 'Susun konsep surat',
    revise: 'Perbaiki konsep yang dikembalikan',
    review: 'Periksa atau setujui konsep surat',
    issue: 'Beri nomor dan terbitkan',
    deliver: 'Kirim dan catat buktinya',
    consent_void: 'Setujui atau tolak pembatalan nomor surat',
    approve_clock: 'Setujui atau tolak permintaan jangka waktu',
    reassign: 'Tunjuk penangan lain: penangan sekarang berbenturan kepentingan',
    release: 'Putuskan permintaan membuka identitas pelapor',
  },
  empty: 'Tidak ada yang menunggu Anda',
  emptyText: 'Pekerjaan baru akan muncul di sini dengan sendirinya.',
  emptyKind: 'Tidak ada pekerjaan jenis ini',
  late: '{n} terlambat',
  atRisk: '{n} mendekati batas',
  columns: { agenda: 'Agenda', subject: 'Perihal', sender: 'Pengirim', todo: 'Yang perlu dilakukan', due: 'Batas waktu' },
  list: 'Daftar pekerjaan',
  arrived: 'Pekerjaan baru: {subject}',
  points: {
    title: '{total} butir rekomendasi terlambat ditindaklanjuti PPK',
    line: 'Butir {n}, perkara {number} · {ppk}',
    since: 'sejak {at}',
    all: 'Lihat semua',
  },
  shortcut: 'j dan k untuk berpindah baris, Enter untuk membuka',
}

declare module '../app/words.js' {
  interface Words {
    inbox: typeof words
  }
}

export default words
