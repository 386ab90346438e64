import { Refusal, type OrganisationProfile } from '@domain'
import { PressProblem, renderDispositionSheet, renderLetter } from '@press'
import { letterheadOf } from './profile-in-force.js'

const NOTHING = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '-' }] }] } as const

/** Prints an empty letter and an empty sheet under this head. A head that the press cannot set would stop every letter of the house. */
export async function demandPrintable(profile: OrganisationProfile, createdAt: Date): Promise<void> {
  const letterhead = letterheadOf(profile)
  try {
    await renderLetter({
      ...{
        letterhead,
        place: profile.place,
        createdAt,
        body: NOTHING,
        fields: {},
        unresolved: 'refuse',
        draft: true,
        initials: [],
        fontSize: 11,
      },
      ...{
        number: null,
        marking: null,
        copyNumber: null,
        date: null,
        urgency: '-',
        attachments: '-',
        subject: '-',
        footer: '-',
        copies: [],
      },
      addressee: { lines: ['-'], capacity: null, attention: null, place: profile.place },
      signature: { lines: ['-'], name: '-', rank: null, nip: null, verification: null },
    })
    await renderDispositionSheet({
      ...{ letterhead, createdAt, marking: null, from: '-', letterNumber: null, letterDate: null, receivedOn: '-', agendaNumber: '-' },
      ...{ urgency: '-', subject: '-', instructions: [], branches: [], footer: '-' },
    })
  } catch (problem) {
    if (problem instanceof PressProblem && problem.code === 'press.busy') throw new Refusal('conflict.busy')
    if (problem instanceof PressProblem && (problem.code === 'glyph.missing' || problem.code === 'template.failed'))
      throw new Refusal('organisation.unprintable', { characters: problem.details.characters ?? [] })
    throw problem
  }
}
