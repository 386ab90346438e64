import {
  agendaLabel,
  appointmentPlace,
  appointmentTime,
  contactPerson,
  epochMs,
  formatLongDate,
  isConfidential,
  SERVICE_LABEL,
  type Appointment,
} from '@domain'
import { reporterAddress, type Case } from '../cases/index.js'
import { telephoneOf } from '../letters/index.js'
import { mailText, messageIdOf, queueMail, type MailText } from '../mail/index.js'
import { profileInForce } from '../organisation/index.js'
import type { Config } from '../platform/config.js'
import type { Vault } from '../platform/vault.js'
import type { Tx } from '../platform/work.js'
import type { Booking } from './booking.entity.js'

/** Tells the requester of a booked, moved or cancelled meeting, with the file for their calendar. Without an e-mail address the front office tells them. */
export async function tellVisitor(
  tx: Tx,
  vault: Vault,
  config: Pick<Config, 'publicUrl' | 'mailFrom'>,
  theCase: Case,
  booking: Booking,
): Promise<void> {
  const address = await reporterAddress(tx, vault, theCase.id)
  if (!address) return
  const profile = await profileInForce(tx, tx.now)
  const [room] = booking.roomId ? await tx.query<{ name: string }>('SELECT name FROM room WHERE id = $1', [booking.roomId]) : []
  const appointment: Appointment = {
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    room: room?.name ?? null,
    link: booking.link,
    officerName: booking.officerName,
    officerTitle: booking.officerTitle,
    telephone: await telephoneOf(tx, theCase.standardVersionId),
    address: profile.address,
  }
  const cancelled = booking.state === 'cancelled'
  const secret = isConfidential(theCase.secrecy)
  const summary = secret
    ? `Pertemuan di ${profile.organisation}`
    : `${SERVICE_LABEL[theCase.service].id}, nomor agenda ${agendaLabel(theCase)}`
  await queueMail(tx, vault, {
    ...wording(appointment, theCase, booking, { profile, secret }),
    messageId: messageIdOf('appointment', `${booking.id}.${booking.sequence}`, config.publicUrl),
    purpose: 'appointment',
    to: address.email,
    toHidden: address.hidden,
    attachmentFileIds: [],
    confidential: secret,
    caseId: theCase.id,
    letterId: null,
    deliveryId: null,
    calendar: {
      uid: `${booking.id}@${new URL(config.publicUrl).hostname}`,
      sequence: booking.sequence,
      method: cancelled ? 'CANCEL' : 'REQUEST',
      stampedAt: epochMs(tx.now),
      startsAt: epochMs(booking.startsAt),
      endsAt: epochMs(booking.endsAt),
      summary,
      description: `Narahubung: ${contactPerson(appointment)}`,
      location: appointmentPlace(appointment),
      url: booking.link,
      organizer: { name: profile.organisation, email: addressIn(config.mailFrom) },
    },
  })
}

/** The bare address of "Nama <alamat>". */
const addressIn = (from: string): string => /<([^<>]+)>/.exec(from)?.[1] ?? from

interface Wording {
  readonly profile: Parameters<typeof mailText>[0]
  readonly secret: boolean
}

function wording(appointment: Appointment, theCase: Case, booking: Booking, { profile, secret }: Wording): MailText {
  const about = secret ? 'Pertemuan' : `Konsultasi dengan nomor agenda ${agendaLabel(theCase)}`
  const when = `pada hari ${formatLongDate(appointment.startsAt)}, pukul ${appointmentTime(appointment)}`
  const contact = `Narahubung: ${contactPerson(appointment)}.`
  const reason = booking.reason && !secret ? ` Alasan: ${booking.reason}` : ''
  if (booking.state === 'cancelled') {
    return mailText(profile, 'Pembatalan jadwal konsultasi', `${about} ${when} dibatalkan.${reason}`, contact)
  }
  const place = `Tempat: ${appointmentPlace(appointment)}.`
  const request =
    'Apabila berhalangan, mohon Saudara memberitahukan kepada narahubung. Berkas kalender kami lampirkan. Layanan ini tidak dipungut biaya.'
  return booking.sequence === 0
    ? mailText(profile, 'Jadwal konsultasi', `${about} dijadwalkan ${when}.`, place, contact, request)
    : mailText(
        profile,
        'Perubahan jadwal konsultasi',
        `Jadwal ${about.toLowerCase()} diubah menjadi ${when}.${reason}`,
        place,
        contact,
        request,
      )
}
