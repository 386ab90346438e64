const words = {
  title: 'Waktu di meja',
  hint: 'Menit kerja kantor pada setiap meja, dan rencana mundur dari batas waktu. Waktu menunggu pihak luar dihitung tersendiri.',
  tier: {
    registry: 'Persuratan',
    leadership: 'Pimpinan',
    unit: 'Kepala Pokja',
    assistant: 'Asisten',
    review: 'Pemeriksaan',
    dispatch: 'Penerbitan dan pengiriman',
    outside: 'Menunggu pihak luar',
  },
  column: { tier: 'Meja', used: 'Terpakai', planned: 'Jatah', latest: 'Paling lambat', share: 'Pemakaian' },
  stretches: 'Rincian per meja',
  desk: 'Pemegang',
  from: 'Sejak',
  to: 'Sampai',
  returns: 'Surat dikembalikan {n} kali',
  noReturns: 'Surat belum pernah dikembalikan',
  behind: 'Meja sekarang sudah melewati waktunya: perkara ini mendekati batas.',
  hasIt: 'sekarang',
  over: 'melebihi jatah',
  sums: {
    title: 'Waktu di meja, 30 hari terakhir',
    hint: 'Jam kerja selama perkara berada di meja masing-masing, tanpa waktu jeda. Dijumlahkan dari buku waktu setiap perkara.',
    person: 'Pemegang',
    cases: 'Perkara',
    time: 'Waktu di meja',
    each: 'Rata-rata per perkara',
    returns: 'Surat dikembalikan',
  },
  hours: '{hours} jam {minutes} menit',
  minutes: '{minutes} menit',
}

declare module '../app/words.js' {
  interface Words {
    deskTime: typeof words
  }
}

export default words
