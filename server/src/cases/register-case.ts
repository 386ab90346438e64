import { Injectable } from '@nestjs/common'
import { caseFacts, Refusal, type Viewer } from '@domain'
import { Vault } from '../platform/vault.js'
import { Work, type Attempt } from '../platform/work.js'
import { enterCase, standardToday } from './enter-case.js'
import { writeOralStatement } from './oral-statement.entity.js'
import { registryPost, registryUnitId } from './registry.js'
import type { RegisterCaseInput } from './registration-input.js'
import { openTask } from './tasks.js'
import { demandAgency, demandRegistrable } from './write-registration.js'

/** Enters a written request into the register: agenda number, parties, checklist, clocks, and the Sekretariat's next step. */
@Injectable()
export class RegisterCase {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
  ) {}

  run(me: Viewer, input: RegisterCaseInput, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'registerCase', attempt, async (tx) => {
      demandRegistrable(input, tx.now, (await standardToday(tx, input.service)).document)
      await demandAgency(tx, input)
      if (input.parties.some((party) => party.id)) throw new Refusal('request.invalid', { fields: ['parties'] })
      const post = registryPost(me)
      const theCase = await enterCase(tx, this.vault, input, post)
      await writeOralStatement(tx, theCase.id, input.oralStatement, post)
      await openTask(tx, theCase, 'complete_registration', { unitId: await registryUnitId(tx) })
      await tx.announce({
        kind: 'case.registered',
        subject: { __typename: 'Case', id: theCase.id },
        version: 1,
        before: null,
        after: caseFacts(theCase),
        position: post,
        detail: { agendaNumber: theCase.agendaNumber, agendaYear: theCase.agendaYear, service: theCase.service, channel: theCase.channel },
      })
      return { id: theCase.id }
    })
  }
}
