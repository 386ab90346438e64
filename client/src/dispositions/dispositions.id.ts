/** Words about dispositions. */
const words = {
  none: 'Belum ada disposisi',
  noneHint: 'Disposisi muncul di sini begitu perkara diserahkan ke Pimpinan.',
  tree: 'Pohon disposisi',
  main: 'Penerima utama',
  copy: 'Tembusan',
  from: 'Dari {who}',
  state: {
    sent: 'Belum dibaca',
    read: 'Sudah dibaca',
    accepted: 'Diterima',
    done: 'Selesai',
    returned: 'Dikembalikan',
    withdrawn: 'Ditarik',
    superseded: 'Diganti',
  },
  sentAt: 'Dikirim {at}',
  readBy: 'Dibaca {name}, {at}',
  acceptedAt: 'Diterima {at}',
  doneAt: 'Selesai {at}',
  due: 'Batas {date}',
  dueLate: 'Batas {date} terlewati',
  vacant: 'Jabatan kosong',
  action: {
    accept: 'Terima',
    finish: 'Tandai selesai',
    sendBack: 'Kembalikan',
    withdraw: 'Tarik',
  },
  finish: { title: 'Tandai disposisi selesai', reason: 'Catatan penyelesaian', done: 'Disposisi ditandai selesai.' },
  sendBack: {
    title: 'Kembalikan disposisi?',
    text: 'Perkara kembali ke {who}.',
    reason: 'Alasan pengembalian',
    done: 'Disposisi dikembalikan.',
  },
  withdraw: {
    title: 'Tarik disposisi?',
    text: 'Disposisi kepada {who} ditarik. Ini hanya dapat dilakukan selama belum dibaca.',
    done: 'Disposisi ditarik.',
  },
  accepted: 'Disposisi diterima.',
  dialog: {
    title: 'Disposisi',
    text: 'Agenda {number}: {subject}',
    recipients: 'Diteruskan kepada',
    recipientsHint: 'Satu penerima utama; tembusan boleh beberapa.',
    role: 'Peran {who}',
    asMain: 'Utama',
    asCopy: 'Tembusan',
    asNone: 'Tidak',
    load: '{n} perkara berjalan',
    loadLate: '{n} terlambat',
    instructions: 'Dengan hormat harap',
    note: 'Catatan',
    dueOn: 'Batas waktu',
    caseDue: 'Batas waktu perkara {date}',
    branch: 'Isi disposisi untuk {who}',
    submit: 'Kirim disposisi',
    done: 'Disposisi terkirim.',
    dueUnreadable: 'Batas waktu untuk {who} tidak terbaca. Tulis seperti 25/05/2026.',
    noMain: 'Pilih satu penerima utama.',
    noInstruction: 'Pilih sedikitnya satu instruksi atau tulis catatan untuk penerima utama.',
    none: 'Tidak ada jabatan yang dapat menerima disposisi dari Anda.',
    again: 'Disposisi di bawah Anda sebelumnya akan diganti.',
  },
}

export default words

declare module '../app/words.js' {
  interface Words {
    dispositions: typeof words
  }
}
