import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { GraphQLSchemaHost } from '@nestjs/graphql'
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql'
import {
  AgendaBookDocument,
  CasesDocument,
  CountsDocument,
  InboxDocument,
  NoticesDocument,
  NumberBookDocument,
  OutboxDocument,
  PossibleDuplicatesDocument,
  StartDocument,
  TrailDocument,
  WorkloadDocument,
} from '../../client/src/generated/graphql.js'
import { aKey, type Client } from '../support/as.js'
import { until, type Console } from '../support/console.js'
import { Job } from '../support/job.js'
import { Story } from '../support/story.js'
import { upload } from '../support/upload.js'

jest.setTimeout(60_000)

/** A case that only its own people may see, with everything a case can have. */
let story: Story
let job: Job
const secrets = { subject: '', sender: '' }
const real = { case: '', letter: '', disposition: '', file: '', delivery: '', clock: '', pdf: '', unit: '', notice: '' }
type Kind = Exclude<keyof typeof real, 'pdf'> | 'elsewhere'

beforeAll(async () => {
  story = await Story.open()
  job = new Job(story)
  const clerk = await story.console(story.people.clerk)
  const scan = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n')
  real.file = await upload(story.running.url, clerk.client, 'Surat.pdf', scan)
  await job.register('MERIT', [real.file])
  await job.handOver()
  await job.dispose(story.people.chair, story.people.head)
  await job.dispose(story.people.head, story.people.assistant)
  await job.decide(true)
  await job.draft()
  await job.write()
  await job.submit()
  await job.pass()
  await job.approve()
  await job.issue()
  await job.deliverByHand('Dewi Lestari')

  const seen = await job.case(story.people.chair)
  const letter = await job.letter(story.people.chair)
  Object.assign(secrets, { subject: seen.subject, sender: seen.senderName })
  Object.assign(real, { case: seen.id, letter: letter.id, pdf: letter.pdfFileId ?? '' })
  const [notice] = await story.db.query<{ id: string }[]>('SELECT id FROM notice LIMIT 1')
  Object.assign(real, { unit: story.people.unitId, notice: notice?.id })
  Object.assign(real, { disposition: seen.dispositions[0]?.id, clock: seen.clocks[0]?.id, delivery: letter.deliveries[0]?.id })
})
afterAll(() => story.close())

/** Something else that belongs to nobody's work, so that the two questions differ in the id alone. */
const SCALARS: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  Date: '2026-01-02',
  DateTime: '2026-01-02T03:04:05Z',
  JSON: { type: 'doc', content: [{ type: 'paragraph' }] },
}

/** A plausible value of an input type; ids and keys are put in by name. */
function valueOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType)
  if (isListType(type)) return [valueOf(type.ofType)]
  if (isEnumType(type)) return type.getValues()[0]?.value as unknown
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type))
    return Object.fromEntries(required.map((field) => [field.name, valueOf(field.type)]))
  }
  if (type.name === 'ID') return randomUUID()
  return SCALARS[type.name] ?? 'tulisan yang cukup panjang'
}

type Field = GraphQLField<unknown, unknown>
const isId = ({ type, name }: GraphQLArgument): boolean => getNamedType(type).name === 'ID' && /^(id|\w+Id|\w+Ids|ids)$/.test(name)

interface Question {
  readonly name: string
  /** The type of the answer: what a plain `id` names, where the field's own name does not say so. */
  readonly gives: string
  readonly text: string
  readonly args: readonly GraphQLArgument[]
}

function question(kind: 'query' | 'mutation', field: Field): Question {
  const args = field.args.filter((arg) => isNonNullType(arg.type) || isId(arg))
  const head = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')
  const call = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'
  return { name: field.name, gives: getNamedType(field.type).name, text: `${kind} (${head}) { ${field.name}(${call})${selection} }`, args }
}

/** Fields of the root whose ids name people, posts, units or sessions; their own rules are proved where administration is. */
const ADMINISTRATION = [
  'appointHolder',
  'endHolder',
  'resetPassword',
  'revokeSession',
  'savePerson',
  'savePosition',
  'saveUnit',
  'setPersonDisabled',
]

/** They ask for the password before they look at anything. */
const AFTER_PASSWORD = ['readIdentity', 'readSealedFile']

/** Lists that an id only narrows; what they hold is cut by the rules. */
const LISTS = ['recommendationPoints', 'declaredRelations', 'freeTimes']

function idFields(): Question[] {
  const { schema } = story.running.app.get(GraphQLSchemaHost, { strict: false })
  const of = (kind: 'query' | 'mutation', type: ReturnType<typeof schema.getQueryType>) =>
    Object.values(type?.getFields() ?? {}).map((field) => [kind, field] as const)
  return [...of('query', schema.getQueryType()), ...of('mutation', schema.getMutationType())]
    .filter(([, field]) => field.args.some(isId) && ![...ADMINISTRATION, ...LISTS, ...AFTER_PASSWORD].includes(field.name))
    .map(([kind, field]) => question(kind, field))
}

const STRANGERS = ['outsider', 'administrator', 'auditor', 'assistant2'] as const

interface Told {
  readonly status: number
  readonly code: string | null
  readonly detail: unknown
  readonly data: unknown
}

const KINDS = ['disposition', 'delivery', 'letter', 'case', 'file', 'clock', 'notice', 'unit'] as const satisfies readonly Kind[]

/**
 * Things this story has none of: whether they may be seen is proved where they are at home. Here their ids are of nothing, in both questions, so that
 * what remains compared is the case they are asked with.
 */
const AT_HOME =
  /^(visit|booking|lobbydisplay|selection|feedback|ruledraft|recommendationpoint|identityrelease|declaredrelation|handling|releasedidentity|freetime|resultspreview|standardtext)/
const AT_HOME_ARGUMENT = /^(post|officerPosition|proposedPosition|toPosition|room|person|party|allegation|removed)/

/** What the id of an argument names. */
function named({ name: field, gives }: Question, { name }: GraphQLArgument): Kind {
  const plain = name === 'id' || name === 'ids'
  const word = (plain ? field : name).toLowerCase()
  if (plain ? AT_HOME.test(gives.toLowerCase()) || /clockrequest/.test(word) : AT_HOME_ARGUMENT.test(name)) return 'elsewhere'
  const kind = KINDS.find((each) => word.includes(each)) ?? KINDS.find((each) => gives.toLowerCase().startsWith(each))
  if (!kind) throw new Error(`${field}(${name}) takes an id that this story does not know: say here what it names`)
  return kind
}

async function answer({ client }: Console, asked: Question, ids: Readonly<Record<keyof typeof real, string>>): Promise<Told> {
  const { text, args } = asked
  const put = (arg: GraphQLArgument): unknown => {
    const kind = named(asked, arg)
    const id = kind === 'elsewhere' ? randomUUID() : ids[kind]
    return isListType(isNonNullType(arg.type) ? arg.type.ofType : arg.type) ? [id] : id
  }
  const values = args.map((arg) => [arg.name, arg.name === 'key' ? aKey() : isId(arg) ? put(arg) : valueOf(arg.type)])
  const { status, code, detail, data } = await client.gql(text, Object.fromEntries(values) as object)
  return { status, code, detail, data }
}

const nothing = (): typeof real => ({
  ...{ case: randomUUID(), letter: randomUUID(), disposition: randomUUID(), file: randomUUID(), delivery: randomUUID() },
  ...{ clock: randomUUID(), pdf: randomUUID(), unit: randomUUID(), notice: randomUUID() },
})

describe('what may not be seen looks like what is not there', () => {
  test.each(STRANGERS)('for the %s at every root field that takes an id', async (who) => {
    const questions = idFields()
    expect(questions.length).toBeGreaterThan(20)
    const console = await story.console(story.people[who])
    const answers = await Promise.all(
      questions.map(async (asked) => [asked.name, await answer(console, asked, real), await answer(console, asked, nothing())] as const),
    )
    expect(answers.map(([name, hidden]) => [name, hidden])).toEqual(answers.map(([name, , absent]) => [name, absent]))
    const answered = answers.filter(([, hidden]) => hidden.code === null).map(([name]) => name)
    expect(answered).toEqual(['markNoticesRead'])
    expect(answers.filter(([, { code }]) => code !== null && code !== 'access.denied').map(([name, { code }]) => [name, code])).toEqual([])
  })

  test('and at every address that gives a paper or a file', async () => {
    const looks = async ({ client }: { client: Client }, path: string) => {
      const response = await client.get(path, { headers: { 'x-requested-by': 'tanggap-test' } })
      const type = response.headers.get('content-type')
      return { status: response.status, type, body: (await response.text()).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID') }
    }
    const papers = (kind: string, of: (id: string) => string[]) => of(kind)
    const paths = [
      ...papers(real.case, (id) => [`/cases/${id}/receipt.pdf`, `/cases/${id}/disposition-sheet.pdf`]),
      ...papers(real.letter, (id) => [`/letters/${id}/letter.pdf`, `/letters/${id}/preview.pdf`]),
      ...papers(real.file, (id) => [`/files/${id}`, `/uploads/${id}`]),
      `/files/${real.pdf}`,
    ]
    for (const who of STRANGERS) {
      const console = await story.console(story.people[who])
      for (const path of paths) {
        const elsewhere = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, randomUUID())
        expect({ who, path, ...(await looks(console, path)) }).toEqual({ who, path, ...(await looks(console, elsewhere)) })
        expect((await looks(console, path)).status).toBe(404)
      }
    }
  })
})

describe('an administrator', () => {
  test('sees no case content anywhere: every list is empty or closed, and no answer holds a word of it', async () => {
    const { administrator } = story.people
    const desk = await story.console(administrator)
    const year = new Date().getFullYear()
    const asked = [
      desk.attempt(StartDocument, {}),
      desk.attempt(CountsDocument, {}),
      desk.attempt(InboxDocument, {}),
      desk.attempt(CasesDocument, {}),
      desk.attempt(CasesDocument, { filter: { search: secrets.sender } }),
      desk.attempt(NoticesDocument, {}),
      desk.attempt(AgendaBookDocument, { year }),
      desk.attempt(NumberBookDocument, { year }),
      desk.attempt(OutboxDocument, {}),
      desk.attempt(TrailDocument, {}),
      desk.attempt(WorkloadDocument, {}),
      desk.attempt(PossibleDuplicatesDocument, { input: { senderName: secrets.sender, subject: secrets.subject } }),
    ]
    const words = JSON.stringify(await Promise.all(asked))
    for (const secret of [secrets.subject, secrets.sender, real.case, real.letter]) expect(words).not.toContain(secret)
  })

  test('hears nothing of it on the stream, from the first word to the last', async () => {
    const { client } = await story.console(story.people.administrator)
    expect(client.cookie).not.toBe('')
    const ear = await (await story.console(story.people.administrator)).listen()
    const next = new Job(story)
    await next.beforeLeadership()
    await story.settle([ear])
    expect(ear.lines).toEqual([])
    await until('the stream lives', () => ear.isLive)
  })
})
