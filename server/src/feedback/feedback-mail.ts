import { FEEDBACK_KIND_LABEL, feedbackLabel, formatDateTime, SERVICE_LABEL } from '@domain'
import { mailText, type MailText } from '../mail/index.js'
import type { Feedback } from './feedback.entity.js'

/** The mail that answers a complaint, suggestion or appreciation about a service. */
export function feedbackMail(from: Parameters<typeof mailText>[0], feedback: Feedback, answer: string): MailText {
  const about = feedback.service === null ? 'layanan kami' : `layanan ${SERVICE_LABEL[feedback.service].id}`
  return mailText(
    from,
    `Tanggapan atas masukan Saudara, nomor ${feedbackLabel(feedback)}`,
    `Terima kasih atas ${FEEDBACK_KIND_LABEL[feedback.kind].id.toLowerCase()} Saudara mengenai ${about} yang kami terima pada ${formatDateTime(feedback.receivedAt)}.`,
    answer,
    `Apabila tanggapan ini belum memadai, Saudara dapat menghubungi kami kembali dengan menyebutkan nomor ${feedbackLabel(feedback)}.`,
  )
}
