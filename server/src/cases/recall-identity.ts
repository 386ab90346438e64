import { Refusal } from '@domain'
import type { Vault } from '../platform/vault.js'
import type { Tx } from '../platform/work.js'
import { Party } from './party.entity.js'
import type { PartyInput } from './registration-input.js'

/**
 * The parties of a correction with their numbers in full. The register shows NIK and NIP masked only, so a number that comes back exactly as
 * it was shown for the same party means "as it stands": the sealed one is opened. A sealed reporter stays as they are, whatever comes back
 * for them. Refuses a party that is not one of this case.
 */
export async function recallIdentity(
  tx: Tx,
  vault: Vault,
  caseId: string,
  parties: readonly PartyInput[],
  sealed: PartyInput | null = null,
): Promise<PartyInput[]> {
  const known = new Map((await tx.manager.findBy(Party, { caseId })).map((party) => [party.id, party]))
  const named = parties.flatMap((party) => (party.id ? [party.id] : []))
  if (new Set(named).size !== named.length || named.some((id) => !known.has(id)))
    throw new Refusal('request.invalid', { fields: ['parties'] })

  return parties.map((party) => {
    const stored = party.id ? known.get(party.id) : undefined
    if (!stored) return party
    if (sealed && stored.role === 'requester') return { ...sealed, id: stored.id, kind: stored.kind }
    const recalled = (column: string, typed: string | null | undefined, masked: string | null, sealed: Buffer | null) =>
      sealed !== null && typed?.trim() === masked ? vault.open({ table: 'party', column, rowId: stored.id }, sealed) : typed
    return {
      ...party,
      nik: recalled('nik_sealed', party.nik, stored.nikMasked, stored.nikSealed),
      nip: recalled('nip_sealed', party.nip, stored.nipMasked, stored.nipSealed),
    }
  })
}
