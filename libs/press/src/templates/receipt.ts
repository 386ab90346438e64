import { SHARED } from './shared.js'

const PAGE = String.raw`
#let receipt = content-json
#show: doc => ground(doc, title: "Tanda Terima " + receipt.agendaNumber, size: 9pt)
// A5 on its side is exactly the upper half of an A4 sheet.
#set page(
  paper: "a5", flipped: true,
  margin: (top: 0.9cm, bottom: 1.4cm, x: 1.3cm),
  footer-descent: 0.35cm,
  footer: foot(receipt.footer),
)
#set par(justify: false, leading: 0.48em, spacing: 0.6em)
`

const CONTENT = String.raw`
#let or-dash(value) = if present(value) { value } else { "–" }
#let heading-of(words) = text(8pt, weight: "bold", tracking: 0.4pt, upper(words))

#let facts = {
  let rows = (
    ("Diterima", receipt.receivedAt),
    ("Melalui", receipt.channel),
    ("Pengirim", receipt.sender),
    ("Nomor surat", or-dash(receipt.letterNumber)),
    ("Tanggal surat", or-dash(receipt.letterDate)),
    ("Perihal", receipt.subject),
    ("Layanan", receipt.service),
    ("Janji layanan", receipt.promise),
  )
  grid(columns: (auto, auto, 1fr), column-gutter: (0.5em, 0.5em), row-gutter: 0.72em,
    ..rows.map(((label, value)) => (text(fill: muted, label), [:], [#value])).flatten())
}

#let state-of(requirement) = {
  let words = requirement.text
  if requirement.state == "not_applicable" { text(fill: muted)[#words (tidak berlaku)] }
  else if requirement.state == "missing" { [#words #text(weight: "bold")[– belum ada]] }
  else { [#words] }
}

// A long list gives up what does not apply and a point of size before it gives up the half sheet.
#let long = receipt.requirements.len() > 8
#let listed = receipt.requirements.filter(requirement => not long or requirement.state != "not_applicable")

#let checklist = {
  set text(if long { 7.5pt } else { 8.5pt })
  heading-of("Kelengkapan")
  v(0.7em, weak: true)
  if receipt.requirements.len() == 0 { text(fill: muted)[Tidak ada persyaratan.] }
  grid(columns: (auto, 1fr), column-gutter: 0.55em, row-gutter: if long { 0.48em } else { 0.6em },
    ..listed.map(requirement => (
      if requirement.state == "not_applicable" { align(center, text(fill: muted)[–]) } else { tick-box(requirement.state == "met") },
      state-of(requirement))).flatten())
  if present(receipt.missingNote) { v(0.8em, weak: true); block(width: 100%, stroke: 0.6pt, inset: 5pt, receipt.missingNote) }
}

#letterhead(receipt.letterhead, emblem: 1.35cm, scale: 78%)
#v(0.3cm, weak: true)
#grid(columns: (1fr, auto), align: (left + horizon, right + horizon),
  text(14pt, weight: "bold", tracking: 0.6pt)[TANDA TERIMA],
  box(stroke: 1pt, inset: (x: 8pt, y: 5.5pt))[#text(fill: muted)[Nomor agenda] #h(0.4em) #text(12pt, weight: "bold", receipt.agendaNumber)])
#v(0.35cm, weak: true)
#grid(columns: (1.25fr, 1fr), column-gutter: 0.55cm, stroke: (x, _) => if x == 1 { (left: 0.5pt + luma(150)) },
  facts, pad(left: 0.45cm, checklist))
#v(1fr)
#block(breakable: false, grid(columns: (2cm, 1fr, 6.2cm), column-gutter: 0.4cm, align: (left + bottom, left + horizon, left + bottom),
  qr(receipt.qrSvg, 2cm, "Kode QR menuju halaman status: " + receipt.status.url),
  { set text(8pt); receipt.status.caption },
  {
    [#receipt.placeAndDate \ Yang menerima,]
    v(1.15cm)
    strong(receipt.receivedBy.name)
    linebreak()
    [#receipt.receivedBy.position]
  }))
`

/** The tanda terima: half a sheet, black on white. */
export const RECEIPT_TEMPLATE = SHARED + PAGE + CONTENT
