import { SHARED } from './shared.js'

const PAGE = String.raw`
#let minutes = content-json
#show: doc => ground(doc, title: minutes.title, size: 11pt)
#set page(
  paper: "a4",
  margin: (top: 2cm, bottom: 2.2cm, left: 3cm, right: 2cm),
  header-ascent: 0.3cm,
  footer-descent: 0.45cm,
  header: context {
    let number = counter(page).get().first()
    grid(columns: (1fr, auto), align: (left + bottom, right + bottom), marking-stamp(minutes.marking, size: 11pt),
      if number > 1 { text(8pt, fill: muted)[#minutes.title · halaman #number] })
  },
  footer: foot(minutes.footer),
)
#set par(justify: true, leading: 0.62em, spacing: 0.9em)
`

const CONTENT = String.raw`
#letterhead(minutes.letterhead, emblem: 1.8cm, scale: 90%)
#v(0.5cm, weak: true)
#align(center, text(13pt, weight: "bold", minutes.title))
#v(0.5cm, weak: true)
#grid(columns: (4.2cm, auto, 1fr), column-gutter: (0pt, 0.5em), row-gutter: 0.7em,
  ..minutes.facts.map(((name, value)) => ([#name], [:], par(justify: false)[#value])).flatten())
#v(0.5cm, weak: true)
#for paragraph in minutes.paragraphs { par[#paragraph] }
#v(0.3cm)
#par[#minutes.closing]
#v(0.5cm)
#align(right)[#minutes.placeAndDate]
#v(0.2cm)
#grid(columns: (1fr, 1fr), column-gutter: 1cm, row-gutter: 0.7cm,
  ..minutes.participants.map(one => block(breakable: false, {
    text(fill: muted, one.role)
    if one.signs { v(1.6cm) } else { v(0.35cm); text(style: "italic")[tidak menandatangani]; v(0.6cm) }
    strong(one.name)
  })))
`

/** A berita acara on A4, with room for the signatures. */
export const MINUTES_TEMPLATE = SHARED + PAGE + CONTENT
