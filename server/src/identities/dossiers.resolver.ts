import { randomUUID } from 'node:crypto'
import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import { mayEnter, normaliseIdentity, Refusal, unitIdsAs, type Viewer } from '@domain'
import { Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { Vault } from '../platform/vault.js'
import { Work } from '../platform/work.js'
import { Dossier, dossierOf } from './dossier.js'

@InputType()
export class DossierInput {
  @Field(() => String, { nullable: true }) nip?: string | null
  @Field(() => String, { nullable: true }) agencyCode?: string | null
}

/** Whether somebody is cleared for dossiers: Pimpinan, or the head of a working group to which complaints about neutrality go. */
async function demandCleared(db: DataSource, me: Viewer): Promise<void> {
  if (mayEnter(me, 'dossier')) return
  const mine = unitIdsAs(me, 'POKJA').filter((unitId) => mayEnter(me, 'dossier', unitId))
  const [works] = await db.query<object[]>(`SELECT 1 FROM "case" WHERE service = 'NETRALITAS' AND unit_id = ANY ($1) LIMIT 1`, [mine])
  if (!works) throw new Refusal('access.denied')
}

/** Looking somebody up. A mutation, because every look is written down: who looked, never for which number. */
@Resolver()
export class DossiersResolver {
  constructor(
    private readonly db: DataSource,
    private readonly work: Work,
    private readonly vault: Vault,
  ) {}

  @Mutation(() => Dossier)
  @CheckedInside('demandCleared')
  async openDossier(@Me() me: Viewer, @Args('input') input: DossierInput, @Args('key') key: string): Promise<Dossier> {
    await demandCleared(this.db, me)
    const nip = input.nip?.trim() ? normaliseIdentity(input.nip) : null
    const agencyCode = input.agencyCode?.trim() || null
    if ((nip === null) === (agencyCode === null)) throw new Refusal('request.invalid', { fields: ['nip', 'agencyCode'] })
    const nipIndex = nip && this.vault.blindIndex('nip', nip)
    const sought = { nip: nipIndex && nipIndex.toString('hex'), agencyCode }
    const { id } = await this.work.run(me, 'openDossier', { key, input: sought }, async (tx) => {
      const id = randomUUID()
      const by = nip ? { by: 'nip' } : { by: 'agency', agencyCode }
      await tx.announce({ kind: 'identity.searched', subject: { __typename: 'Dossier', id }, before: null, after: null, detail: by })
      return { id }
    })
    return dossierOf(this.db, me, id, { nipIndex: nipIndex || null, agencyCode })
  }
}
