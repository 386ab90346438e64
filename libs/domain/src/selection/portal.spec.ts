import { expect, test } from '@jest/globals'
import { productsFor } from '../standard/standards.js'
import { mergeKeysIn } from '../letter/rich-text.read.js'
import { templateFor } from '../letter/templates.js'
import { portalSentence } from './portal.js'

test.each([
  ['sijapti', false, false],
  ['post', false, true],
  ['counter', false, true],
  ['email', false, true],
  ['email', true, false],
] as const)(
  'a request by %s, entered since: %s; the agency is told to enter it: %s [jpt.sijapti_entry] [jpt.sijapti_entry_later]',
  (channel, since, told) => {
    expect(portalSentence(channel, since).includes('diminta mengunggah')).toBe(told)
  },
)

test('every letter about senior posts says where its request stands [jpt.sijapti_entry_later]', () => {
  for (const { letterKind } of productsFor('JPT')) {
    const template = templateFor('JPT', letterKind)
    expect(template && mergeKeysIn(template.body)).toContain('sijapti_entry')
  }
})
