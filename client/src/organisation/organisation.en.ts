import type { TwinOf } from '../app/words.js'
import type id from './organisation.id.js'

const words: TwinOf<typeof id> = {
  now: 'Letterhead in force',
  nowText: 'Used on letters, receipts, disposition sheets and at the end of e-mails. Letters already issued keep the head of their time.',
  add: 'Write a new letterhead',
  new: 'New letterhead',
  newText: 'Earlier versions do not change. The new letterhead is used from its first day on.',
  preview: 'Preview of the letterhead',
  versions: 'Letterheads so far',
  empty: 'No letterhead yet',
  name: 'Name of the organisation',
  english: 'Name in English',
  address: 'Address',
  contact: 'Contact',
  contactHint: 'Telephone, site and e-mail in one line.',
  place: 'Place of letters',
  placeHint: 'Written in front of the date of a letter.',
  validFrom: 'In force from',
  validFromHint: 'Today or later.',
  noDay: 'Enter a real date.',
  dayPassed: 'The first day cannot be before today.',
  tooLong: 'At most {n} characters.',
  emblem: 'Emblem',
  emblemHint: 'A plain SVG drawing of at most {size}.',
  chooseEmblem: 'Choose an SVG file',
  noEmblem: 'No emblem',
  emblemFault: {
    too_large: 'The file is larger than {size}.',
    not_svg: 'This file is no SVG drawing that can be read.',
    forbidden: 'The drawing holds something that is refused: {found}. Save it as plain SVG without scripts, styles, text and links.',
  },
  placeAndSeries: 'Letters are dated in {place} · number series {series}',
  seriesStays:
    'The number series ({series}) goes on. Another series would begin at one again, and two letters of a year would have the same number.',
  standing: 'State',
  standings: { in_force: 'In force', coming: 'Coming', replaced: 'Replaced', past: 'No longer in force' },
  savedBy: 'Saved by',
  savedByAt: '{name}, {at}',
  save: 'Save the letterhead',
  saved: 'The new letterhead is saved.',
  overtaken: 'Somebody else has just saved a letterhead. Look at the list below before you save.',
  leave: 'The new letterhead is not saved. Leave?',
}

export default words
