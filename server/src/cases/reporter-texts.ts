import { fieldsThatReveal, Refusal, type ReporterWords } from '@domain'
import type { Tx } from '../platform/work.js'
import type { Case } from './case.entity.js'
import type { RegisterCaseInput } from './registration-input.js'

type Open = Pick<RegisterCaseInput, 'requirements' | 'fileIds' | 'identityFileIds' | 'oralStatement'>

/** What a registration says openly, by field; the names of files that are sealed with the reporter are not among it. */
export async function saidInRegistration(
  tx: Tx,
  theCase: Pick<Case, 'id' | 'subject' | 'summary'>,
  { requirements, fileIds, identityFileIds, oralStatement }: Open,
): Promise<Record<string, string>> {
  const files = await tx.query<{ name: string }>('SELECT name FROM file WHERE id = ANY ($1) OR (case_id = $2 AND sealed_at IS NULL)', [
    fileIds.filter((id) => identityFileIds && !identityFileIds.includes(id)),
    theCase.id,
  ])
  return {
    subject: theCase.subject,
    summary: theCase.summary,
    oralStatement: oralStatement?.text ?? '',
    requirements: requirements.map((line) => line.note ?? '').join('\n'),
    fileIds: files.map((file) => file.name).join('\n'),
  }
}

/** Refuses a registration whose open text names the reporter who is to be sealed. Whoever types it knows the name: the fields are told. */
export async function demandUnnamed(
  tx: Tx,
  theCase: Pick<Case, 'id' | 'subject' | 'summary'>,
  words: ReporterWords,
  input: Open,
): Promise<void> {
  demandNone(words, await saidInRegistration(tx, theCase, input))
}

/** Refuses to seal a reporter whom the papers of the case already name: what was written and read cannot be unsaid. */
export async function demandNowhereNamed(tx: Tx, theCase: Pick<Case, 'id' | 'subject' | 'summary'>, words: ReporterWords): Promise<void> {
  const written = await tx.query<{ field: string; said: string }>(
    `SELECT 'requirements' AS field, note AS said FROM requirement_check WHERE case_id = $1
     UNION ALL SELECT 'fileIds', name FROM file WHERE case_id = $1
     UNION ALL SELECT 'notes', note FROM event WHERE case_id = $1
     UNION ALL SELECT 'notes', concat_ws(' ', note, closing_note) FROM disposition WHERE case_id = $1
     UNION ALL SELECT 'letters', concat_ws(' ', l.subject, l.addressee::text, l.cc::text, l.attachment_note, l.body::text) FROM letter l WHERE l.case_id = $1
     UNION ALL SELECT 'letters', v.content::text FROM letter_version v JOIN letter l ON l.id = v.letter_id WHERE l.case_id = $1
     UNION ALL SELECT 'letters', concat_ws(' ', c.text, c.quote) FROM letter_comment c JOIN letter l ON l.id = c.letter_id WHERE l.case_id = $1
     UNION ALL SELECT 'deliveries', concat_ws(' ', d.recipient_name, d.receipt_name, d.note) FROM delivery d JOIN letter l ON l.id = d.letter_id WHERE l.case_id = $1
     UNION ALL SELECT 'oralStatement', text FROM oral_statement WHERE case_id = $1
     UNION ALL SELECT 'visits', visitor_name FROM visit WHERE case_id = $1`,
    [theCase.id],
  )
  const fields: Record<string, string> = { subject: theCase.subject, summary: theCase.summary }
  for (const { field, said } of written) fields[field] = `${fields[field] ?? ''}\n${said}`
  demandNone(words, fields)
}

function demandNone(words: ReporterWords, fields: Readonly<Record<string, string>>): void {
  const revealing = fieldsThatReveal(words, fields)
  if (revealing.length > 0) throw new Refusal('reporter.named_in_text', { fields: revealing })
}
