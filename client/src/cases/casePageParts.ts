/** The parts of a case page in the order of its tabs; the name stands in the address (?bagian=...). */
export const CASE_TABS = ['ringkasan', 'disposisi', 'surat', 'berkas', 'waktu', 'penanganan', 'pertemuan', 'riwayat'] as const
export type CaseTab = (typeof CASE_TABS)[number]

/** What can be asked of the viewer on a case page, one dialog at a time. */
export type CaseDialog = 'hand_over' | 'dispose' | 'decide' | 'send_back' | 'return_to_registry' | 'withdraw'
