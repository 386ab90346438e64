/** Data only: nothing here reads a clock or a database. Names and numbers are invented. */

export type DemoRole = 'PIMPINAN' | 'POKJA' | 'ASISTEN' | 'SEKRETARIAT' | 'FRONT_OFFICE' | 'ADMIN' | 'CUSTODIAN' | 'AUDITOR'
export type DemoUnitKind = 'leadership' | 'pokja' | 'secretariat' | 'front_office' | 'administration'

export interface DemoUnit {
  readonly code: string
  readonly name: string
  readonly kind: DemoUnitKind
  readonly parent: string | null
}

export interface DemoPosition {
  readonly code: string
  readonly title: string
  readonly unit: string
  readonly role: DemoRole
  readonly superior: string | null
  /** Distance from the head of the organisation: 0 is Ketua. */
  readonly rank: number
}

export interface DemoPerson {
  readonly key: string
  readonly name: string
  readonly nip: string
  readonly email: string
}

/** Who holds which post, in whole days relative to the day of seeding (0 = that day, negative = before). */
export interface DemoHolder {
  readonly position: string
  readonly person: string
  readonly kind: 'definitive' | 'plt' | 'plh'
  readonly mandate: string | null
  readonly sinceDay: number
  /** Last day of holding; null while it lasts. */
  readonly untilDay: number | null
}

export interface DemoOrganisation {
  readonly units: readonly DemoUnit[]
  readonly positions: readonly DemoPosition[]
  readonly people: readonly DemoPerson[]
  readonly holders: readonly DemoHolder[]
  /** Keys of the people whose accounts are printed at the first start, one for each daily job. */
  readonly printedAccounts: readonly string[]
}

const units: readonly DemoUnit[] = [
  { code: 'PIMPINAN', name: 'Pimpinan', kind: 'leadership', parent: null },
  { code: 'SEKRETARIAT', name: 'Sekretariat', kind: 'secretariat', parent: 'PIMPINAN' },
  {
    code: 'POKJA_JPT_1',
    name: 'Kelompok Kerja Pengawasan Bidang Pengisian Jabatan Pimpinan Tinggi Wilayah I',
    kind: 'pokja',
    parent: 'PIMPINAN',
  },
  {
    code: 'POKJA_JPT_2',
    name: 'Kelompok Kerja Pengawasan Bidang Pengisian Jabatan Pimpinan Tinggi Wilayah II',
    kind: 'pokja',
    parent: 'PIMPINAN',
  },
  {
    code: 'POKJA_NKK',
    name: 'Kelompok Kerja Pengawasan Bidang Penerapan Nilai Dasar, Kode Etik, Kode Perilaku, dan Netralitas ASN',
    kind: 'pokja',
    parent: 'PIMPINAN',
  },
  { code: 'FRONT_OFFICE', name: 'Front Office', kind: 'front_office', parent: 'SEKRETARIAT' },
  { code: 'ADMINISTRASI', name: 'Administrasi Sistem', kind: 'administration', parent: 'SEKRETARIAT' },
  { code: 'PENGAWASAN_INTERNAL', name: 'Pengawasan Internal dan Pelindungan Data', kind: 'administration', parent: 'PIMPINAN' },
]

const assistants = (unit: string, field: string, head: string): DemoPosition[] =>
  [1, 2, 3, 4, 5].map((number) => ({
    code: `ASISTEN_${field.replaceAll(' ', '_')}_${number}`,
    title: `Asisten KASN Bidang ${ASSISTANT_FIELD[unit] ?? field} ${['I', 'II', 'III', 'IV', 'V'][number - 1] ?? number}`,
    unit,
    role: 'ASISTEN',
    superior: head,
    rank: 3,
  }))

const ASSISTANT_FIELD: Readonly<Record<string, string>> = {
  POKJA_JPT_1: 'Pengisian JPT Wilayah I Sub-Wilayah',
  POKJA_JPT_2: 'Pengisian JPT Wilayah II Sub-Wilayah',
  POKJA_NKK: 'Kode Etik dan Netralitas Sub-Wilayah',
}

const positions: readonly DemoPosition[] = [
  { code: 'KETUA', title: 'Ketua', unit: 'PIMPINAN', role: 'PIMPINAN', superior: null, rank: 0 },
  { code: 'WAKIL_KETUA', title: 'Wakil Ketua', unit: 'PIMPINAN', role: 'PIMPINAN', superior: 'KETUA', rank: 1 },
  {
    code: 'KOMISIONER_JPT',
    title: 'Komisioner Pengawasan Bidang Pengisian JPT',
    unit: 'PIMPINAN',
    role: 'PIMPINAN',
    superior: 'KETUA',
    rank: 1,
  },
  {
    code: 'KOMISIONER_NKK',
    title: 'Komisioner Pengawasan Bidang Kode Etik dan Netralitas',
    unit: 'PIMPINAN',
    role: 'PIMPINAN',
    superior: 'KETUA',
    rank: 1,
  },
  {
    code: 'KEPALA_POKJA_JPT_1',
    title: 'Kepala Pokja Pengisian JPT Wilayah I',
    unit: 'POKJA_JPT_1',
    role: 'POKJA',
    superior: 'KOMISIONER_JPT',
    rank: 2,
  },
  {
    code: 'KEPALA_POKJA_JPT_2',
    title: 'Kepala Pokja Pengisian JPT Wilayah II',
    unit: 'POKJA_JPT_2',
    role: 'POKJA',
    superior: 'KOMISIONER_JPT',
    rank: 2,
  },
  {
    code: 'KEPALA_POKJA_NKK',
    title: 'Kepala Pokja Kode Etik dan Netralitas',
    unit: 'POKJA_NKK',
    role: 'POKJA',
    superior: 'KOMISIONER_NKK',
    rank: 2,
  },
  ...assistants('POKJA_JPT_1', 'JPT 1', 'KEPALA_POKJA_JPT_1'),
  ...assistants('POKJA_JPT_2', 'JPT 2', 'KEPALA_POKJA_JPT_2'),
  ...assistants('POKJA_NKK', 'NKK', 'KEPALA_POKJA_NKK'),
  { code: 'KEPALA_SEKRETARIAT', title: 'Kepala Sekretariat', unit: 'SEKRETARIAT', role: 'SEKRETARIAT', superior: 'KETUA', rank: 2 },
  ...[1, 2, 3, 4].map((number): DemoPosition => ({
    code: `PERSURATAN_${number}`,
    title: 'Pengelola Persuratan',
    unit: 'SEKRETARIAT',
    role: 'SEKRETARIAT',
    superior: 'KEPALA_SEKRETARIAT',
    rank: 3,
  })),
  ...[1, 2].map((number): DemoPosition => ({
    code: `FRONT_OFFICE_${number}`,
    title: 'Petugas Front Office',
    unit: 'FRONT_OFFICE',
    role: 'FRONT_OFFICE',
    superior: 'KEPALA_SEKRETARIAT',
    rank: 3,
  })),
  ...[1, 2].map((number): DemoPosition => ({
    code: `ADMIN_${number}`,
    title: 'Administrator Sistem',
    unit: 'ADMINISTRASI',
    role: 'ADMIN',
    superior: 'KEPALA_SEKRETARIAT',
    rank: 3,
  })),
  ...[1, 2].map((number): DemoPosition => ({
    code: `KUSTODIAN_${number}`,
    title: `Pemegang Kunci Identitas ${number === 1 ? 'I' : 'II'}`,
    unit: 'PENGAWASAN_INTERNAL',
    role: 'CUSTODIAN',
    superior: 'KETUA',
    rank: 3,
  })),
  { code: 'AUDITOR', title: 'Auditor Internal', unit: 'PENGAWASAN_INTERNAL', role: 'AUDITOR', superior: 'KETUA', rank: 3 },
]

/** A person with a NIP put together from birth date, first appointment, sex (1 or 2) and a serial number no registry has reached. */
const person = (key: string, name: string, birth: string, appointed: string, sex: 1 | 2, serial: number): DemoPerson => ({
  key,
  name,
  nip: `${birth}${appointed}${sex}${serial}`,
  email: `${key}@tanggap.example`,
})

const people: readonly DemoPerson[] = [
  person('hendra.wiranegara', 'Prof. Dr. Hendra Wiranegara, M.Si.', '19630412', '198803', 1, 991),
  person('ratna.kusumawardhani', 'Dr. Ratna Kusumawardhani, S.H., M.H.', '19661121', '199203', 2, 991),
  person('yohanes.tarigan', 'Dr. Yohanes Tarigan, M.A.P.', '19680809', '199403', 1, 992),
  person('nurhayati.lubis', 'Dr. Nurhayati Lubis, S.Psi., M.Si.', '19700215', '199603', 2, 992),
  person('bambang.suryolaksono', 'Bambang Suryolaksono, S.Sos., M.A.P.', '19720630', '199803', 1, 993),
  person('maria.rengganis', 'Maria Ulfah Rengganis, S.H., M.H.', '19741018', '200003', 2, 993),
  person('teguh.prasetyawan', 'Teguh Prasetyawan, S.H., M.Si.', '19780325', '200312', 1, 994),
  person('andi.tenriola', 'Andi Besse Tenriola, S.I.P., M.Si.', '19820711', '200604', 2, 994),
  person('kadek.adnyana', 'Kadek Wirya Adnyana, S.E., M.A.P.', '19840127', '200903', 1, 995),
  person('lestari.handayani', 'Lestari Handayani, S.Psi., M.Psi.', '19870916', '201101', 2, 995),
  person('rangga.mahendra', 'Rangga Mahendra, S.I.P.', '19930504', '201903', 1, 996),
  person('desmond.siahaan', 'Desmond Siahaan, S.H., M.H.', '19800222', '200501', 1, 997),
  person('nadia.paramitha', 'Nadia Paramitha, S.A.N., M.A.P.', '19881203', '201402', 2, 996),
  person('yusuf.alamin', 'Yusuf Al Amin, S.H.I.', '19900817', '201801', 1, 998),
  person('christine.mandagi', 'Christine Mandagi, S.Sos., M.Si.', '19850619', '201001', 2, 997),
  person('fauzan.ritonga', 'Ahmad Fauzan Ritonga, S.STP.', '19950308', '201709', 1, 999),
  person('wahyu.hidayatullah', 'Wahyu Hidayatullah, S.H., LL.M.', '19811029', '200604', 1, 981),
  person('sri.rahayuningsih', 'Sri Rahayuningsih, S.Psi.', '19860514', '201001', 2, 981),
  person('petrus.kelen', 'Petrus Kelen, S.H., M.H.', '19830903', '200903', 1, 982),
  person('intan.permatasari', 'Intan Permatasari, S.Sos.', '19940120', '201903', 2, 982),
  person('iqbal.matutu', 'Muhammad Iqbal Daeng Matutu, S.H.', '19910728', '201801', 1, 983),
  person('gunawan.adiputra', 'Drs. Gunawan Adiputra, M.M.', '19671205', '199303', 1, 984),
  person('siti.maemunah', 'Siti Maemunah, A.Md.', '19850830', '200903', 2, 983),
  person('rizky.hidayat', 'Rizky Pratama Hidayat, S.A.P.', '19960211', '202012', 1, 985),
  person('dewi.anggraini', 'Dewi Anggraini, A.Md.', '19920607', '201502', 2, 984),
  person('agus.setiyono', 'Agus Setiyono', '19790419', '200701', 1, 986),
  person('putri.wulandari', 'Putri Wulandari, A.Md.', '19971114', '202012', 2, 985),
  person('fajar.nugraha', 'Fajar Nugraha', '19950923', '201903', 1, 987),
  person('galih.prakoso', 'Galih Prakoso, S.Kom.', '19890102', '201402', 1, 988),
  person('melati.dewi', 'Melati Kusuma Dewi, S.T., M.Kom.', '19870526', '201101', 2, 986),
  person('endang.sulistyowati', 'Endang Sulistyowati, S.H., M.Kn.', '19730713', '199903', 2, 987),
  person('made.suardana', 'I Made Suardana, S.H., M.H.', '19761008', '200212', 1, 989),
  person('haryanto.simbolon', 'Haryanto Simbolon, S.E., Ak., CA.', '19750331', '200003', 1, 990),
]

const definitive = (position: string, key: string, sinceDay: number): DemoHolder => ({
  position,
  person: key,
  kind: 'definitive',
  mandate: null,
  sinceDay,
  untilDay: null,
})

const holders: readonly DemoHolder[] = [
  definitive('KETUA', 'hendra.wiranegara', -900),
  definitive('WAKIL_KETUA', 'ratna.kusumawardhani', -900),
  {
    position: 'KETUA',
    person: 'ratna.kusumawardhani',
    kind: 'plh',
    mandate: 'Surat Perintah Ketua Nomor PRIN-14/KP.07/2026',
    sinceDay: -24,
    untilDay: -18,
  },
  definitive('KOMISIONER_JPT', 'yohanes.tarigan', -900),
  definitive('KOMISIONER_NKK', 'nurhayati.lubis', -900),
  definitive('KEPALA_POKJA_JPT_1', 'bambang.suryolaksono', -640),
  {
    position: 'KEPALA_POKJA_JPT_2',
    person: 'teguh.prasetyawan',
    kind: 'plt',
    mandate: 'Surat Perintah Ketua Nomor PRIN-9/KP.07/2026',
    sinceDay: -95,
    untilDay: null,
  },
  definitive('KEPALA_POKJA_NKK', 'maria.rengganis', -640),
  definitive('ASISTEN_JPT_1_1', 'teguh.prasetyawan', -700),
  definitive('ASISTEN_JPT_1_2', 'andi.tenriola', -700),
  definitive('ASISTEN_JPT_1_3', 'kadek.adnyana', -620),
  definitive('ASISTEN_JPT_1_4', 'lestari.handayani', -510),
  definitive('ASISTEN_JPT_1_5', 'rangga.mahendra', -330),
  definitive('ASISTEN_JPT_2_1', 'desmond.siahaan', -700),
  definitive('ASISTEN_JPT_2_2', 'nadia.paramitha', -560),
  definitive('ASISTEN_JPT_2_3', 'yusuf.alamin', -470),
  definitive('ASISTEN_JPT_2_4', 'christine.mandagi', -620),
  definitive('ASISTEN_JPT_2_5', 'fauzan.ritonga', -280),
  definitive('ASISTEN_NKK_1', 'wahyu.hidayatullah', -700),
  definitive('ASISTEN_NKK_2', 'sri.rahayuningsih', -610),
  definitive('ASISTEN_NKK_3', 'petrus.kelen', -610),
  definitive('ASISTEN_NKK_4', 'intan.permatasari', -340),
  definitive('ASISTEN_NKK_5', 'iqbal.matutu', -410),
  definitive('KEPALA_SEKRETARIAT', 'gunawan.adiputra', -820),
  definitive('PERSURATAN_1', 'siti.maemunah', -800),
  definitive('PERSURATAN_2', 'rizky.hidayat', -360),
  definitive('PERSURATAN_3', 'dewi.anggraini', -590),
  definitive('PERSURATAN_4', 'agus.setiyono', -800),
  definitive('FRONT_OFFICE_1', 'putri.wulandari', -310),
  definitive('FRONT_OFFICE_2', 'fajar.nugraha', -450),
  definitive('ADMIN_1', 'galih.prakoso', -600),
  definitive('ADMIN_2', 'melati.dewi', -600),
  definitive('KUSTODIAN_1', 'endang.sulistyowati', -500),
  definitive('KUSTODIAN_2', 'made.suardana', -500),
  definitive('AUDITOR', 'haryanto.simbolon', -500),
]

/** The organisation of the demonstration: fictional people in all its posts, one of them Plt., one for some days Plh. */
export const DEMO_ORGANISATION: DemoOrganisation = {
  units,
  positions,
  people,
  holders,
  printedAccounts: [
    'siti.maemunah',
    'hendra.wiranegara',
    'bambang.suryolaksono',
    'teguh.prasetyawan',
    'maria.rengganis',
    'andi.tenriola',
    'wahyu.hidayatullah',
    'putri.wulandari',
    'galih.prakoso',
    'haryanto.simbolon',
  ],
}
