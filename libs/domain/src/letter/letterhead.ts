/** The words at the head of every letter (kop surat), on paper and in the editor. One organisation a deployment; another one changes these lines. */
export const LETTERHEAD_TEXT = {
  organisation: 'Komisi Aparatur Sipil Negara',
  english: 'Indonesian Civil Service Commission',
  address: 'Jl. Letjen M.T. Haryono Kav. 52-53, Pancoran, Jakarta Selatan 12770',
  contact: 'Telepon (021) 7972098 | Laman www.kasn.example | Surel persuratan@kasn.example',
  /** Where letters are dated. */
  place: 'Jakarta',
} as const
