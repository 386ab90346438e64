import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { checkNip, localDate, maskIdentity, normaliseIdentity, Refusal, type Viewer } from '@domain'
import { Vault } from '../platform/vault.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { keepChange, openForChange, type Target } from './open-for-change.js'
import { Candidate } from './results.entity.js'
import { setBrokenAside } from './set-aside.js'
import { demanded, typed } from './typed.js'

/** An applicant as typed. `id` corrects one who is there; the NIP then stays unless a new one is typed. */
export interface ApplicantEntry {
  readonly id?: string | null
  readonly postId: string
  readonly name: string
  readonly nip?: string | null
  readonly agencyName: string
  readonly jobTitle?: string | null
  readonly invited: boolean
  readonly recommendationNumber?: string | null
  readonly recommendationOn?: string | null
  readonly qualified?: boolean | null
  readonly qualificationNote?: string | null
}

const MOST_AT_ONCE = 200

/**
 * Who applies for the posts. Each needs the recommendation of the PPK of the home agency, the invited ones too (Mekanisme 3): nobody is found qualified
 * without it.
 */
@Injectable()
export class RegisterApplicants {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
  ) {}

  run(
    me: Viewer,
    target: Target,
    applicants: readonly ApplicantEntry[],
    removed: readonly string[],
    attempt: Attempt,
  ): Promise<{ id: string }> {
    return this.work.run(me, 'saveSelectionApplicants', attempt, async (tx) => {
      const open = await openForChange(tx, target, 'enrol')
      if (applicants.length + removed.length === 0 || applicants.length > MOST_AT_ONCE) {
        throw new Refusal('request.invalid', { fields: ['applicants'] })
      }
      await demandNeverScored(tx, removed, 'removed')
      const gone = await tx.query('DELETE FROM candidate WHERE selection_id = $1 AND id = ANY ($2) RETURNING id', [target.id, removed])
      if (gone.length !== new Set(removed).size) throw new Refusal('request.invalid', { fields: ['removed'] })
      for (const [index, entry] of applicants.entries()) await this.write(tx, target.id, entry, `applicants.${index}`)
      const setAside = await setResultsAside(tx, target.id)
      return keepChange(tx, open, 'selection.applicants_recorded', {
        detail: { recorded: applicants.length, removed: removed.length, setAside },
      })
    })
  }

  private async write(tx: Tx, selectionId: string, entry: ApplicantEntry, path: string): Promise<void> {
    const invalid = (field: string): never => {
      throw new Refusal('request.invalid', { fields: [`${path}.${field}`] })
    }
    const known = entry.id ? await tx.manager.findOneBy(Candidate, { id: entry.id, selectionId }) : null
    if (entry.id && !known) invalid('id')
    const posts = await tx.query('SELECT FROM vacant_post WHERE id = $1 AND selection_id = $2 AND dropped_at IS NULL', [
      entry.postId,
      selectionId,
    ])
    if (posts.length === 0) invalid('postId')
    const id = known?.id ?? randomUUID()
    if (known && known.postId !== entry.postId) await demandNeverScored(tx, [known.id], `${path}.postId`)
    const nip = this.nip(entry, known, path, localDate(tx.now))
    const recommendation = typed(entry.recommendationNumber, `${path}.recommendationNumber`, 150)
    const recommendedOn = entry.recommendationOn ?? null
    if ((recommendation === null) !== (recommendedOn === null)) invalid(recommendation ? 'recommendationOn' : 'recommendationNumber')
    if (recommendedOn && recommendedOn > localDate(tx.now)) invalid('recommendationOn')
    const qualified = entry.qualified ?? null
    const note = typed(entry.qualificationNote, `${path}.qualificationNote`, 1000)
    if (qualified === true && !recommendation) invalid('recommendationNumber')
    if (qualified === false && !note) invalid('qualificationNote')
    const index = this.vault.blindIndex('nip', nip)
    const [twice] = await tx.query('SELECT 1 FROM candidate WHERE post_id = $1 AND nip_index = $2 AND id <> $3', [entry.postId, index, id])
    if (twice) invalid('nip')

    await tx.manager.upsert(
      Candidate,
      {
        id,
        selectionId,
        postId: entry.postId,
        number: known?.number ?? (await nextNumber(tx, selectionId)),
        name: demanded(entry.name, `${path}.name`, 200),
        nipSealed: this.vault.seal({ table: 'candidate', column: 'nip_sealed', rowId: id }, nip),
        nipIndex: index,
        nipMasked: maskIdentity(nip),
        agencyName: demanded(entry.agencyName, `${path}.agencyName`, 200),
        jobTitle: typed(entry.jobTitle, `${path}.jobTitle`, 200),
        invited: entry.invited,
        recommendationNumber: recommendation,
        recommendationOn: recommendedOn,
        qualified,
        qualificationNote: note,
      },
      ['id'],
    )
  }

  private nip(entry: ApplicantEntry, known: Candidate | null, path: string, today: string): string {
    const text = normaliseIdentity(entry.nip ?? '')
    if (text === '' && known) return this.vault.open({ table: 'candidate', column: 'nip_sealed', rowId: known.id }, known.nipSealed)
    if (checkNip(text, today).length > 0) throw new Refusal('identity.nip_invalid', { fields: [`${path}.nip`] })
    return text
  }
}

/** Who has been scored stays on record, also when the scores have been set aside since. */
async function demandNeverScored(tx: Tx, ids: readonly string[], field: string): Promise<void> {
  const [scored] = await tx.query(
    `SELECT 1 FROM candidate c WHERE c.id = ANY ($1) AND (EXISTS (SELECT FROM candidate_score s WHERE s.candidate_id = c.id)
       OR EXISTS (SELECT FROM score_correction k WHERE k.candidate_id = c.id) OR EXISTS (SELECT FROM set_aside_choice a WHERE a.candidate_id = c.id))`,
    [ids],
  )
  if (scored) throw new Refusal('selection.applicant_scored', { fields: [field] })
}

/** In a stage that was opened again there may be scores already: those that no longer fit the participants are set aside, for the reason of the reopening. */
async function setResultsAside(tx: Tx, selectionId: string): Promise<number> {
  const posts = await tx.query<{ id: string; reason: string }>(
    `SELECT p.id, r.reason FROM vacant_post p
     JOIN LATERAL (SELECT reason FROM selection_reopening WHERE selection_id = $1 ORDER BY at DESC LIMIT 1) r ON true
     WHERE p.selection_id = $1 AND EXISTS (SELECT FROM component_result c WHERE c.post_id = p.id)`,
    [selectionId],
  )
  let components = 0
  for (const { id, reason } of posts) components += (await setBrokenAside(tx, { selectionId, postId: id, reason }, null)).length
  return components
}

async function nextNumber(tx: Tx, selectionId: string): Promise<number> {
  const [row] = await tx.query<{ next: number }>('SELECT coalesce(max(number), 0) + 1 AS next FROM candidate WHERE selection_id = $1', [
    selectionId,
  ])
  return row?.next ?? 1
}
