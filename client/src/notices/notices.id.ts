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
    task: 'Tugas baru untuk Anda',
    disposition: 'Disposisi untuk Anda',
    copy: 'Tembusan disposisi untuk Anda',
    returned: 'Dikembalikan kepada Anda',
    review: 'Surat menunggu pemeriksaan Anda',
    approved: 'Surat Anda disetujui',
    issued: 'Surat terbit',
    delivered: 'Surat terkirim',
    withdrawn: 'Disposisi atau surat ditarik',
    at_risk: 'Batas waktu mendekat',
    late: 'Batas waktu terlampaui',
    comment: 'Komentar baru pada surat Anda',
    other: 'Ada perubahan',
  },
}

declare module '../app/words.js' {
  interface Words {
    notices: typeof words
  }
}

export default words
