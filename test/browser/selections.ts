import type { ApplicantEntry } from '../../server/src/selections/register-applicants.js'
import { aKey } from '../support/as.js'
import type { Casework } from './casework.js'
import type { Office } from './office.js'

/**
 * A selection in the stage in which scores are given, with these applicants for its one post. How it comes there is told by the stories: here the stage
 * is set by hand.
 */
export async function aSelection(
  office: Office,
  work: Casework,
  applicants: (postId: string) => readonly ApplicantEntry[],
): Promise<string> {
  const [agency] = await office.query(`SELECT code, name FROM agency WHERE underdeveloped AND kind = 'kabupaten' ORDER BY code LIMIT 1`)
  const agencyCode = String(agency?.['code'])
  const caseId = await work.registered('JPT', { agencyCode, agencyName: String(agency?.['name']) })
  await work.assign(caseId)
  const me = await office.as(office.people.assistant)
  const act = async (call: string, types: string, variables: object): Promise<{ id: string; version: number; posts: { id: string }[] }> => {
    const args = [...types.matchAll(/\$(\w+)/g)].map(([, name]) => `${name}: $${name}`).join(', ')
    const document = `mutation (${types}, $key: String!) { done: ${call}(${args}, key: $key) { id version posts { id } } }`
    return (await me.ask<{ done: { id: string; version: number; posts: { id: string }[] } }>(document, { ...variables, key: aKey() })).done
  }
  const { found } = await me.ask<{ found: { version: number } }>('query ($id: ID!) { found: case(id: $id) { version } }', { id: caseId })
  const opening = { caseId, version: found.version, title: 'Seleksi terbuka Kepala Dinas Kesehatan', agencyCode }
  const opened = await act('openSelection', '$caseId: ID!, $version: Int!, $title: String!, $agencyCode: String!', opening)
  const posts = [{ title: 'Kepala Dinas Kesehatan', level: 'pratama' }]
  const named = await act('saveSelectionPosts', '$id: ID!, $version: Int!, $posts: [VacantPostInput!]!', { ...opened, posts })
  await office.query(`UPDATE selection SET stage = 'application'`)
  await act('saveSelectionApplicants', '$id: ID!, $version: Int!, $applicants: [ApplicantInput!]!, $removed: [ID!]!', {
    ...{ id: named.id, version: named.version, removed: [] },
    applicants: applicants(named.posts[0]?.id ?? ''),
  })
  await office.query(`UPDATE selection SET stage = 'selection'`)
  return opened.id
}
