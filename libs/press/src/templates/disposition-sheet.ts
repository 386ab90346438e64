import { SHARED } from './shared.js'

const PAGE = String.raw`
#let sheet = content-json
#show: doc => ground(doc, title: "Lembar Disposisi " + sheet.agendaNumber, size: 9.5pt)
#set page(
  paper: "a4",
  margin: (top: 1.6cm, bottom: 1.9cm, x: 2cm),
  header-ascent: 0.3cm,
  footer-descent: 0.45cm,
  header: context {
    let number = counter(page).get().first()
    grid(columns: (1fr, auto), align: (left + bottom, right + bottom), marking-stamp(sheet.marking, size: 11pt),
      if number > 1 { text(8pt, fill: muted)[Lembar disposisi #sheet.agendaNumber · halaman #number] })
  },
  footer: foot(sheet.footer),
)
#set par(justify: false, leading: 0.5em, spacing: 0.6em)
#let rule = 0.6pt
#let label(words) = text(8pt, fill: muted, words)
#let or-dash(value) = if present(value) { [#value] } else { [–] }
`

const FACTS = String.raw`
#let fact(name, value) = grid(columns: (2.55cm, auto, 1fr), column-gutter: (0pt, 0.45em), text(fill: muted, name), [:], or-dash(value))

#letterhead(sheet.letterhead, emblem: 1.6cm, scale: 85%)
#v(0.32cm, weak: true)
#align(center, text(14pt, weight: "bold", tracking: 1pt)[LEMBAR DISPOSISI])
#v(0.32cm, weak: true)
#table(columns: (1fr, 1fr), stroke: rule, inset: (x: 6pt, y: 5.5pt),
  fact("Surat dari", sheet.from), fact("Diterima tanggal", sheet.receivedOn),
  fact("Nomor surat", sheet.letterNumber), fact("Nomor agenda", strong(sheet.agendaNumber)),
  fact("Tanggal surat", sheet.letterDate), fact("Sifat", strong(sheet.urgency)),
  table.cell(colspan: 2, fact("Perihal", sheet.subject)))
`

const TREE = String.raw`
#let choices(chosen) = {
  let extra = chosen.filter(words => words not in sheet.instructions)
  set text(8.5pt)
  set par(leading: 0.4em)
  grid(columns: (1fr, 1fr, 1.2fr), column-gutter: 0.3cm, row-gutter: 0.55em,
    ..(sheet.instructions + extra).map(words => {
      let ticked = words in chosen
      grid(columns: (auto, 1fr), column-gutter: 0.45em, tick-box(ticked), if ticked { strong(words) } else { text(fill: luma(60), words) })
    }))
}

#let card(branch, number) = block(breakable: false, width: 100%, {
  let given = branch.giver
  let line-of(name, value) = (label(name), or-dash(value))
  let notes = line-of("Catatan", branch.note)
  if branch.outcome != none { notes += line-of(branch.outcome.label, branch.outcome.text) }
  table(columns: (1fr, 4.6cm), stroke: rule, inset: (x: 6pt, y: 5pt),
    {
      label("Diteruskan kepada Sdr.")
      linebreak()
      [#number~#strong(branch.recipient.name)]
      linebreak()
      text(8.5pt, branch.recipient.position)
      if branch.copies.len() > 0 { linebreak(); text(8.5pt)[#text(fill: muted)[Tembusan:] #branch.copies.join("; ")] }
    },
    grid(columns: (auto, 1fr), column-gutter: 0.6em, row-gutter: 0.6em,
      label("Tenggat"), strong(or-dash(branch.due)),
      label("Status"), [#branch.state]),
    table.cell(colspan: 2, { label("Dengan hormat harap"); v(0.55em, weak: true); choices(branch.instructions) }),
    table.cell(colspan: 2, grid(columns: (auto, 1fr), column-gutter: 0.6em, row-gutter: 0.6em, ..notes)),
    table.cell(colspan: 2, {
      set text(8.5pt)
      label("Pemberi disposisi ")
      [#strong(given.name), #given.position, #branch.givenAt]
    }))
})

// The tree: a branch stands under the one it came from, a step to the right, its number telling the path.
#let tree(branches, depth, prefix) = for (index, branch) in branches.enumerate() {
  let number = prefix + str(index + 1) + "."
  pad(left: calc.min(depth, 4) * 0.55cm, {
    if depth > 0 { place(dx: -0.4cm, dy: 0.35cm, curve(stroke: 0.7pt + luma(110), curve.move((0cm, -0.55cm)), curve.line((0cm, 0cm)), curve.line((0.32cm, 0cm)))) }
    card(branch, number)
  })
  v(0.28cm, weak: true)
  tree(branch.children, depth + 1, number)
}

#v(0.35cm, weak: true)
#if sheet.branches.len() == 0 { text(fill: muted)[Belum ada disposisi.] }
#tree(sheet.branches, 0, "")
`

/** The lembar disposisi on A4: the letter's facts, then every branch of the tree. */
export const DISPOSITION_SHEET_TEMPLATE = SHARED + PAGE + FACTS + TREE
