/** "0012/2026": how the register and every paper write an agenda number. */
export const agendaLabel = (row: { readonly agendaNumber: number; readonly agendaYear: number }): string =>
  `${String(row.agendaNumber).padStart(4, '0')}/${row.agendaYear}`
