import type { OrganisationProfile } from '@domain'

/** The run of letter numbers that every installation has had from its first letter. */
export const REFERENCE_SERIES = 'KASN'

/** Who is named as having saved what came with the product. */
export const INSTALLED_BY = 'Sistem'

/** The head of letters of a new installation. The emblem is neutral, an open letter in a ring: the state's arms belong to real offices. */
export const REFERENCE_PROFILE: OrganisationProfile = {
  organisation: 'Komisi Aparatur Sipil Negara',
  english: 'Indonesian Civil Service Commission',
  address: 'Jl. Letjen M.T. Haryono Kav. 52-53, Pancoran, Jakarta Selatan 12770',
  contact: 'Telepon (021) 7972098 | Laman www.kasn.example | Surel persuratan@kasn.example',
  place: 'Jakarta',
  emblemSvg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><circle cx="48" cy="48" r="45" fill="none" stroke="#123f6b" stroke-width="3"/><circle cx="48" cy="48" r="39.5" fill="none" stroke="#c79a2b" stroke-width="1.5"/><path d="M22 44 48 25l26 19v26H22z" fill="#123f6b"/><path d="M29 41h38v12L48 65 29 53z" fill="#fff"/><path d="M36 46h24M36 51h24" stroke="#c79a2b" stroke-width="2.2"/><path d="M22 47l26 17 26-17" fill="none" stroke="#fff" stroke-width="2"/></svg>`,
}
