import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { GraphQLSchemaHost } from '@nestjs/graphql'
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { browser } from '../../../test/support/as.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'

let database: FreshDatabase
let server: RunningApp
beforeAll(async () => {
  database = await freshDatabase()
  server = await startApp(database.url)
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

const SCALARS: Readonly<Record<string, string>> = {
  Int: '1',
  Float: '1',
  Boolean: 'true',
  Date: '"2026-01-02"',
  DateTime: '"2026-01-02T03:04:05Z"',
}

/** Some value of an input type, written as GraphQL. */
function anyValue(type: GraphQLInputType): string {
  if (isNonNullType(type)) return anyValue(type.ofType)
  if (isListType(type)) return `[${anyValue(type.ofType)}]`
  if (isEnumType(type)) return type.getValues()[0]?.name ?? ''
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type))
    return `{ ${required.map((field) => `${field.name}: ${anyValue(field.type)}`).join(', ')} }`
  }
  return SCALARS[type.name] ?? '"00000000-0000-4000-8000-000000000001"'
}

function call(field: GraphQLField<unknown, unknown>): string {
  const args = field.args.filter((arg) => isNonNullType(arg.type)).map((arg) => `${arg.name}: ${anyValue(arg.type)}`)
  return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'}`
}

const fieldsOf = (type: GraphQLObjectType | null | undefined) => Object.values(type?.getFields() ?? {})

test('somebody who is not signed in is refused at every field of the schema but login', async () => {
  const { schema } = server.app.get(GraphQLSchemaHost, { strict: false })
  const asked = [
    ...fieldsOf(schema.getQueryType()).map((field) => `query { ${call(field)} }`),
    ...fieldsOf(schema.getMutationType()).map((field) => `mutation { ${call(field)} }`),
  ]
  expect(asked.length).toBeGreaterThan(10)
  const answers = await Promise.all(asked.map(async (document) => ({ document, code: (await browser(server.url).gql(document)).code })))
  expect(answers.filter(({ code }) => code !== 'access.signed_out').map(({ document, code }) => [document.split('(')[0], code])).toEqual([
    ['mutation { login', 'access.bad_credentials'],
  ])
})

test('a subscription is not served over HTTP', async () => {
  const { schema } = server.app.get(GraphQLSchemaHost, { strict: false })
  for (const field of fieldsOf(schema.getSubscriptionType())) {
    expect((await browser(server.url).gql(`subscription { ${field.name} { __typename } }`)).code).toBe('request.invalid')
  }
})
