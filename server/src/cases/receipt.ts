import {
  localDate,
  agendaLabel,
  CHANNEL_LABEL,
  completeness,
  formatDate,
  formatLongDate,
  formatTime,
  promisesFor,
  requirementsFor,
  SERVICE_LABEL,
  titleHeld,
  type HolderKind,
  type RequirementState,
} from '@domain'
import type { PressReceipt } from '@press'
import type { DataSource } from 'typeorm'
import { letterheadOf, profileInForce } from '../organisation/index.js'
import { Moment } from '../platform/moment.js'
import { standardById } from '../standards/index.js'
import { Case } from './case.entity.js'

interface Registrar {
  readonly name: string
  readonly title: string
  readonly kind: HolderKind | null
}

const FOOTER = 'Layanan ini tidak dipungut biaya. Simpan tanda terima ini sebagai bukti penyerahan.'
const MISSING = 'Mohon melengkapi berkas yang belum ada melalui loket atau surat elektronik dengan menyebutkan nomor agenda.'

/** The tanda terima of a case: what was handed in, when, to whom, and what the standard promises. Under the head in force when it is printed. */
export async function receiptOf(db: DataSource, caseId: string): Promise<PressReceipt> {
  const theCase = await db.manager.findOneByOrFail(Case, { id: caseId })
  const profile = await profileInForce(db, await Moment.now(db))
  const recorded = await db.query<{ code: string; state: RequirementState }[]>(
    'SELECT code, state FROM requirement_check WHERE case_id = $1',
    [caseId],
  )
  const { document: standard } = await standardById({ query: (sql, params) => db.query(sql, params) }, theCase.standardVersionId)
  const states = new Map(recorded.map((line) => [line.code, line.state]))
  const agenda = agendaLabel(theCase)
  const { complete } = completeness({ ...theCase, requirements: recorded }, theCase.senderKind, standard)
  const promises = promisesFor(standard, theCase.channel)
    // what holds for complaints about the commission itself is known only after they were read
    .filter((promise) => !promise.code.includes('.internal_'))
    .map((promise) => promise.text.id)
  return {
    letterhead: letterheadOf(profile),
    agendaNumber: agenda,
    receivedAt: `${formatLongDate(theCase.receivedAt)} pukul ${formatTime(theCase.receivedAt)}`,
    channel: CHANNEL_LABEL[theCase.channel].id,
    sender: theCase.senderName,
    letterNumber: theCase.letterNumber,
    letterDate: theCase.letterDate && formatDate(theCase.letterDate),
    subject: theCase.subject,
    service: SERVICE_LABEL[theCase.service].id,
    promise: promises.length > 0 ? promises.join('; ') : '-',
    requirements: requirementsFor(standard, theCase.channel, theCase.senderKind).map((requirement) => ({
      text: requirement.text.id,
      state: states.get(requirement.code) ?? 'missing',
    })),
    missingNote: complete ? null : MISSING,
    receivedBy: await registrarOf(db, theCase),
    placeAndDate: `${profile.place}, ${formatDate(theCase.registeredAt)}`,
    status: {
      url: `Tanda terima ${profile.organisation}, nomor agenda ${agenda}`,
      caption: 'Sebutkan nomor agenda ini saat menanyakan perkembangan permohonan.',
    },
    footer: FOOTER,
    createdAt: theCase.registeredAt,
  }
}

async function registrarOf(
  db: DataSource,
  { registrarId, registrarPositionId, registeredAt }: Case,
): Promise<{ name: string; position: string }> {
  const [registrar] = await db.query<Registrar[]>(
    `SELECT p.name, post.title, (
       SELECT h.kind FROM position_holder h WHERE h.position_id = post.id AND h.person_id = p.id
         AND $3::date BETWEEN h.since AND coalesce(h.until, 'infinity') LIMIT 1) AS kind
     FROM person p, "position" post WHERE p.id = $1 AND post.id = $2`,
    [registrarId, registrarPositionId, localDate(registeredAt)],
  )
  return {
    name: registrar?.name ?? '',
    position: registrar ? titleHeld({ title: registrar.title, kind: registrar.kind ?? 'definitive' }) : '',
  }
}
