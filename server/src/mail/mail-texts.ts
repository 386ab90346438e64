import { formatDate, formatDateTime, isConfidential, SERVICE_LABEL, type OrganisationProfile } from '@domain'
import type { Case } from '../cases/index.js'
import type { Letter } from '../letters/letter.entity.js'

/** The words of a mail. */
export interface MailText {
  readonly subject: string
  readonly text: string
}

/** Who signs a mail. */
export type SignOff = Pick<OrganisationProfile, 'organisation' | 'address' | 'contact'>

const closing = ({ organisation, address, contact }: SignOff): string[] => [
  '',
  'Atas perhatian Saudara, kami ucapkan terima kasih.',
  '',
  organisation,
  address,
  contact,
]

/** A mail with its greeting and its sender. */
export const mailText = (from: SignOff, subject: string, ...paragraphs: string[]): MailText => ({
  subject,
  text: ['Yth. Saudara,', '', ...paragraphs.flatMap((paragraph) => [paragraph, '']).slice(0, -1), ...closing(from)].join('\n'),
})

/** The mail that carries a letter, or, when the letter is confidential, the word that it can be collected. */
export function letterMail(from: SignOff, letter: Letter, recipientName: string): MailText {
  if (isConfidential(letter.secrecy)) {
    return mailText(
      from,
      'Pemberitahuan surat yang perlu diambil',
      `Kami menyampaikan bahwa terdapat surat bagi ${recipientName} yang karena klasifikasi keamanannya tidak dapat dikirimkan melalui surat elektronik.`,
      'Surat dapat diambil di loket kami pada jam layanan dengan menunjukkan kartu identitas atau surat kuasa.',
    )
  }
  return mailText(
    from,
    `Surat Nomor ${letter.number ?? ''}`,
    `Bersama ini kami sampaikan surat Nomor ${letter.number ?? ''} tanggal ${letter.issuedAt ? formatDate(letter.issuedAt) : ''} hal ${letter.subject} sebagaimana terlampir.`,
    'Keaslian surat dapat diperiksa melalui kode QR pada surat tersebut. Layanan ini tidak dipungut biaya.',
  )
}

/** The word that a request can be processed: from here the services that promise so count their time. */
export function confirmationMail(from: SignOff, theCase: Case): MailText {
  const agenda = `${theCase.agendaNumber}/${theCase.agendaYear}`
  if (isConfidential(theCase.secrecy)) {
    return mailText(
      from,
      'Konfirmasi permohonan diproses',
      `Permohonan Saudara dengan nomor agenda ${agenda} telah kami telaah dan sedang diproses.`,
    )
  }
  return mailText(
    from,
    `Konfirmasi permohonan diproses, nomor agenda ${agenda}`,
    `Permohonan Saudara hal ${theCase.subject} yang kami terima pada ${formatDateTime(theCase.receivedAt)} dengan nomor agenda ${agenda} telah kami telaah dan sedang diproses sesuai dengan standar pelayanan ${SERVICE_LABEL[theCase.service].id}.`,
    'Mohon mencantumkan nomor agenda tersebut apabila menanyakan perkembangan permohonan. Layanan ini tidak dipungut biaya.',
  )
}

/** The mail that carries a tanda terima. */
export function receiptMail(from: SignOff, theCase: Case): MailText {
  const agenda = `${theCase.agendaNumber}/${theCase.agendaYear}`
  if (isConfidential(theCase.secrecy)) {
    return mailText(
      from,
      'Surat Saudara telah kami terima',
      `Surat Saudara telah kami terima dan dicatat dengan nomor agenda ${agenda}. Tanda terima dapat diambil di loket kami pada jam layanan.`,
    )
  }
  return mailText(
    from,
    `Tanda terima, nomor agenda ${agenda}`,
    `Surat Saudara telah kami terima pada ${formatDateTime(theCase.receivedAt)} dan dicatat dengan nomor agenda ${agenda}. Tanda terima kami lampirkan.`,
    'Mohon mencantumkan nomor agenda tersebut apabila menanyakan perkembangan permohonan. Layanan ini tidak dipungut biaya.',
  )
}
