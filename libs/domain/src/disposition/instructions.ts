import type { Bilingual } from '../standard/service.js'

/** The standard instructions of a disposition sheet, in the order in which they are printed. */
export const INSTRUCTIONS = [
  'follow_up',
  'follow_up_at_once',
  'for_information',
  'study_and_advise',
  'respond_and_advise',
  'process_further',
  'coordinate',
  'study_and_report',
  'study_and_draft',
  'draft_answer',
  'prepare_material',
  'attend',
  'discuss_with_me',
  'settle_by_rule',
  'report_result',
  'archive',
] as const
export type Instruction = (typeof INSTRUCTIONS)[number]

/** How a disposition sheet words each instruction. */
export const INSTRUCTION_LABEL: Record<Instruction, Bilingual> = {
  follow_up: { id: 'Untuk ditindaklanjuti', en: 'For follow-up' },
  follow_up_at_once: { id: 'Tindak lanjut segera', en: 'Follow up at once' },
  for_information: { id: 'Untuk diketahui', en: 'For information' },
  study_and_advise: { id: 'Telaah dan saran', en: 'Study and advise' },
  respond_and_advise: { id: 'Tanggapan dan saran', en: 'Response and advice' },
  process_further: { id: 'Proses lebih lanjut', en: 'Process further' },
  coordinate: { id: 'Koordinasikan/konfirmasikan', en: 'Coordinate and confirm' },
  study_and_report: { id: 'Pelajari dan laporkan', en: 'Study and report' },
  study_and_draft: { id: 'Pelajari dan siapkan konsep balasan', en: 'Study and draft a reply' },
  draft_answer: { id: 'Siapkan konsep jawaban', en: 'Draft the answer' },
  prepare_material: { id: 'Siapkan bahan', en: 'Prepare material' },
  attend: { id: 'Hadiri/wakili', en: 'Attend or represent' },
  discuss_with_me: { id: 'Bicarakan dengan saya', en: 'Discuss with me' },
  settle_by_rule: { id: 'Selesaikan sesuai ketentuan', en: 'Settle as the rules provide' },
  report_result: { id: 'Laporkan hasilnya', en: 'Report the result' },
  archive: { id: 'Arsipkan', en: 'File' },
}
