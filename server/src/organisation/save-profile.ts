import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { localDate, Refusal, tidyProfile, type OrganisationProfile as Profile, type Viewer } from '@domain'
import { asAdministrator } from '../people/index.js'
import { Moment } from '../platform/moment.js'
import { Work, type Tx } from '../platform/work.js'
import { OrganisationProfile } from './organisation-profile.entity.js'
import { demandPrintable } from './specimen.js'

export interface ProfileInput extends Profile {
  /** The first Jakarta day it stands at the head of papers: today or later. */
  readonly validFrom: string
  /** The number of the newest version that was on the screen. */
  readonly after: number
}

/**
 * Saves what the organisation is called and where it is found from a day on, as a new version. A later version of the same day replaces an earlier one from the
 * instant it is saved; papers issued before keep theirs. The number series goes on.
 */
@Injectable()
export class SaveProfile {
  constructor(
    private readonly work: Work,
    private readonly db: DataSource,
  ) {}

  async run(me: Viewer, key: string, input: ProfileInput): Promise<{ id: string }> {
    const { profile, faults } = tidyProfile(input)
    if (faults.includes('emblemSvg')) throw new Refusal('organisation.emblem_refused', { fields: ['emblemSvg'] })
    if (faults.length > 0) throw new Refusal('request.invalid', { fields: [...faults] })
    // Before the transaction: it costs two renderings.
    await demandPrintable(profile, await Moment.now(this.db))
    return this.work.run(me, 'saveOrganisation', { key, input: { ...input } }, async (tx) => {
      const position = await asAdministrator(tx, 'manage_organisation')
      if (input.validFrom < localDate(tx.now)) throw new Refusal('organisation.date_passed', { fields: ['validFrom'] })
      const last = await newest(tx)
      if (last.number !== input.after) throw new Refusal('conflict.changed_meanwhile')

      const saved = { savedBy: tx.me.id, savedByName: tx.me.name, savedAt: tx.now, series: last.series }
      const version = { ...profile, ...saved, id: randomUUID(), number: last.number + 1, validFrom: input.validFrom }
      await tx.manager.insert(OrganisationProfile, version)
      const subject = { __typename: 'OrganisationProfile', id: version.id }
      const detail = { number: version.number, validFrom: version.validFrom, organisation: version.organisation }
      await tx.announce({ kind: 'organisation.changed', subject, before: null, after: null, position, detail })
      return { id: version.id }
    })
  }
}

async function newest(tx: Tx): Promise<OrganisationProfile> {
  const [last] = await tx.manager.find(OrganisationProfile, { order: { number: 'DESC' }, take: 1 })
  if (!last) throw new Error('No profile of the organisation is installed')
  return last
}
