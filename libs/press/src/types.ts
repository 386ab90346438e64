import type { BodyDoc } from './content/body.js'

/** The head of every document: all of it is data, because organisations are renamed and move. */
export interface PressLetterhead {
  /** Printed in capitals. */
  readonly organisation: string
  /** The English name under it, in italics. */
  readonly english: string | null
  readonly address: string
  /** Telephone, site, e-mail: one line. */
  readonly contact: string
  /** A self-contained SVG drawing. */
  readonly emblemSvg: string | null
  /** What the emblem shows, for readers who cannot see it. */
  readonly emblemAlt: string
}

/** Printed upper left on every page: red for RAHASIA and SANGAT RAHASIA, black for TERBATAS. */
export type PressMarking = 'TERBATAS' | 'RAHASIA' | 'SANGAT RAHASIA'

export interface PressAddressee {
  /** What follows "Yth.", one entry per line: post, then agency. */
  readonly lines: readonly string[]
  /** In brackets under the lines, such as "selaku Pejabat Pembina Kepegawaian". */
  readonly capacity: string | null
  /** After "u.p.": the official for whose attention it is. */
  readonly attention: string | null
  /** After "di". */
  readonly place: string
}

export interface PressSignature {
  /**
   * The post as it is printed, one entry per line, comma included: `['Ketua,']`, `['Plt. Ketua,']`,
   * `['a.n. Ketua', 'Sekretaris,']`, `['a.n. Ketua', 'Sekretaris', 'u.b.', 'Kepala Bagian Umum,']`.
   */
  readonly lines: readonly string[]
  readonly name: string
  /** "Pembina Utama Madya (IV/d)" or null for officials without a rank. */
  readonly rank: string | null
  readonly nip: string | null
  /** The QR that leads to the verification page; null leaves room for a signature in ink. */
  readonly verification: PressVerification | null
}

export interface PressVerification {
  readonly url: string
  /** Beside the QR. It may claim a certified electronic signature only when there is one. */
  readonly caption: string
}

/** One line of the "Paraf Hierarki" table on previews and file copies. */
export interface PressInitial {
  readonly position: string
  readonly name: string
  /** Printed date of the initial, or null while it is awaited. */
  readonly date: string | null
}

/** A surat dinas, complete: nothing is looked up, computed or formatted by the press except the layout. */
export interface PressLetter {
  readonly letterhead: PressLetterhead
  /** `B-1895/JP.01/05/2022`, or null before numbering: then the placeholder with the prefix of the marking is printed. */
  readonly number: string | null
  readonly marking: PressMarking | null
  /** "Salinan 1 dari 2", for RAHASIA and SANGAT RAHASIA. */
  readonly copyNumber: string | null
  readonly place: string
  /** "25 Mei 2022", or null before numbering. */
  readonly date: string | null
  /** The Sifat line: the urgency. */
  readonly urgency: string
  /** The Lampiran line: "-" or "1 (satu) berkas". */
  readonly attachments: string
  /** The Hal line. */
  readonly subject: string
  readonly addressee: PressAddressee
  readonly body: BodyDoc
  /** Values of the merge fields in the body. */
  readonly fields: Readonly<Record<string, string>>
  /** What to do with a merge field without a value: refuse (issue) or print its key, marked (preview). */
  readonly unresolved: 'refuse' | 'mark'
  readonly signature: PressSignature
  /** Tembusan, in order. */
  readonly copies: readonly string[]
  /** The "Paraf Hierarki" table, left of the signature; empty on the copy that leaves the building. */
  readonly initials: readonly PressInitial[]
  /** At the foot of every page. */
  readonly footer: string
  /** Prints KONSEP across every page. */
  readonly draft: boolean
  /** Font size in points. */
  readonly fontSize: 11 | 12
  /** Written into the file; the same letter with the same instant gives the same bytes. */
  readonly createdAt: Date
}

export interface PressRequirement {
  readonly text: string
  readonly state: 'met' | 'missing' | 'not_applicable'
}

/** A tanda terima on half a sheet. Texts are printed as given. */
export interface PressReceipt {
  readonly letterhead: PressLetterhead
  readonly agendaNumber: string
  /** "Senin, 23 November 2026 pukul 09.12 WIB". */
  readonly receivedAt: string
  /** "Surat (diantar langsung)". */
  readonly channel: string
  readonly sender: string
  readonly letterNumber: string | null
  readonly letterDate: string | null
  readonly subject: string
  readonly service: string
  /** The limit the standard promises, in words. */
  readonly promise: string
  readonly requirements: readonly PressRequirement[]
  /** Said under the requirements when something is missing, or null. */
  readonly missingNote: string | null
  readonly receivedBy: PressPerson
  /** "Jakarta, 23 November 2026". */
  readonly placeAndDate: string
  /** Where the sender can follow the request. */
  readonly status: PressVerification
  /** At the foot: "Layanan ini tidak dipungut biaya." */
  readonly footer: string
  readonly createdAt: Date
}

export interface PressPerson {
  readonly name: string
  readonly position: string
}

/** One branch of the disposition tree: one recipient and what was asked of them. */
export interface PressDispositionBranch {
  readonly recipient: PressPerson
  /** Tembusan disposisi: who else was told. */
  readonly copies: readonly string[]
  /** The chosen instructions; one that is not on the standard list is added to the check-boxes, ticked. */
  readonly instructions: readonly string[]
  readonly note: string | null
  /** Tenggat, as printed. */
  readonly due: string | null
  readonly giver: PressPerson
  readonly givenAt: string
  /** "Belum dibaca", "Dikerjakan", "Selesai". */
  readonly state: string
  /** The note with which the recipient closed or returned the branch, under its heading. */
  readonly outcome: { readonly label: string; readonly text: string } | null
  readonly children: readonly PressDispositionBranch[]
}

/** A lembar disposisi: the letter's facts and the whole tree. Texts are printed as given. */
export interface PressDispositionSheet {
  readonly letterhead: PressLetterhead
  readonly marking: PressMarking | null
  readonly from: string
  readonly letterNumber: string | null
  readonly letterDate: string | null
  readonly receivedOn: string
  readonly agendaNumber: string
  /** The Sifat line. */
  readonly urgency: string
  readonly subject: string
  /** The standard instructions, in the order of the printed sheet. */
  readonly instructions: readonly string[]
  readonly branches: readonly PressDispositionBranch[]
  readonly footer: string
  readonly createdAt: Date
}

/** Who signs minutes, and whether they did. */
export interface PressMinutesParticipant {
  readonly name: string
  /** "Pelapor", "Petugas pemeriksa". */
  readonly role: string
  /** False leaves "tidak menandatangani" in place of the room for the signature. */
  readonly signs: boolean
}

/** A berita acara: of a clarification or examination, or of a complaint that was told. Texts are printed as given. */
export interface PressMinutes {
  readonly letterhead: PressLetterhead
  readonly marking: PressMarking | null
  /** "BERITA ACARA KLARIFIKASI". */
  readonly title: string
  /** Agenda number, time, place: label and value, in order. */
  readonly facts: readonly (readonly [label: string, value: string])[]
  /** The text, one entry per paragraph. */
  readonly paragraphs: readonly string[]
  /** That it was read back, and to whom. */
  readonly closing: string
  readonly placeAndDate: string
  readonly participants: readonly PressMinutesParticipant[]
  readonly footer: string
  readonly createdAt: Date
}

/** One day, or stretch of a day, in the account of a time limit. */
export interface PressClockSpan {
  /** "Senin, 23 November 2026", with the hours where minutes are counted. */
  readonly when: string
  readonly text: string
  readonly counted: boolean
}

/** One time limit of a case. Texts are printed as given. */
export interface PressClock {
  readonly label: string
  readonly clause: string
  /** "14 hari kerja sejak diterima ...; jatuh tempo ...". */
  readonly summary: string
  /** How it stands, and what a reader must know of the date: a closed day, an undecreed year, a pause. */
  readonly notes: readonly string[]
  /** What happened to it, oldest first: when, what, why and by whom. */
  readonly ledger: readonly (readonly [when: string, what: string])[]
  readonly spans: readonly PressClockSpan[]
  /** "Kalender kerja ID-2024-2027". */
  readonly calendar: string
}

/** The account of every time limit of a case. */
export interface PressClockSheet {
  readonly letterhead: PressLetterhead
  readonly marking: PressMarking | null
  /** Agenda number, service, sender: label and value, in order. */
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly clocks: readonly PressClock[]
  readonly footer: string
  readonly createdAt: Date
}
