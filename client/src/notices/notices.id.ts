const words = {
  open: 'Pemberitahuan',
  openUnread: 'Pemberitahuan, {n} belum dibaca',
  title: 'Pemberitahuan',
  markAll: 'Tandai semua dibaca',
  unread: 'Belum dibaca',
  empty: 'Belum ada pemberitahuan',
  emptyText: 'Yang menjadi tugas Anda, dikembalikan kepada Anda, atau jatuh tempo akan muncul di sini.',
  byActor: 'oleh {name}',
  kind: {
    dispose: 'Menunggu disposisi Anda',
    assigned: 'Perkara ditugaskan kepada Anda',
    returned: 'Perkara dikembalikan kepada Anda',
    caseWithdrawn: 'Perkara dicabut',
    closed: 'Perkara selesai',
    copy: 'Tembusan disposisi untuk Anda',
    done: 'Disposisi Anda selesai dilaksanakan',
    withdrawn: 'Disposisi ditarik',
    review: 'Surat menunggu pemeriksaan Anda',
    issue: 'Surat siap diberi nomor',
    deliver: 'Surat siap dikirim',
    letterReturned: 'Konsep surat dikembalikan kepada Anda',
    approved: 'Konsep surat Anda disetujui',
    issued: 'Surat Anda terbit',
    delivered: 'Surat Anda terkirim',
    comment: 'Komentar baru pada surat',
    commentResolved: 'Catatan Anda pada surat diselesaikan',
    commentReopened: 'Catatan Anda pada surat dibuka kembali',
    voidAsked: 'Pembatalan nomor surat menunggu persetujuan Anda',
    voided: 'Nomor surat dibatalkan',
    voidDeclined: 'Pembatalan nomor surat ditolak',
    letterWithdrawn: 'Surat ditarik',
    feedbackAssigned: 'Masukan layanan menunggu jawaban unit Anda',
    feedbackAnswered: 'Masukan layanan yang Anda catat telah dijawab',
    atRisk: 'Batas waktu mendekat',
    late: 'Batas waktu terlampaui',
    clockAsked: 'Permintaan jangka waktu menunggu persetujuan Anda',
    clockApproved: 'Permintaan jangka waktu disetujui',
    clockDeclined: 'Permintaan jangka waktu ditolak',
    pointOpened: 'Butir rekomendasi mulai mengikat PPK',
    pointReplied: 'PPK menjawab butir rekomendasi',
    pointNears: 'Batas waktu butir rekomendasi mendekat',
    pointDue: 'Hari terakhir tindak lanjut butir rekomendasi',
    pointLate: 'Tindak lanjut butir rekomendasi terlambat',
    other: 'Ada perubahan',
  },
}

declare module '../app/words.js' {
  interface Words {
    notices: typeof words
  }
}

export default words
