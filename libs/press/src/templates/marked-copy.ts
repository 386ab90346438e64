/** A copy of a picture or a PDF, page by page, under words that run across every page and stand below it. */
export const MARKED_COPY_TEMPLATE = String.raw`
#let copy = json(bytes(sys.inputs.content))
#set document(title: copy.title, date: auto)
#set text(font: "Arimo", size: 9pt, lang: "id", hyphenate: false, overhang: false, fallback: false)
#let across = rotate(-32deg, reflow: false, block(width: 32cm, {
  set par(leading: 3.2em, justify: false)
  for row in range(11) { text(11pt, weight: "bold", fill: rgb(160, 0, 0, 70), copy.words + "     " + copy.words); parbreak() }
}))
#set page(
  paper: "a4",
  margin: (top: 1cm, bottom: 2cm, x: 1cm),
  footer-descent: 0.3cm,
  footer: align(center, text(7.5pt, fill: rgb(160, 0, 0), copy.words)),
  foreground: place(center + horizon, across),
)
#for page in range(1, copy.pages + 1) {
  align(center + horizon, if copy.format == "pdf" { image("/inset", format: "pdf", page: page, width: 100%, height: 100%, fit: "contain") }
    else { image("/inset", format: copy.format, width: 100%, height: 100%, fit: "contain") })
  if page < copy.pages { pagebreak() }
}
`
