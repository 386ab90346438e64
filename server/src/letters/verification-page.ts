import { isConfidential, type Secrecy } from '@domain'

/** What the page says of a genuine letter. */
export interface Verified {
  readonly organisation: string
  readonly number: string
  readonly date: string
  readonly signatory: string
  readonly subject: string
  /** Of the PDF; null until it is rendered. */
  readonly sha256: string | null
  readonly simulated: boolean
}

const WORDS_SHOWN = 3

/** The first words, enough to recognise a letter one holds; nothing at all of a confidential one. */
export function maskedSubject(subject: string, secrecy: Secrecy): string {
  if (isConfidential(secrecy)) return 'Tidak ditampilkan'
  const words = subject.split(/\s+/)
  return words.length <= WORDS_SHOWN ? `${words[0] ?? ''} …` : `${words.slice(0, WORDS_SHOWN).join(' ')} …`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')

const STYLE = `
  :root { color-scheme: light dark }
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0; padding: 24px 16px; background: Canvas; color: CanvasText }
  main { max-width: 40rem; margin: 0 auto }
  h1 { font-size: 1.375rem; margin: 0 0 4px }
  dl { display: grid; gap: 12px; margin: 24px 0; padding: 20px; border: 1px solid GrayText; border-radius: 8px }
  dt { font-size: .875rem; opacity: .8 } dd { margin: 0; font-weight: 600; overflow-wrap: anywhere }
  .hash { font-family: ui-monospace, monospace; font-weight: 400; font-size: .875rem }
`

/** A page of its own: no script, no picture, nothing fetched. */
export function verificationPage(letter: Verified): string {
  const rows: readonly (readonly [string, string, string?])[] = [
    ['Nomor surat', letter.number],
    ['Tanggal surat', letter.date],
    ['Ditandatangani oleh', letter.signatory],
    ['Hal', letter.subject],
    ['SHA-256 berkas PDF', letter.sha256 ?? 'Berkas sedang disiapkan', 'hash'],
  ]
  const list = rows
    .map(([term, value, kind]) => `<div><dt>${term}</dt><dd${kind ? ` class="${kind}"` : ''}>${escaped(value)}</dd></div>`)
    .join('\n')
  const simulation = letter.simulated
    ? '<p><strong>Simulasi.</strong> Surat ini dibuat dalam lingkungan peragaan dan bukan surat dinas yang sebenarnya. Tanda tangannya bukan tanda tangan elektronik tersertifikasi.</p>'
    : ''
  return page(
    'Surat ini tercatat',
    `<p>Surat dengan data berikut diterbitkan oleh ${escaped(letter.organisation)}.</p>
<dl>${list}</dl>
<p>Cocokkan nomor, tanggal, dan nama jabatan dengan surat yang Saudara pegang. Berkas PDF asli memiliki nilai SHA-256 yang sama dengan nilai di atas.</p>
${simulation}`,
  )
}

/** For a letter whose number was voided before it was sent: that it no longer counts, and nothing of what it says. */
export const voidedNumberPage = (given: Pick<Verified, 'organisation' | 'number' | 'date'> & { readonly voidedOn: string }): string =>
  page(
    'Nomor dibatalkan',
    `<p>Nomor surat ini pernah dicatat oleh ${escaped(given.organisation)}, tetapi telah dibatalkan. Surat dengan nomor ini tidak berlaku.</p>
<dl><div><dt>Nomor surat</dt><dd>${escaped(given.number)}</dd></div>
<div><dt>Tanggal surat</dt><dd>${escaped(given.date)}</dd></div>
<div><dt>Dibatalkan pada</dt><dd>${escaped(given.voidedOn)}</dd></div></dl>`,
  )

/** For a token that no letter carries. */
export const unknownLetterPage = (organisation: string): string =>
  page(
    'Surat tidak ditemukan',
    `<p>Tidak ada surat ${escaped(organisation)} dengan kode ini. Periksa kembali kode QR pada surat; apabila tetap tidak ditemukan, surat tersebut bukan terbitan kami.</p>`,
  )

const page = (heading: string, content: string): string => `<!doctype html>
<html lang="id">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Pemeriksaan Keaslian Surat</title><style>${STYLE}</style></head>
<body><main>
<h1>${heading}</h1>
${content}
</main></body>
</html>`
