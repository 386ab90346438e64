/**
 * The body of a rendering thread, as text. A Worker must start from something that Node can run by itself: in Jest the only file is
 * TypeScript, after the build it is JavaScript elsewhere, so the thread gets its few lines as a string, and absolute paths for what it loads.
 *
 * In: `{ source, content, createdAt, inset }`, one at a time. Out: `{ pdf }` or `{ diagnostics }`. A warning (such as a missing font) is a failure.
 */
export const WORKER_SOURCE = `
const { parentPort, workerData } = require('node:worker_threads')
const { readFileSync } = require('node:fs')
const { NodeCompiler } = require(workerData.compiler)

const fontBlobs = workerData.fonts.map((path) => readFileSync(path))
const compiler = NodeCompiler.create({ workspace: workerData.workspace, fontArgs: [{ fontBlobs }] })

function render({ source, content, createdAt, inset }) {
  // The only file a template can reach: it exists in memory, for this document alone.
  if (inset) compiler.mapShadow(workerData.inset, Buffer.from(inset))
  const result = compiler.compile({ mainFileContent: source, inputs: { content } })
  const complaint = result.takeError() ?? result.takeWarnings()
  if (complaint) return { diagnostics: compiler.fetchDiagnostics(complaint).map((line) => String(line.message)) }
  try {
    // A PDF inside a PDF is what the archive standard does not allow.
    const archive = inset ? {} : { pdfStandard: 'a-2a', pdfTags: true }
    const pdf = compiler.pdf(result.result, { ...archive, creationTimestamp: createdAt })
    return { pdf: new Uint8Array(pdf) }
  } catch (error) {
    return { diagnostics: [String(error.message)] }
  }
}

parentPort.on('message', (job) => {
  const outcome = render(job)
  if (job.inset) compiler.resetShadow()
  compiler.evictCache(job.inset ? 0 : 10)
  parentPort.postMessage(outcome, outcome.pdf ? [outcome.pdf.buffer] : [])
})
`
