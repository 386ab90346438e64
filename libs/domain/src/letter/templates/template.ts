import type { Bilingual, LetterKind } from '../../standard/service.js'
import { letterText, line, paragraph, points } from '../compose.js'
import type { RichText } from '../rich-text.js'

/** What a new draft starts from. Spots the drafter must write read "[… what]". */
export interface LetterTemplate {
  /** The "Hal" of the letter, without merge fields. */
  readonly subject: string
  readonly body: RichText
  /** To whom the letter goes, said to the drafter. */
  readonly addresseeHint: Bilingual
}

export type ServiceTemplates = Readonly<Partial<Record<LetterKind, LetterTemplate>>>

export const TO_SENDER: Bilingual = {
  id: 'Pemohon atau pimpinan instansi pengirim surat',
  en: 'The applicant, or the head of the agency that wrote',
}

export const TO_COMPLAINANT: Bilingual = { id: 'Pelapor (pengadu)', en: 'The complainant' }

export const TO_PPK: Bilingual = {
  id: 'Pejabat Pembina Kepegawaian instansi terkait',
  en: 'The appointing authority (PPK) of the agency concerned',
}

/** The opening that every answer to a letter shares. */
export const REFERRING = paragraph(
  line`Dengan hormat, sehubungan dengan ${'incoming_reference'}, dengan ini kami sampaikan hal-hal sebagai berikut:`,
)

/** The closing that every letter shares. */
export const THANKS = paragraph(line`Demikian kami sampaikan. Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.`)

/** The request for missing requirements, with the sentence on what waits for them. */
export const completenessTemplate = (waiting: string, ...more: ReturnType<typeof paragraph>[]): LetterTemplate => ({
  subject: 'Permintaan Kelengkapan Berkas Permohonan',
  addresseeHint: TO_SENDER,
  body: letterText(
    paragraph(
      line`Dengan hormat, sehubungan dengan ${'incoming_reference'}, yang kami terima pada tanggal ${'received_date'} dengan nomor agenda ${'agenda_number'}, bersama ini kami sampaikan bahwa berdasarkan pemeriksaan kelengkapan persyaratan ${'service_name'}, masih terdapat berkas yang perlu dilengkapi, yaitu:`,
    ),
    points(line`[… persyaratan yang belum lengkap]`),
    paragraph([{ type: 'text', text: waiting }]),
    ...more,
    paragraph(
      line`Kelengkapan dimaksud agar disampaikan melalui saluran yang sama dengan mencantumkan nomor agenda ${'agenda_number'}. Layanan ini tidak dipungut biaya.`,
    ),
    THANKS,
  ),
})
