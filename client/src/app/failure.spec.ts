import { GraphQLError } from 'graphql'
import { failureOf } from './failure.js'

const said = (extensions: Record<string, unknown>) => ({ graphQLErrors: [new GraphQLError('no', { extensions })] })

test.each([
  ['a refusal', said({ code: 'letter.own_work' }), { kind: 'refused', code: 'letter.own_work', fields: [] }],
  ['the inputs at fault', said({ code: 'request.invalid', detail: { fields: ['nip'] } }), { kind: 'refused', fields: ['nip'] }],
  ['a bug with its trace', said({ code: 'internal', traceId: 'f00d' }), { kind: 'bug', trace: 'f00d' }],
  ['an unknown code is a bug, never a refusal', said({ code: 'made.up' }), { kind: 'bug', trace: null }],
  ['no server', { graphQLErrors: [], networkError: new TypeError('fetch failed') }, { kind: 'unreachable' }],
  [
    'a refusal inside a failed answer counts',
    { ...said({ code: 'access.signed_out' }), networkError: new Error('401') },
    { code: 'access.signed_out' },
  ],
])('%s', (_, error, expected) => {
  expect(failureOf(error)).toMatchObject(expected)
})
