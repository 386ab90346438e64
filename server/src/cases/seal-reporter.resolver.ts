import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql'
import { DataSource } from 'typeorm'
import type { Viewer } from '@domain'
import { Me } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { readCase } from './case-reader.js'
import { Case } from './case.entity.js'
import { SealAttachments } from './seal-attachments.js'
import { SealReporter } from './seal-reporter.js'

/** Sealing a reporter after the registration. */
@Resolver()
export class SealReporterResolver {
  constructor(
    private readonly db: DataSource,
    private readonly seal: SealReporter,
    private readonly attachments: SealAttachments,
  ) {}

  @Mutation(() => Case)
  @CheckedInside('SealReporter')
  async sealReporter(
    @Me() me: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('key') key: string,
    @Args('identityFileIds', {
      type: () => [ID],
      nullable: true,
      description: 'The attachments that show who they are; every attachment when nothing is said',
    })
    identityFileIds: string[] | null = null,
  ): Promise<Case> {
    const target = { id, version, identityFileIds }
    await this.seal.run(me, target, { key, input: target })
    return readCase(this.db, me, id)
  }

  @Mutation(() => Case, { description: 'Takes attachments that show who a sealed reporter is from everybody; only a release opens them' })
  @CheckedInside('SealAttachments')
  async sealAttachments(
    @Me() me: Viewer,
    @Args('caseId', { type: () => ID }) caseId: string,
    @Args('fileIds', { type: () => [ID] }) fileIds: string[],
    @Args('key') key: string,
  ): Promise<Case> {
    await this.attachments.run(me, caseId, fileIds, { key, input: { caseId, fileIds } })
    return readCase(this.db, me, caseId)
  }
}
