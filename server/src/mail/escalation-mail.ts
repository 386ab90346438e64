import { agendaLabel, formatDateTime, isConfidential, SERVICE_LABEL, type EscalationStep } from '@domain'
import type { Case } from '../cases/index.js'
import { mailText, type MailText, type SignOff } from './mail-texts.js'

const SAID: Record<EscalationStep, { readonly subject: string; readonly sentence: string }> = {
  at_risk: { subject: 'Batas waktu mendekat', sentence: 'mendekati batas waktunya' },
  due: { subject: 'Batas waktu terlampaui', sentence: 'telah melampaui batas waktunya' },
  after: { subject: 'Eskalasi keterlambatan', sentence: 'telah melampaui batas waktunya dan belum juga selesai' },
}

/** What a colleague is told by mail of a promise at risk or broken. Of a confidential case no more than that there is one. */
export function escalationMail(from: SignOff, theCase: Case, step: EscalationStep, promise: { label: string; dueAt: Date }): MailText {
  const { subject, sentence } = SAID[step]
  if (isConfidential(theCase.secrecy)) {
    return mailText(from, subject, `Satu perkara dalam tanggung jawab Saudara ${sentence}. Rinciannya dapat dilihat di aplikasi.`)
  }
  return mailText(
    from,
    `${subject}, nomor agenda ${agendaLabel(theCase)}`,
    `Perkara dengan nomor agenda ${agendaLabel(theCase)} hal ${theCase.subject} (${SERVICE_LABEL[theCase.service].id}) ${sentence}.`,
    `Janji layanan: ${promise.label}. Batas waktu: ${formatDateTime(promise.dueAt)}.`,
  )
}
