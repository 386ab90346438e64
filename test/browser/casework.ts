import { withPoints, type LetterKind, type RichText, type Service } from '@domain'
import type { RegisterCaseInput } from '../../server/src/cases/registration-input.js'
import { aKey } from '../support/as.js'
import { aRegistration } from '../support/casework.js'
import type { Office } from './office.js'

interface Versioned {
  readonly id: string
  readonly version: number
}
interface Written extends Versioned {
  readonly draftRevision: number
  readonly contentHash: string | null
  readonly subject: string
}
type Who = { readonly id: string; readonly email: string }

const LETTER = '{ id version draftRevision contentHash subject }'

/** Takes a request as far as a test needs it, by the same requests that the console sends. */
export class Casework {
  constructor(private readonly office: Office) {}

  private async act<T>(who: Who, call: string, types: string, result: string, variables: object): Promise<T> {
    const client = await this.office.as(who)
    const args = [...types.matchAll(/\$(\w+)/g)].map(([, name]) => `${name}: $${name}`).join(', ')
    const document = `mutation (${types}, $key: String!) { done: ${call}(${args}, key: $key) ${result} }`
    return (await client.ask<{ done: T }>(document, { ...variables, key: aKey() })).done
  }

  private async ask<T>(who: Who, document: string, id: string): Promise<T> {
    return (await (await this.office.as(who)).ask<{ found: T }>(document, { id })).found
  }

  private case = (who: Who, id: string) => this.ask<Versioned>(who, 'query ($id: ID!) { found: case(id: $id) { id version } }', id)
  private letter = (who: Who, id: string) => this.ask<Written>(who, `query ($id: ID!) { found: letter(id: $id) ${LETTER} }`, id)

  /** Registered by the Sekretariat; gives the case's id. */
  async registered(service: Service = 'MERIT', given: Partial<RegisterCaseInput> = {}, sender?: string): Promise<string> {
    const plain = aRegistration(service, given)
    const parties = plain.parties.map((party) => (sender && party.role === 'requester' ? { ...party, name: sender } : party))
    const input = { ...plain, parties }
    const { id } = await this.act<Versioned>(this.office.people.clerk, 'registerCase', '$input: RegisterCaseInput!', '{ id }', { input })
    return id
  }

  /** A visitor in the guest book, sent to the unit. */
  async visited(given: object = {}): Promise<string> {
    const { clerk, unitId } = this.office.people
    const asked = {
      channel: 'walk_in',
      letterNumber: null,
      letterDate: null,
      requirements: [],
      identityCard: 'ktp',
      identityShown: true,
      unitId,
    }
    const input = { ...aRegistration('MERIT'), ...asked, ...given }
    return (await this.act<Versioned>(clerk, 'registerVisit', '$input: RegisterVisitInput!', '{ id }', { input })).id
  }

  async handOver(id: string): Promise<void> {
    const { clerk } = this.office.people
    await this.act(clerk, 'handOverCase', '$id: ID!, $version: Int!', '{ id }', await this.case(clerk, id))
  }

  async dispose(caseId: string, from: Who, toPositionId: string): Promise<void> {
    const { version } = await this.case(from, caseId)
    const branches = [{ toPositionId, kind: 'main', instructions: ['study_and_draft'], note: null, dueOn: null }]
    await this.act(from, 'disposeCase', '$caseId: ID!, $version: Int!, $branches: [BranchInput!]!', '{ id }', { caseId, version, branches })
  }

  /** Handed over, and disposed down to the Asisten. */
  async assign(id: string): Promise<void> {
    const { chair, head, assistant } = this.office.people
    await this.handOver(id)
    await this.dispose(id, chair, head.post.id)
    await this.dispose(id, head, assistant.post.id)
  }

  async decide(id: string): Promise<void> {
    const { assistant } = this.office.people
    const decision = { ...(await this.case(assistant, id)), processable: true, reason: 'Persyaratan lengkap.', confirmBy: 'email' }
    const types = '$id: ID!, $version: Int!, $processable: Boolean!, $reason: String!, $confirmBy: String'
    await this.act(assistant, 'decideCase', types, '{ id }', decision)
  }

  /** Assigned, decided, and a letter begun from its template; gives the letter's id. */
  async drafted(caseId: string, kind: LetterKind = 'answer'): Promise<string> {
    await this.assign(caseId)
    await this.decide(caseId)
    const { id } = await this.act<Versioned>(this.office.people.assistant, 'draftLetter', '$caseId: ID!, $kind: LetterKind!', '{ id }', {
      caseId,
      kind,
    })
    return id
  }

  /** Fills in the points the template leaves open. */
  async write(id: string, points: readonly string[] = ['Butir pertama.', 'Butir kedua.']): Promise<void> {
    const { assistant } = this.office.people
    const document =
      'query ($id: ID!) { found: letter(id: $id) { draftRevision subject addressee { name attention place } cc attachmentNote body } }'
    const { draftRevision, ...draft } = await this.ask<{ draftRevision: number; body: RichText }>(assistant, document, id)
    const body = withPoints(draft.body, [points, points])
    await this.act(assistant, 'saveLetter', '$id: ID!, $draftRevision: Int!, $draft: LetterDraftInput!', '{ id }', {
      id,
      draftRevision,
      draft: { ...draft, body },
    })
  }

  async submit(id: string): Promise<void> {
    const { assistant } = this.office.people
    await this.act(assistant, 'submitLetter', '$id: ID!, $version: Int!, $draftRevision: Int!', '{ id }', await this.letter(assistant, id))
  }

  async pass(id: string): Promise<void> {
    const { head } = this.office.people
    await this.act(head, 'passLetter', '$id: ID!, $version: Int!, $contentHash: String!', '{ id }', await this.letter(head, id))
  }

  async approve(id: string): Promise<void> {
    const { chair } = this.office.people
    await this.act(chair, 'approveLetter', '$id: ID!, $version: Int!, $contentHash: String!', '{ id }', await this.letter(chair, id))
  }

  async issue(id: string): Promise<void> {
    const { clerk } = this.office.people
    await this.act(clerk, 'issueLetter', '$id: ID!, $version: Int!', '{ id }', await this.letter(clerk, id))
  }

  /** A letter that has passed the Pokja and waits at the approval desk. */
  async atTheDesk(given: Partial<RegisterCaseInput> = {}): Promise<string> {
    const id = await this.drafted(await this.registered('MERIT', given))
    await this.write(id)
    await this.submit(id)
    await this.pass(id)
    return id
  }
}
