import type { Vault } from '../platform/vault.js'
import type { Party } from './party.entity.js'
import type { PartyInput } from './registration-input.js'

/** A party as it was typed, its sealed numbers and contacts opened: to be sealed elsewhere, never to be shown. */
export function partyOpened(vault: Vault, party: Party): PartyInput {
  const open = (column: string, sealed: Buffer | null) =>
    sealed === null ? null : vault.open({ table: 'party', column, rowId: party.id }, sealed)
  const { id, role, kind, name, jobTitle, workUnit, agencyName, representative, activeAsn } = party
  return {
    ...{ id, role, kind, name, jobTitle, workUnit, agencyName, representative, activeAsn },
    nik: open('nik_sealed', party.nikSealed),
    nip: open('nip_sealed', party.nipSealed),
    phone: open('phone_sealed', party.phoneSealed),
    email: open('email_sealed', party.emailSealed),
    address: open('address_sealed', party.addressSealed),
  }
}
