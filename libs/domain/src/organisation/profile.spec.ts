import { expect, test } from '@jest/globals'
import { tidyProfile, type OrganisationProfile } from './profile.js'

const PROFILE: OrganisationProfile = {
  organisation: 'Komisi Contoh',
  english: null,
  address: 'Jl. Contoh 1, Jakarta',
  contact: 'Telepon (021) 555000',
  place: 'Jakarta',
  emblemSvg: null,
}

test('a profile is kept in single lines', () => {
  const given = { ...PROFILE, organisation: '  Komisi \n Contoh ', english: '  ' }
  expect(tidyProfile(given)).toEqual({ profile: PROFILE, faults: [] })
})

test.each([
  ['an empty name', { organisation: '  ' }, ['organisation']],
  ['an empty place', { place: '' }, ['place']],
  ['a name too long', { organisation: 'a'.repeat(121) }, ['organisation']],
  ['an English name too long', { english: 'a'.repeat(121) }, ['english']],
  ['an address and a contact too long', { address: 'a'.repeat(141), contact: 'a'.repeat(141) }, ['address', 'contact']],
  ['an emblem that is no drawing', { emblemSvg: '<html/>' }, ['emblemSvg']],
] as const)('%s is named', (_, given, faults) => {
  expect(tidyProfile({ ...PROFILE, ...given }).faults).toEqual(faults)
})
