import { productsFor } from '../standard/standards.js'
import { LETTER_KINDS, SERVICES } from '../standard/service.js'
import { withPoints } from './compose.js'
import { MERGE_KEYS } from './merge-fields.js'
import { isRichText } from './rich-text.check.js'
import { fillMergeFields, mergeKeysIn, openMergeKeys, openPlaceholders, plainText } from './rich-text.read.js'
import { templateFor } from './templates.js'

const pairs = SERVICES.flatMap((service) => LETTER_KINDS.map((kind) => [service, kind] as const))
const products = SERVICES.flatMap((service) => productsFor(service).map((product) => [service, product.letterKind] as const))

test.each(pairs)('%s has a template for %s exactly when it is a product', (service, kind) => {
  const isProduct = productsFor(service).some((product) => product.letterKind === kind)
  expect(templateFor(service, kind) !== null).toBe(isProduct)
})

describe.each(products)('%s %s', (service, kind) => {
  const template = templateFor(service, kind)
  if (!template) throw new Error('no template')

  test('is made of allowed nodes and known merge fields', () => {
    expect(isRichText(template.body)).toBe(true)
    expect(MERGE_KEYS).toEqual(expect.arrayContaining(mergeKeysIn(template.body)))
  })

  test('refers to what it answers, closes with thanks, and has a plain subject', () => {
    expect(mergeKeysIn(template.body).some((key) => key === 'incoming_reference' || key === 'received_date')).toBe(true)
    expect(plainText(template.body)).toMatch(/terima kasih\.$/)
    expect(template.subject).toMatch(/^[A-Z][^{}[\]]+$/)
    expect(template.addresseeHint.id && template.addresseeHint.en).toBeTruthy()
  })

  test('leaves nothing open once its points and fields are written', () => {
    const values = Object.fromEntries(MERGE_KEYS.map((key) => [key, key.toUpperCase()]))
    const written = withPoints(template.body, [['Butir pertama.', 'Butir kedua.'], ['Butir rekomendasi.']])
    const filled = fillMergeFields(written, values)

    expect(isRichText(filled)).toBe(true)
    expect(mergeKeysIn(filled)).toEqual([])
    expect(openPlaceholders(filled)).toEqual([])
    expect(plainText(filled)).toContain('Butir pertama.')
    expect(openMergeKeys(template.body, {})).toEqual(mergeKeysIn(template.body))
  })
})
