import { fieldsThatReveal, Refusal } from '@domain'
import type { Vault } from '../platform/vault.js'
import type { Tx } from '../platform/work.js'
import type { Case } from './case.entity.js'
import { openReporter } from './sealed-identity.js'

/**
 * Refuses what would leave the house with a sealed reporter's identity in it (N9): `letter.reveals_reporter` with the fields in which it stands. Nobody may
 * override it: the text is corrected, or the reporter is written to by their pseudonym.
 */
export async function demandDiscreet(
  tx: Tx,
  vault: Vault,
  theCase: Pick<Case, 'id' | 'reporterProtection'>,
  fields: Readonly<Record<string, string | null | undefined>>,
): Promise<void> {
  if (theCase.reporterProtection !== 'sealed') return
  const words = await openReporter(tx.manager, vault, theCase.id)
  const revealing = words ? fieldsThatReveal(words, fields) : []
  if (revealing.length > 0) throw new Refusal('letter.reveals_reporter', { fields: revealing })
}
