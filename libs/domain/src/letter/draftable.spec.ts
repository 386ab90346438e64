import type { LetterKind, Service } from '../standard/service.js'
import { draftableKinds } from './draftable.js'

test.each<[Service, boolean | null, LetterKind[]]>([
  ['MERIT', null, ['confirmation', 'completeness_request']],
  ['MERIT', true, ['answer', 'confirmation', 'completeness_request']],
  ['MERIT', false, ['notice', 'confirmation', 'completeness_request']],
  ['NETRALITAS', true, ['recommendation', 'answer', 'confirmation', 'completeness_request']],
  ['JPT', false, ['notice', 'completeness_request']],
])('%s, processable %s', (service, processable, kinds) => {
  expect(draftableKinds(service, processable).sort()).toEqual(kinds.sort())
})
