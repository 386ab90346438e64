import { BODY } from './body.js'
import { SHARED } from './shared.js'

const PAGE = String.raw`
#let letter = content-json
#let marked = letter.marking != none
#show: doc => ground(doc, title: letter.subject, size: letter.fontSize * 1pt)
#set page(
  paper: "a4",
  margin: (top: 2cm, bottom: 2.5cm, left: 3cm, right: 2cm),
  header-ascent: 0.55cm,
  footer-descent: 0.6cm,
  header: context {
    let number = counter(page).get().first()
    grid(columns: (1fr, auto, 1fr), align: (left + bottom, center + bottom, right + bottom),
      marking-stamp(letter.marking),
      if number > 1 { text(10pt)[– #number –] },
      if letter.copyNumber != none { text(9pt, letter.copyNumber) })
  },
  footer: foot(letter.footer),
  background: if letter.draft {
    rotate(-52deg, text(118pt, weight: "bold", tracking: 8pt, fill: luma(235), "KONSEP"))
  },
)
#set par(justify: true, leading: 0.62em, spacing: 1em)
#show heading: it => block(above: 1.2em, below: 0.8em, sticky: true, text(letter.fontSize * 1pt, weight: "bold", it.body))
`

const HEAD = String.raw`
#letterhead(letter.letterhead)
#v(0.45cm)
#{
  set par(justify: false, leading: 0.5em)
  grid(columns: (auto, auto, 1fr, auto), column-gutter: (0.5em, 0.6em, 1.2em), row-gutter: 0.55em,
    [Nomor], [:], letter.number, [#letter.place, #letter.date],
    [Sifat], [:], letter.urgency, [],
    [Lampiran], [:], letter.attachments, [],
    [Hal], [:], letter.subject, [])
}
#v(0.55cm)
#{
  set par(justify: false, leading: 0.5em)
  let to = letter.addressee
  let lines = to.lines.map(entry => [#entry])
  if present(to.capacity) { lines.push[(#to.capacity)] }
  if present(to.attention) { lines.push[u.p. #to.attention] }
  lines.push[di #to.place]
  grid(columns: (auto, 10cm), column-gutter: 0.45em, row-gutter: 0.5em,
    ..lines.enumerate().map(((index, entry)) => (if index == 0 { [Yth.] } else { [] }, entry)).flatten())
}
#v(0.55cm)
#set-body(letter.body, letter.fields)
`

const CLOSE = String.raw`
#let signature(block-of) = {
  set par(justify: false, leading: 0.5em, spacing: 0.5em)
  let lead = block-of.lines.position(entry => entry.starts-with("a.n. "))
  if lead == none { block-of.lines.map(entry => [#entry]).join(linebreak()) } else {
    grid(columns: (auto, 1fr), column-gutter: 0.35em, row-gutter: 0.5em,
      ..block-of.lines.map(entry => if entry.starts-with("a.n. ") { ([a.n.], [#entry.slice(5)]) } else { ([], [#entry]) }).flatten())
  }
  if block-of.verification == none { v(2.3cm) } else {
    v(0.28cm)
    grid(columns: (2.3cm, 1fr), column-gutter: 0.3cm, align: left + horizon,
      qr(letter.qrSvg, 2.3cm, "Kode QR menuju halaman verifikasi surat: " + block-of.verification.url),
      text(8pt, fill: muted, block-of.verification.caption))
    v(0.28cm)
  }
  [#block-of.name]
  if present(block-of.rank) { linebreak(); [#block-of.rank] }
  if present(block-of.nip) { linebreak(); [NIP #block-of.nip] }
}

#let initials(rows) = if rows.len() > 0 {
  set text(8pt)
  set par(justify: false, leading: 0.4em)
  table(columns: (1fr, 1.7cm), inset: 4pt, stroke: 0.4pt, align: (left + horizon, center + horizon),
    table.cell(colspan: 2, align: center, strong[Paraf Hierarki]),
    ..rows.map(row => ([#row.position \ #text(fill: muted, row.name)], if row.date == none { v(14pt) } else { [#row.date] })).flatten())
}

#let copies(names) = if names.len() > 0 {
  set text(0.92em)
  set par(justify: false, leading: 0.45em, spacing: 0.5em)
  v(0.5cm)
  [Tembusan:]
  v(0.55em, weak: true)
  if names.len() == 1 { [#names.first()] } else {
    enum(tight: true, numbering: "1.", number-align: start + top, body-indent: 0.5em, ..names.map(name => [#name]))
  }
}

// One unbreakable block: the tembusan never stands alone on a page.
#block(above: 0.75cm, breakable: false, width: 100%, {
  grid(columns: (1fr, 7.6cm), column-gutter: 0.8cm, align: (left + bottom, left + top), initials(letter.initials), signature(letter.signature))
  copies(letter.copies)
})
`

/** The surat dinas on A4: head, body, signature with tembusan. */
export const LETTER_TEMPLATE = SHARED + BODY + PAGE + HEAD + CLOSE
