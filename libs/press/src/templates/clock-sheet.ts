import { SHARED } from './shared.js'

const PAGE = String.raw`
#let sheet = content-json
#show: doc => ground(doc, title: "Uraian jangka waktu", size: 10pt)
#set page(
  paper: "a4",
  margin: (top: 2cm, bottom: 2.2cm, left: 2.5cm, right: 2cm),
  header-ascent: 0.3cm,
  footer-descent: 0.45cm,
  header: context {
    let number = counter(page).get().first()
    grid(columns: (1fr, auto), align: (left + bottom, right + bottom), marking-stamp(sheet.marking, size: 11pt),
      if number > 1 { text(8pt, fill: muted)[Uraian jangka waktu · halaman #number] })
  },
  footer: foot(sheet.footer),
)
#set par(justify: false, leading: 0.55em, spacing: 0.8em)
`

const CONTENT = String.raw`
#letterhead(sheet.letterhead, emblem: 1.8cm, scale: 90%)
#v(0.5cm, weak: true)
#align(center, text(13pt, weight: "bold")[URAIAN JANGKA WAKTU])
#v(0.5cm, weak: true)
#grid(columns: (4.2cm, auto, 1fr), column-gutter: (0pt, 0.5em), row-gutter: 0.6em,
  ..sheet.facts.map(((name, value)) => ([#name], [:], [#value])).flatten())
#for clock in sheet.clocks {
  v(0.6cm, weak: true)
  heading(level: 2, outlined: false, text(11pt, clock.label))
  text(8.5pt, fill: muted, clock.clause)
  parbreak()
  text(clock.summary)
  for note in clock.notes { parbreak(); text(style: "italic", note) }
  if clock.ledger.len() > 0 {
    v(0.2cm)
    grid(columns: (4.2cm, 1fr), column-gutter: 0.5em, row-gutter: 0.5em,
      ..clock.ledger.map(((when, what)) => (text(8.5pt, fill: muted, when), text(9pt, what))).flatten())
  }
  if clock.spans.len() > 0 {
    v(0.25cm)
    table(columns: (6.4cm, 1fr, 2cm), stroke: 0.4pt + luma(170), inset: (x: 5pt, y: 3pt),
      table.header(..([Tanggal], [Hitungan], [Dihitung]).map(head => text(8.5pt, weight: "bold", head))),
      ..clock.spans.map(span => (text(8.5pt, span.when), text(8.5pt, span.text), text(8.5pt, if span.counted [ya] else [tidak]))).flatten())
  }
  text(8pt, fill: muted, clock.calendar)
}
`

/** The account of a case's time limits on A4: each day counted or skipped, and why. */
export const CLOCK_SHEET_TEMPLATE = SHARED + PAGE + CONTENT
