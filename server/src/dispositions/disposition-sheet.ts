import type { DataSource } from 'typeorm'
import {
  agendaLabel,
  formatDate,
  formatDateTime,
  INSTRUCTION_LABEL,
  INSTRUCTIONS,
  localDate,
  mayRead,
  URGENCY_LABEL,
  type DispositionState,
  type Instruction,
  type Viewer,
} from '@domain'
import type { PressDispositionBranch, PressDispositionSheet } from '@press'
import type { Case } from '../cases/index.js'
import { letterheadOf, profileInForce } from '../organisation/index.js'
import { MARKING } from '../platform/letterhead.js'
import { Disposition } from './disposition.entity.js'

const STATE: Readonly<Record<DispositionState, string>> = {
  sent: 'Belum dibaca',
  read: 'Sudah dibaca',
  accepted: 'Dikerjakan',
  done: 'Selesai',
  returned: 'Dikembalikan',
  withdrawn: 'Ditarik',
  superseded: 'Digantikan',
}

interface Recipient {
  readonly id: string
  readonly title: string
  /** Who holds the post today; null while it is vacant. */
  readonly holders: string | null
}

const isInstruction = (code: string): code is Instruction => INSTRUCTIONS.some((known) => known === code)
const wording = (code: string): string => (isInstruction(code) ? INSTRUCTION_LABEL[code].id : code)

/** The lembar disposisi of a case, with the branches the viewer may read; the caller has looked whether they may read the case. */
export async function dispositionSheetOf(db: DataSource, me: Viewer, theCase: Case, now: Date): Promise<PressDispositionSheet> {
  const rows = await db.manager.find(Disposition, { where: { caseId: theCase.id }, order: { sentAt: 'ASC', kind: 'DESC', id: 'ASC' } })
  const branches = rows.filter((row) => mayRead(me, row))
  const recipients = await recipientsOf(db, branches, now)
  const shown = new Set(branches.map((branch) => branch.id))
  const roots = branches.filter((branch) => branch.parentId === null || !shown.has(branch.parentId))
  return {
    letterhead: letterheadOf(await profileInForce(db, now)),
    marking: MARKING[theCase.secrecy],
    from: theCase.senderName,
    letterNumber: theCase.letterNumber,
    letterDate: theCase.letterDate && formatDate(theCase.letterDate),
    receivedOn: formatDate(theCase.receivedAt),
    agendaNumber: agendaLabel(theCase),
    urgency: URGENCY_LABEL[theCase.urgency].id,
    subject: theCase.subject,
    instructions: INSTRUCTIONS.map((code) => INSTRUCTION_LABEL[code].id),
    branches: printed(roots, branches, recipients),
    footer: `Dicetak dari Tanggap pada ${formatDateTime(now)}. Lembar disposisi merupakan satu kesatuan dengan surat.`,
    createdAt: now,
  }
}

/** A copy that says nothing of its own is named on the main branch it was sent with; every other branch is printed by itself. */
function printed(
  siblings: readonly Disposition[],
  all: readonly Disposition[],
  recipients: ReadonlyMap<string, Recipient>,
): PressDispositionBranch[] {
  const isAside = (branch: Disposition): boolean =>
    branch.kind === 'copy' &&
    branch.note === null &&
    branch.closingNote === null &&
    branch.instructions.every((code) => code === 'for_information') &&
    siblings.some((main) => main.kind === 'main' && isSameAct(main, branch)) &&
    all.every((child) => child.parentId !== branch.id)
  const asides = siblings.filter(isAside)
  const titleOf = (branch: Disposition): string => recipients.get(branch.toPositionId)?.title ?? ''
  return siblings
    .filter((branch) => !asides.includes(branch))
    .map((branch) => ({
      recipient: {
        name: branch.readByName ?? recipients.get(branch.toPositionId)?.holders ?? 'Belum ada pejabat',
        position: branch.kind === 'copy' ? `${titleOf(branch)} (tembusan)` : titleOf(branch),
      },
      copies: branch.kind === 'main' ? asides.filter((aside) => isSameAct(branch, aside)).map(titleOf) : [],
      instructions: branch.instructions.map(wording),
      note: branch.note,
      due: branch.dueOn && formatDate(branch.dueOn),
      giver: { name: branch.fromPersonName, position: branch.fromTitle },
      givenAt: formatDateTime(branch.sentAt),
      state: STATE[branch.state],
      outcome: outcomeOf(branch),
      children: printed(
        all.filter((child) => child.parentId === branch.id),
        all,
        recipients,
      ),
    }))
}

/** What a recipient wrote when sending a branch back is a reason; when finishing, the result. */
const outcomeOf = ({ state, closingNote }: Disposition): PressDispositionBranch['outcome'] =>
  closingNote === null ? null : { label: state === 'returned' ? 'Alasan pengembalian' : 'Hasil', text: closingNote }

const isSameAct = (one: Disposition, other: Disposition): boolean =>
  one.sentAt.getTime() === other.sentAt.getTime() && one.fromPositionId === other.fromPositionId

async function recipientsOf(db: DataSource, branches: readonly Disposition[], now: Date): Promise<Map<string, Recipient>> {
  const rows = await db.query<Recipient[]>(
    `SELECT post.id, post.title, string_agg(person.name, ', ' ORDER BY person.name) AS holders
     FROM "position" post
     LEFT JOIN position_holder held ON held.position_id = post.id AND $2::date BETWEEN held.since AND coalesce(held.until, 'infinity')
     LEFT JOIN person ON person.id = held.person_id
     WHERE post.id = ANY ($1) GROUP BY post.id`,
    [[...new Set(branches.map((branch) => branch.toPositionId))], localDate(now)],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
