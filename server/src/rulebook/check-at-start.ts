import { Injectable, type OnApplicationBootstrap } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { checkStandard, LETTER_KINDS, templateFor, type LetterKind, type Service, type StartEvent } from '@domain'
import { standardVersions } from '../standards/index.js'

/** The act that records each start event, by its file under `server/src`. The specification reads those files. */
export const RECORDED_BY: Readonly<Record<StartEvent, string>> = {
  received: 'cases/enter-case.ts',
  received_by_unit: 'dispositions/dispose-case.ts',
  confirmed_by_unit: 'visits/answer-visit.ts',
  confirmed_processed: 'cases/decide-case.ts',
  complete: 'cases/amend-case.ts',
  arrived: 'cases/enter-case.ts',
}

/** Refuses to serve a standard that could not be kept: a clock nothing starts, a product nobody can write or review, a channel without a procedure. */
@Injectable()
export class CheckAtStart implements OnApplicationBootstrap {
  constructor(private readonly db: DataSource) {}

  async onApplicationBootstrap(): Promise<void> {
    const rows = await this.db.query<{ service: Service; kind: LetterKind }[]>(
      'SELECT DISTINCT service, letter_kind AS kind FROM review_chain',
    )
    const provisions = {
      recordedBy: RECORDED_BY,
      templates: (service: Service) => LETTER_KINDS.filter((kind) => templateFor(service, kind) !== null),
      chains: (service: Service) => rows.filter((row) => row.service === service).map(({ kind }) => kind),
    }
    const faults = (await standardVersions(this.db)).flatMap(({ number, document }) =>
      checkStandard(document, provisions).map((fault) => `version ${number} of ${fault}`),
    )
    if (faults.length > 0) throw new Error(`The standards cannot be kept:\n${faults.join('\n')}`)
  }
}
