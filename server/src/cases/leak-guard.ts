import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { caseFacts, fieldsThatReveal, GUARD_HOURS, GUARDED_AT_MOST, Refusal } from '@domain'
import { Vault } from '../platform/vault.js'
import { Work, type Tx } from '../platform/work.js'
import { Case } from './case.entity.js'
import { custodians } from './custodians.js'
import { openReporter } from './sealed-identity.js'

/** What is looked at: the parts of a text by name. */
export type Parts = Readonly<Record<string, string | null | undefined>>

/** Where a guarded text was about to go. */
export type Guarded = 'issue' | 'delivery' | 'registration'

const HOUR_MS = 3_600_000

/**
 * Refuses what would leave the house with a sealed reporter's identity in it (N9). Nobody may override it: the text is corrected, or the reporter is written
 * to by their pseudonym. So that nobody asks it about names, a refusal does not say where or what it found, is written down although everything else is
 * rolled back, is told to the custodians, and after a few in a day the guard looks at nothing more of that person's (`reporter.guard_blocked`).
 */
@Injectable()
export class LeakGuard {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
  ) {}

  /** `theCase` is locked by the caller. */
  async demandDiscreet(tx: Tx, theCase: Pick<Case, 'id' | 'reporterProtection'>, of: Guarded, parts: Parts): Promise<void> {
    if (theCase.reporterProtection !== 'sealed') return
    // One look at a time for each person: several at once would otherwise all come before the first was counted.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('leak-guard ' || $1, 0))`, [tx.me.id])
    await demandPatience(tx)
    const words = await openReporter(tx.manager, this.vault, theCase.id)
    if (!words || fieldsThatReveal(words, parts).length === 0) return
    await this.report(tx, theCase.id, of)
    throw new Refusal(of === 'registration' ? 'reporter.named_in_text' : 'letter.reveals_reporter')
  }

  /** In a transaction of its own: the refusal rolls back the one that asked. */
  private async report({ me, manager }: Tx, caseId: string, of: Guarded): Promise<void> {
    const asked = await manager.findOneByOrFail(Case, { id: caseId })
    await this.work.run(me, 'reportGuarded', { key: randomUUID(), input: { caseId } }, async (tx) => {
      const facts = caseFacts(asked)
      await tx.announce({
        kind: 'identity.guarded',
        subject: { __typename: 'Case', id: caseId },
        before: facts,
        after: facts,
        detail: { of },
        notify: [{ personIds: await custodians(tx), kind: 'identity.guarded' }],
      })
      return {}
    })
  }
}

async function demandPatience(tx: Tx): Promise<void> {
  const since = new Date(tx.now.getTime() - GUARD_HOURS * HOUR_MS)
  const held = await tx.query<{ at: Date }>(
    `SELECT at FROM event WHERE kind = 'identity.guarded' AND actor_id = $1 AND at > $2 ORDER BY at DESC LIMIT $3`,
    [tx.me.id, since, GUARDED_AT_MOST],
  )
  const oldest = held[GUARDED_AT_MOST - 1]
  if (oldest) throw new Refusal('reporter.guard_blocked', { until: new Date(oldest.at.getTime() + GUARD_HOURS * HOUR_MS).toISOString() })
}
