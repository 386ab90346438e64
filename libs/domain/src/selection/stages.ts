import type { Bilingual, LetterKind } from '../standard/service.js'
import { SELECTION_STAGES, type SelectionStage } from './selection.js'

/** A paper that the agency sends with a stage. */
export interface StageDocument {
  readonly code: string
  readonly text: Bilingual
}

/** What the commission looks at in a stage, with the rule it is measured by. */
export interface StageCheck {
  readonly code: string
  readonly text: Bilingual
  readonly source: Bilingual
}

export interface StageRule {
  readonly stage: SelectionStage
  /** Its number on the printed page. */
  readonly number: number
  readonly label: Bilingual
  readonly documents: readonly StageDocument[]
  readonly checks: readonly StageCheck[]
  /** The letter that answers the stage; null where the commission writes none. */
  readonly letter: { readonly kind: LetterKind; readonly name: Bilingual; readonly required: boolean } | null
}

const clause = (number: number): Bilingual => ({
  id: `Standar Pelayanan Pengawasan dan Seleksi JPT (Peraturan Ketua KASN 3/2022), Mekanisme ${number}`,
  en: `Service standard on senior posts (Regulation 3/2022 of the Chair of KASN), Procedure ${number}`,
})

/** Number 5 of the procedure concerns the results of every stage. */
const SCORES = clause(5)

const OPEN_SELECTION: Bilingual = {
  id: 'PermenPANRB 15/2019 tentang Pengisian JPT secara Terbuka dan Kompetitif',
  en: 'Regulation 15/2019 of the Ministry of Administrative Reform on open selection',
}

/** The letter of request comes with every stage. */
const REQUEST: StageDocument = { code: 'request_letter', text: { id: 'Surat permohonan instansi', en: 'Letter of request of the agency' } }

const RECOMMENDATION = { id: 'Surat Rekomendasi', en: 'Letter of recommendation' }
const RESPONSE = { id: 'Surat Tanggapan', en: 'Letter of response' }

/** What the agency sends, what is checked and which letter answers, stage by stage. */
export const STAGE_RULES: Readonly<Record<SelectionStage, StageRule>> = {
  planning: {
    stage: 'planning',
    number: 1,
    label: { id: 'Perencanaan', en: 'Planning' },
    documents: [
      REQUEST,
      { code: 'selection_plan', text: { id: 'Rencana seleksi', en: 'Plan of the selection' } },
      {
        code: 'panel_decree',
        text: { id: 'Keputusan dan komposisi panitia seleksi', en: 'Decree and composition of the selection panel' },
      },
      { code: 'schedule', text: { id: 'Jadwal tahapan seleksi', en: 'Schedule of the stages' } },
      { code: 'post_requirements', text: { id: 'Persyaratan jabatan', en: 'Requirements of the posts' } },
    ],
    checks: [
      { code: 'plan_complete', text: { id: 'Rencana seleksi lengkap', en: 'The plan is complete' }, source: clause(1) },
      {
        code: 'panel_composition',
        text: { id: 'Komposisi panitia seleksi sesuai ketentuan', en: 'The panel is composed as required' },
        source: OPEN_SELECTION,
      },
      {
        code: 'requirements_fit',
        text: { id: 'Persyaratan jabatan sesuai ketentuan', en: 'The requirements of the posts are as required' },
        source: clause(1),
      },
    ],
    letter: { kind: 'recommendation', name: RECOMMENDATION, required: true },
  },
  announcement: {
    stage: 'announcement',
    number: 2,
    label: { id: 'Pengumuman lowongan', en: 'Vacancy announcement' },
    documents: [REQUEST, { code: 'announcement', text: { id: 'Naskah pengumuman lowongan', en: 'Text of the announcement' } }],
    checks: [
      {
        code: 'qualification_stated',
        text: { id: 'Kualifikasi dan standar kompetensi jabatan diumumkan', en: 'Qualification and competency standard are announced' },
        source: clause(2),
      },
      {
        code: 'open_fifteen_days',
        text: { id: 'Lowongan dibuka sekurang-kurangnya 15 hari', en: 'The vacancy is open for at least 15 days' },
        source: OPEN_SELECTION,
      },
    ],
    letter: { kind: 'answer', name: RESPONSE, required: false },
  },
  application: {
    stage: 'application',
    number: 3,
    label: { id: 'Pelamaran', en: 'Applications' },
    documents: [{ code: 'applicant_list', text: { id: 'Daftar pelamar', en: 'List of applicants' } }],
    checks: [
      {
        code: 'ppk_recommended',
        text: { id: 'Setiap pelamar direkomendasikan PPK instansinya', en: 'Each applicant is recommended by the PPK of the home agency' },
        source: clause(3),
      },
      {
        code: 'administrative_selection',
        text: { id: 'Seleksi administrasi sesuai persyaratan', en: 'The administrative selection follows the requirements' },
        source: clause(3),
      },
    ],
    letter: null,
  },
  selection: {
    stage: 'selection',
    number: 4,
    label: { id: 'Seleksi', en: 'Selection' },
    documents: [
      REQUEST,
      { code: 'track_record', text: { id: 'Hasil penelusuran rekam jejak', en: 'Result of the track-record check' } },
      { code: 'assessment', text: { id: 'Hasil asesmen kompetensi', en: 'Result of the competency assessment' } },
      { code: 'paper', text: { id: 'Hasil penulisan makalah', en: 'Result of the paper' } },
      { code: 'interview', text: { id: 'Hasil wawancara', en: 'Result of the interview' } },
    ],
    checks: [
      { code: 'as_planned', text: { id: 'Seleksi berjalan sesuai rencana', en: 'The selection follows the plan' }, source: clause(4) },
      {
        code: 'scores_per_participant',
        text: { id: 'Nilai tersedia untuk setiap peserta', en: 'There is a score for every participant' },
        source: SCORES,
      },
    ],
    letter: { kind: 'answer', name: RESPONSE, required: false },
  },
  results: {
    stage: 'results',
    number: 5,
    label: { id: 'Pengumuman hasil seleksi', en: 'Announcement of results' },
    documents: [
      REQUEST,
      { code: 'results_report', text: { id: 'Laporan hasil seleksi', en: 'Report of the results' } },
      { code: 'three_best', text: { id: 'Tiga nama terbaik setiap jabatan', en: 'The three best names for each post' } },
    ],
    checks: [
      { code: 'procedure_followed', text: { id: 'Prosedur seleksi dipenuhi', en: 'The procedure was followed' }, source: clause(5) },
      {
        code: 'ranked_scores',
        text: { id: 'Nilai dan peringkat setiap tahapan diumumkan', en: 'Scores and ranks of every stage are announced' },
        source: SCORES,
      },
    ],
    letter: { kind: 'recommendation', name: RECOMMENDATION, required: true },
  },
  appointment: {
    stage: 'appointment',
    number: 6,
    label: { id: 'Penetapan dan pelantikan', en: 'Appointment' },
    documents: [
      REQUEST,
      { code: 'decree', text: { id: 'Keputusan pengangkatan', en: 'Decree of appointment' } },
      { code: 'inauguration_minutes', text: { id: 'Berita acara pelantikan', en: 'Minutes of the inauguration' } },
    ],
    checks: [
      {
        code: 'one_of_three',
        text: { id: 'Yang diangkat adalah salah satu dari tiga calon', en: 'The appointed is one of the three' },
        source: clause(6),
      },
      {
        code: 'right_authority',
        text: { id: 'Diangkat oleh pejabat yang berwenang', en: 'Appointed by the right authority' },
        source: clause(6),
      },
    ],
    letter: { kind: 'answer', name: { id: 'Surat Jawaban', en: 'Letter of answer' }, required: false },
  },
}

/** The stage after this one; null after the last. */
export const stageAfterThis = (stage: SelectionStage): SelectionStage | null =>
  SELECTION_STAGES[SELECTION_STAGES.indexOf(stage) + 1] ?? null

export const isStageDocument = (stage: SelectionStage, code: string): boolean =>
  STAGE_RULES[stage].documents.some((document) => document.code === code)

export const isStageCheck = (stage: SelectionStage, code: string): boolean => STAGE_RULES[stage].checks.some((check) => check.code === code)
