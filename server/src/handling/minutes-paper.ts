import type { DataSource } from 'typeorm'
import {
  agendaLabel,
  COMPLAINT_OFFICE_ADDRESS,
  formatDate,
  formatLongDate,
  formatTime,
  HANDLING_METHOD_LABEL,
  HANDLING_STEP_KIND_LABEL,
  PARTICIPANT_ROLE_LABEL,
  type Secrecy,
} from '@domain'
import type { PressMarking, PressMinutes } from '@press'
import type { Case, OralStatement } from '../cases/index.js'
import { letterheadOf, profileInForce } from '../organisation/index.js'
import { StepParticipant, type HandlingStep } from './handling-step.entity.js'

const MARKING: Record<Secrecy, PressMarking | null> = {
  biasa: null,
  terbatas: 'TERBATAS',
  rahasia: 'RAHASIA',
  sangat_rahasia: 'SANGAT RAHASIA',
}

const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

const when = (at: Date): string => `${formatLongDate(at)} pukul ${formatTime(at)}`

async function headOf(db: DataSource, theCase: Case, at: Date) {
  const profile = await profileInForce(db, at)
  return {
    letterhead: letterheadOf(profile),
    marking: MARKING[theCase.secrecy],
    placeAndDate: `${profile.place}, ${formatDate(at)}`,
    footer: `${profile.organisation} · nomor agenda ${agendaLabel(theCase)}`,
    createdAt: at,
  }
}

/** The berita acara of a complaint that was told: what was said, where, and that it was read back; for the complainant to sign. */
export async function statementPaper(db: DataSource, theCase: Case, statement: OralStatement): Promise<PressMinutes> {
  return {
    ...(await headOf(db, theCase, statement.readBackAt)),
    title: 'BERITA ACARA PENGADUAN LISAN',
    facts: [
      ['Nomor agenda', agendaLabel(theCase)],
      ['Pelapor', theCase.senderName],
      ['Hari, tanggal', when(theCase.receivedAt)],
      ['Tempat', COMPLAINT_OFFICE_ADDRESS[statement.office].id],
      ['Perihal', theCase.subject],
      ['Dicatat oleh', `${statement.takenByName}, ${statement.takenByTitle}`],
    ],
    paragraphs: paragraphsOf(statement.text),
    closing:
      'Keterangan tersebut telah dibacakan kembali kepada pelapor, dinyatakan benar, dan ditandatangani tanpa paksaan. Layanan ini tidak dipungut biaya.',
    participants: [
      { name: theCase.senderName, role: 'Pelapor', signs: true },
      { name: statement.takenByName, role: 'Petugas yang mencatat', signs: true },
    ],
  }
}

/** The berita acara of a step, or null while it has none. */
export async function stepPaper(db: DataSource, theCase: Case, step: HandlingStep): Promise<PressMinutes | null> {
  if (!step.minutes || !step.minutedAt || !step.heldAt) return null
  const participants = await db.manager.find(StepParticipant, { where: { stepId: step.id }, order: { place: 'ASC' } })
  return {
    ...(await headOf(db, theCase, step.minutedAt)),
    title: `BERITA ACARA ${HANDLING_STEP_KIND_LABEL[step.kind].id.toUpperCase()}`,
    facts: [
      ['Nomor agenda', agendaLabel(theCase)],
      ['Hari, tanggal', when(step.heldAt)],
      ['Cara', HANDLING_METHOD_LABEL[step.method].id],
      [step.method === 'online' ? 'Sarana' : 'Tempat', step.place],
      ['Yang hadir', participants.map(({ name, role }) => `${name} (${PARTICIPANT_ROLE_LABEL[role].id})`).join('; ')],
      ['Disusun oleh', [step.minutedByName, step.minutedByTitle].filter(Boolean).join(', ')],
    ],
    paragraphs: paragraphsOf(step.minutes),
    closing: 'Berita acara ini telah dibacakan kembali kepada yang didengar keterangannya dan ditandatangani oleh yang hadir.',
    participants: participants.map(({ name, role, signed }) => ({ name, role: PARTICIPANT_ROLE_LABEL[role].id, signs: signed })),
  }
}
