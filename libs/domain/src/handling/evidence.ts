import type { Bilingual } from '../standard/service.js'
import type { EvidenceKind } from '../standard/violations.js'

/** One question the examiner answers about a piece of evidence. */
export interface EvidenceCheck {
  readonly code: string
  readonly text: Bilingual
}

const check = (code: string, id: string, en: string): EvidenceCheck => ({ code, text: { id, en } })

const SOURCE = check('source_known', 'Sumber atau pengambilnya diketahui', 'Its source or maker is known')
const UNALTERED = check('unaltered', 'Tidak tampak disunting atau dipotong', 'It shows no sign of editing or cutting')
const DURATION = check('duration_noted', 'Durasi dan bagian yang relevan dicatat', 'Its length and the passage that matters are noted')
const DATED = check('date_known', 'Tanggal kejadian diketahui', 'The date is known')

/** What is checked in evidence of each kind (Standar Pelayanan Pengaduan Netralitas, Persyaratan 1e). The questions are a rule of the house. */
export const EVIDENCE_CHECKS: Record<EvidenceKind, readonly EvidenceCheck[]> = {
  photo: [
    DATED,
    check('place_known', 'Tempat pengambilan diketahui', 'The place is known'),
    SOURCE,
    check('person_recognisable', 'Terlapor dapat dikenali', 'The reported person can be recognised'),
  ],
  video: [DURATION, SOURCE, UNALTERED, check('person_recognisable', 'Terlapor dapat dikenali', 'The reported person can be recognised')],
  audio: [DURATION, SOURCE, UNALTERED, check('voice_attributed', 'Suara dapat dikaitkan dengan terlapor', 'The voice can be attributed')],
  media_report: [
    check('publisher_known', 'Nama media diketahui', 'The publisher is known'),
    check('published_on_known', 'Tanggal terbit diketahui', 'The date of publication is known'),
    check('address_works', 'Tautan atau salinan terbitannya tersedia', 'The link works or a copy is at hand'),
  ],
  witness: [
    check('identity_known', 'Identitas saksi diketahui', 'The identity of the witness is known'),
    check('first_hand', 'Saksi melihat, mendengar, atau mengalami sendiri', 'The witness saw, heard or lived it'),
    check('statement_read_back', 'Keterangan dibacakan kembali', 'The statement was read back'),
    check('statement_signed', 'Keterangan ditandatangani saksi', 'The statement is signed by the witness'),
  ],
  document: [
    check('origin_known', 'Asal dokumen diketahui', 'The origin of the document is known'),
    check('copy_matches', 'Salinan sesuai dengan aslinya', 'The copy matches the original'),
    check('bears_on_case', 'Berkaitan dengan dugaan yang dilaporkan', 'It bears on what was reported'),
  ],
}

export const EVIDENCE_RESULTS = ['unchecked', 'sufficient', 'insufficient'] as const
export type EvidenceResult = (typeof EVIDENCE_RESULTS)[number]

export const EVIDENCE_RESULT_LABEL: Record<EvidenceResult, Bilingual> = {
  unchecked: { id: 'Belum diperiksa', en: 'Not checked yet' },
  sufficient: { id: 'Memadai', en: 'Sufficient' },
  insufficient: { id: 'Belum memadai', en: 'Insufficient' },
}

export interface EvidenceVerdict {
  readonly met: readonly string[]
  readonly result: EvidenceResult
  readonly note: string | null
}

/** The questions of that kind that have not been answered with yes. */
export const openChecks = (kind: EvidenceKind, met: readonly string[]): readonly EvidenceCheck[] =>
  EVIDENCE_CHECKS[kind].filter(({ code }) => !met.includes(code))

/** Why a verdict on evidence cannot stand: "sufficient" needs every question of its kind, "insufficient" a reason. */
export function verdictRefusal(
  kind: EvidenceKind,
  { met, result, note }: EvidenceVerdict,
): 'request.invalid' | 'handling.checks_open' | null {
  if (result === 'unchecked' || met.some((code) => !EVIDENCE_CHECKS[kind].some((known) => known.code === code))) return 'request.invalid'
  if (result === 'sufficient') return openChecks(kind, met).length === 0 ? null : 'handling.checks_open'
  return (note?.trim().length ?? 0) >= 3 ? null : 'request.invalid'
}
