import { letterText, paragraph } from '@domain'
import { shownText } from './shownText.js'

const text = (words: string) => letterText(paragraph([{ type: 'text', text: words }]))
const version = (number: number) =>
  ({
    __typename: 'LetterVersion',
    id: `v${number}`,
    number,
    contentHash: `hash-${number}`,
    authorName: 'Rina',
    addressee: { __typename: 'Addressee', name: 'Bupati Contoh', attention: null, place: 'Contoh' },
    cc: [] as string[],
    attachmentNote: null,
    urgency: 'biasa',
    archiveCode: 'JP.01',
    at: '',
    subject: `Hal ${number}`,
    body: text(`naskah ${number}`),
  }) as const
const letter = {
  status: 'in_review',
  subject: 'Hal konsep',
  body: text('konsep'),
  contentHash: 'hash-2',
  submittedVersion: 2,
  versions: [version(2), version(1)],
} as const

test.each([
  [
    'a submitted letter shows its version and that version’s hash',
    letter,
    { version: 2, contentHash: 'hash-2', subject: 'Hal 2', stale: false },
  ],
  [
    'a returned letter shows the draft, bound to no hash',
    { ...letter, status: 'returned' as const },
    { version: 0, contentHash: null, subject: 'Hal konsep' },
  ],
  [
    'a row ahead of its text cannot be judged',
    { ...letter, contentHash: 'hash-3', submittedVersion: 3 },
    { version: 2, contentHash: 'hash-2', stale: true },
  ],
  [
    'a letter withdrawn before any submission shows its draft',
    { ...letter, status: 'withdrawn' as const, submittedVersion: 0, versions: [] },
    { version: 0, subject: 'Hal konsep' },
  ],
])('%s', (_, source, expected) => {
  expect(shownText(source)).toMatchObject(expected)
})
