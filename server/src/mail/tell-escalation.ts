import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { isConfidential, mayRead, type ClockRule, type EscalationStep } from '@domain'
import { Case } from '../cases/case.entity.js'
import { profileInForce } from '../organisation/index.js'
import { CONFIG, type Config } from '../platform/config.module.js'
import { holdersOf } from '../platform/holders-of.js'
import { Jobs } from '../platform/jobs.js'
import { loadViewers } from '../platform/sessions/load-viewer.js'
import { SYSTEM } from '../platform/system-viewer.js'
import { Vault } from '../platform/vault.js'
import { Work, type Tx } from '../platform/work.js'
import { escalationMail } from './escalation-mail.js'
import { messageIdOf, queueMail } from './queue-mail.js'

interface Row {
  readonly case_id: string
  readonly step: EscalationStep
  readonly due_at: Date
  readonly position_ids: string[]
  readonly rule: ClockRule
}

/** Mails a rung of the escalation ladder to those who hold the posts that were told and may read the case; once, however often the job runs. */
@Injectable()
export class TellEscalation implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('mail.escalation', ({ escalationId }) => this.run(String(escalationId)))
  }

  async run(escalationId: string): Promise<void> {
    await this.work.run(SYSTEM, 'tellEscalation', { key: `escalation-${escalationId}`, input: { escalationId } }, async (tx) => {
      const [row] = await tx.query<Row>(
        'SELECT e.case_id, e.step, e.due_at, e.position_ids, k.rule FROM escalation e JOIN clock k ON k.id = e.clock_id WHERE e.id = $1',
        [escalationId],
      )
      if (!row) throw new Error('An escalation has vanished')
      const theCase = await tx.manager.findOneByOrFail(Case, { id: row.case_id })
      const people = await readers(tx, theCase, row.position_ids)
      const profile = await profileInForce(tx, tx.now)
      for (const { id, email } of people) {
        await queueMail(tx, this.vault, {
          ...escalationMail(profile, theCase, row.step, { label: row.rule.label.id, dueAt: row.due_at }),
          messageId: messageIdOf('escalation', `${escalationId}.${id}`, this.config.publicUrl),
          purpose: 'escalation',
          to: email,
          attachmentFileIds: [],
          confidential: isConfidential(theCase.secrecy),
          ...{ caseId: theCase.id, letterId: null, deliveryId: null },
        })
      }
      return { mails: people.length }
    })
  }
}

/** Who holds the posts today and may read the case, each once. */
async function readers(tx: Tx, theCase: Case, positionIds: readonly string[]): Promise<{ id: string; email: string }[]> {
  const held = await holdersOf(tx.manager, positionIds, tx.now)
  const personIds = [...new Set([...held.values()].flat())]
  const viewers = await loadViewers(tx.manager, tx.now, personIds)
  const reading = viewers.filter((viewer) => mayRead(viewer, theCase)).map((viewer) => viewer.id)
  return tx.query('SELECT id, email FROM person WHERE id = ANY ($1) AND disabled_at IS NULL ORDER BY id', [reading])
}
