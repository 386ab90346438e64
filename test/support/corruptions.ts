import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a bug, a bad hand or a broken disk does to a database, by the code of the invariant that must notice. Each finds its victim itself. */
export interface Corruption {
  readonly sql?: string
  /** For what lies beside the database. */
  readonly disk?: (filesDir: string) => void
}

const ONE_LETTER = `(SELECT id FROM letter WHERE status = 'delivered' ORDER BY id LIMIT 1)`
const ONE_CLOSED = `(SELECT id FROM "case" WHERE stage = 'closed' ORDER BY id LIMIT 1)`
const ONE_OPEN = `(SELECT id FROM "case" WHERE stage = 'in_process' ORDER BY id LIMIT 1)`
const ONE_EVENT = `(SELECT id FROM event WHERE kind = 'case.registered' ORDER BY id LIMIT 1)`
const NEW_EVENT = `INSERT INTO event (kind, subject_type, subject_id, actor_id, actor_name, at`
const NOBODY = `'00000000-0000-4000-8000-000000000001'`

/** Bytes that no file of the database names, as old as a forgotten upload. */
function leaveOrphan(filesDir: string): void {
  const name = 'ab'.repeat(32)
  mkdirSync(join(filesDir, 'ab'), { recursive: true })
  writeFileSync(join(filesDir, 'ab', name), 'nobody asks for these')
  const longAgo = new Date(Date.now() - 3 * 86_400_000)
  utimesSync(join(filesDir, 'ab', name), longAgo, longAgo)
}

export const CORRUPTIONS: Readonly<Record<string, Corruption>> = {
  'workflow.versions': { sql: `UPDATE "case" SET version = version + 1 WHERE id = ${ONE_CLOSED}` },
  'workflow.transitions': {
    sql: `UPDATE event SET after = after || '{"stage":"answered"}' WHERE kind = 'case.handed_over' AND id = (SELECT min(id) FROM event WHERE kind = 'case.handed_over')`,
  },
  'workflow.last_move_is_state': { sql: `UPDATE "case" SET secrecy = 'sangat_rahasia' WHERE id = ${ONE_CLOSED}` },
  'workflow.terminal_rests': {
    sql: `${NEW_EVENT}, before) SELECT 'case.amended', 'Case', id, registrar_id, 'Pegawai', now(), '{"stage":"closed"}' FROM "case" WHERE id = ${ONE_CLOSED}`,
  },
  'workflow.owner': { sql: `UPDATE "case" SET holder_position_id = NULL WHERE id = ${ONE_OPEN}` },
  'workflow.somebody_is_next': { sql: `UPDATE task SET closed_at = now() WHERE closed_at IS NULL AND kind = 'complete_registration'` },
  'workflow.no_work_after_the_end': { sql: `UPDATE task SET closed_at = NULL WHERE case_id = ${ONE_CLOSED} AND kind = 'dispose'` },
  'workflow.tasks_fit': { sql: `UPDATE task SET kind = 'issue' WHERE closed_at IS NULL AND kind = 'review'` },
  'workflow.agenda': { sql: `UPDATE "case" SET agenda_number = 99 WHERE agenda_number = 2` },
  'workflow.closed_with_its_answer': { sql: `UPDATE letter SET kind = 'answer' WHERE kind = 'notice' AND status = 'delivered'` },
  'disposition.forest': {
    sql: `UPDATE disposition d SET parent_id = (SELECT o.id FROM disposition o WHERE o.case_id <> d.case_id LIMIT 1) WHERE d.parent_id IS NOT NULL`,
  },
  'disposition.one_main': { sql: `UPDATE disposition SET state = 'sent' WHERE state = 'superseded'` },
  'disposition.done_after_its_children': {
    sql: `UPDATE disposition SET state = 'done' WHERE id = (SELECT parent_id FROM disposition WHERE kind = 'main' AND state = 'sent' AND parent_id IS NOT NULL LIMIT 1)`,
  },
  'disposition.ended_below_the_ended': {
    sql: `UPDATE disposition SET state = 'superseded' WHERE id = (SELECT parent_id FROM disposition WHERE state = 'sent' AND parent_id IS NOT NULL LIMIT 1)`,
  },
  'disposition.handlers': { sql: `UPDATE "case" SET handler_position_ids = handler_position_ids[2:] WHERE id = ${ONE_OPEN}` },
  'disposition.holder': { sql: `UPDATE "case" SET holder_position_id = handler_position_ids[1] WHERE id = ${ONE_OPEN}` },
  'disposition.holder_at_work': {
    sql: `UPDATE disposition SET state = 'done' WHERE kind = 'main' AND state = 'accepted'`,
  },
  'disposition.unit': {
    sql: `UPDATE "case" SET unit_id = (SELECT id FROM unit WHERE kind = 'secretariat' LIMIT 1) WHERE id = ${ONE_OPEN}`,
  },
  'disposition.versions': { sql: `DELETE FROM event WHERE id = (SELECT max(id) FROM event WHERE kind = 'disposition.superseded')` },
  'disposition.transitions': { sql: `UPDATE event SET before = before || '{"state":"withdrawn"}' WHERE kind = 'disposition.superseded'` },
  'disposition.last_step_is_state': { sql: `UPDATE disposition SET state = 'read' WHERE state = 'sent'` },
  'disposition.copies_equal_the_case': { sql: `UPDATE letter SET secrecy = 'biasa' WHERE secrecy = 'rahasia'` },
  'review.tiers_in_order': {
    sql: `DELETE FROM review_step WHERE action = 'pass' AND letter_id = (SELECT letter_id FROM review_step WHERE action = 'approve' LIMIT 1)`,
  },
  'review.distinct_people': {
    sql: `UPDATE review_step s SET person_id = (SELECT p.person_id FROM review_step p WHERE p.letter_id = s.letter_id AND p.round = s.round AND p.action = 'pass') WHERE action = 'approve'`,
  },
  'review.never_ones_own': {
    sql: `UPDATE review_step s SET person_id = (SELECT drafter_id FROM letter l WHERE l.id = s.letter_id) WHERE action = 'pass'`,
  },
  'review.one_open_round': { sql: `UPDATE letter SET tier = 2 WHERE status = 'in_review' AND tier = 1` },
  'review.versions': { sql: `UPDATE letter_version SET number = 3 WHERE number = 2` },
  'review.version_hash': {
    sql: `UPDATE letter_version SET content = jsonb_set(content, '{subject}', '"Hal yang lain"') WHERE id = (SELECT id FROM letter_version ORDER BY id LIMIT 1)`,
  },
  'review.approved_is_latest': { sql: `UPDATE letter SET issued_hash = repeat('0', 64) WHERE id = ${ONE_LETTER}` },
  'review.letter_versions': { sql: `UPDATE letter SET version = version + 1 WHERE id = ${ONE_LETTER}` },
  'review.transitions': { sql: `UPDATE event SET before = before || '{"status":"draft"}' WHERE kind = 'letter.issued'` },
  'review.last_step_is_status': { sql: `UPDATE letter SET status = 'draft' WHERE status = 'returned'` },
  'numbers.gapless': { sql: `UPDATE letter_number SET sequence = sequence + 50 WHERE sequence = 2` },
  'numbers.times_follow_numbers': { sql: `UPDATE letter_number SET at = at - interval '1 hour' WHERE sequence = 2` },
  'numbers.year': { sql: `UPDATE letter_number SET at = at - interval '400 days' WHERE sequence = 1` },
  'numbers.one_per_letter': { sql: `UPDATE letter SET number = 'B-900/JP.01/01/2026' WHERE id = ${ONE_LETTER}` },
  'numbers.void_by_two': { sql: `UPDATE letter_number SET voided_by = void_requested_by WHERE status = 'void'` },
  'numbers.order_of_acts': { sql: `UPDATE letter SET approved_at = issued_at + interval '1 day' WHERE id = ${ONE_LETTER}` },
  'letters.pdf': { sql: `UPDATE letter SET pdf_sha256 = repeat('a', 64) WHERE id = ${ONE_LETTER}` },
  'letters.delivered_is_proven': { sql: `DELETE FROM delivery WHERE letter_id = ${ONE_LETTER}` },
  'letters.proof': { sql: `UPDATE delivery SET receipt_name = NULL WHERE receipt_name IS NOT NULL` },
  'letters.delivered_only_issued': { sql: `UPDATE letter SET status = 'approved' WHERE id = ${ONE_LETTER}` },
  'letters.verification': { sql: `UPDATE letter SET verification_token = NULL WHERE id = ${ONE_LETTER}` },
  'letters.one_open_of_a_kind': {
    sql: `UPDATE letter l SET status = 'draft', case_id = (SELECT min(case_id::text)::uuid FROM letter WHERE kind = 'answer') WHERE kind = 'answer'`,
  },
  'clocks.demanded': { sql: `DELETE FROM clock WHERE case_id = ${ONE_CLOSED}` },
  'clocks.due': { sql: `UPDATE clock SET due_at = due_at + interval '1 day' WHERE due_at IS NOT NULL` },
  'clocks.order': {
    sql: `INSERT INTO clock_event (id, clock_id, kind, at, seq) SELECT gen_random_uuid(), clock_id, 'resume', at, seq + 1 FROM clock_event WHERE kind = 'stop'`,
  },
  'clocks.terms': { sql: `UPDATE clock SET granted = 99, extensions = 9 WHERE due_at IS NOT NULL` },
  'clocks.reclassified': { sql: `UPDATE clock SET code = 'merit.visit' WHERE code = 'merit.letter'` },
  'clocks.requests': {
    sql: `INSERT INTO clock_request (id, version, case_id, clock_id, kind, status, reason, amount, asked_by, asked_by_name, asked_by_title, asked_at, approver_position_id)
      SELECT gen_random_uuid(), 1, k.case_id, k.id, 'extend', 'asked', 'Perlu waktu', 1, p.person_id, 'Pegawai', 'Asisten', now(), p.position_id
      FROM clock k, (SELECT person_id, position_id FROM position_holder LIMIT 1) p WHERE k.stopped_at IS NOT NULL LIMIT 1`,
  },
  'clocks.ledger': { sql: `DELETE FROM clock_event WHERE kind = 'stop'` },
  'clocks.start_event': { sql: `UPDATE clock SET started_at = started_at - interval '1 minute' WHERE started_at IS NOT NULL` },
  'clocks.next_on_case': { sql: `UPDATE "case" SET next_due_at = next_due_at + interval '1 day' WHERE next_due_at IS NOT NULL` },
  'clocks.at_risk': { sql: `UPDATE "case" SET next_at_risk_at = next_at_risk_at - interval '1 hour' WHERE next_at_risk_at IS NOT NULL` },
  'clocks.at_risk_on_tasks': { sql: `UPDATE task SET at_risk_at = now() WHERE closed_at IS NULL` },
  'clocks.due_on_tasks': { sql: `UPDATE task SET due_at = now() WHERE closed_at IS NULL` },
  'clocks.stopped_at_the_end': { sql: `UPDATE clock SET stopped_at = NULL WHERE case_id = ${ONE_CLOSED}` },
  'clocks.warned_once': {
    sql: `${NEW_EVENT}, detail) SELECT 'clock.late', 'Case', ${ONE_CLOSED}, ${NOBODY}, 'Sistem', now(), '{"code":"merit.letter","dueAt":"2026-01-01"}' FROM generate_series(1, 2)`,
  },
  'clocks.escalated_once': { sql: `DELETE FROM event WHERE kind = 'clock.late'` },
  'clocks.escalated_in_hours': {
    sql: `UPDATE escalation SET at = date_trunc('day', at AT TIME ZONE 'Asia/Jakarta') AT TIME ZONE 'Asia/Jakarta'`,
  },
  'visits.queue': { sql: `UPDATE visit SET queue_number = queue_number + 50 WHERE queue_number = 2` },
  'visits.versions': { sql: `UPDATE booking SET version = version + 1` },
  'visits.transitions': { sql: `UPDATE event SET before = before || '{"state":"done"}' WHERE kind = 'visit.begun'` },
  'visits.last_step_is_state': { sql: `UPDATE visit SET state = 'waiting' WHERE state = 'disposed'` },
  'visits.copies_equal_the_case': { sql: `UPDATE visit SET secrecy = 'rahasia'` },
  'visits.no_double_booking': {
    sql: `UPDATE booking SET officer_person_id = (SELECT officer_person_id FROM booking WHERE state = 'booked' LIMIT 1), starts_at = '2026-01-20 02:00Z', ends_at = '2026-01-20 03:00Z' WHERE state = 'booked'`,
  },
  'visits.displays': { sql: `UPDATE lobby_display SET revoked_at = now(), revoked_by_name = 'Tidak ada' WHERE revoked_at IS NULL` },
  'visits.outcome': { sql: `UPDATE "case" SET processable = true WHERE id = (SELECT case_id FROM visit WHERE state = 'declined' LIMIT 1)` },
  'numbers.feedback': { sql: `UPDATE feedback SET number = number + 40 WHERE number = 1` },
  'workflow.feedback': { sql: `UPDATE feedback SET state = 'assigned' WHERE state = 'logged'` },
  'workflow.feedback_channel': { sql: `UPDATE feedback SET channel_address = 'lain@kasn.go.id'` },
  'workflow.task_times': { sql: `UPDATE task SET closed_at = opened_at - interval '1 hour' WHERE closed_at IS NOT NULL` },
  'outbox.feedback_answered': { sql: `DELETE FROM mail WHERE purpose = 'feedback'` },
  'trail.dense': { sql: `DELETE FROM log WHERE "offset" = 3` },
  'trail.chain': { sql: `UPDATE event SET actor_id = ${NOBODY} WHERE id = ${ONE_EVENT}` },
  'trail.anchored': { sql: `DELETE FROM log WHERE "offset" = (SELECT max("offset") FROM log)` },
  'trail.every_event_logged': {
    sql: `${NEW_EVENT}) VALUES ('case.amended', 'Case', ${NOBODY}, ${NOBODY}, 'Pegawai', now() - interval '10 seconds')`,
  },
  'trail.order': {
    sql: `UPDATE log SET "offset" = 1000000 WHERE event_id = ${ONE_EVENT}`,
  },
  'trail.no_personal_data': { sql: `UPDATE event SET detail = '{"reported":"19860926 201505 1 001"}' WHERE id = ${ONE_EVENT}` },
  'trail.tasks': { sql: `DELETE FROM event WHERE kind = 'task.closed'` },
  'trail.clocks': { sql: `DELETE FROM event WHERE kind = 'clock.started'` },
  'trail.organisation': {
    sql: `INSERT INTO organisation_profile SELECT gen_random_uuid(), 2, valid_from, 'Lain', english, address, contact, place, series, emblem_svg, (SELECT id FROM person LIMIT 1), 'x', now()
      FROM organisation_profile WHERE number = 1`,
  },
  'outbox.lease': { sql: `UPDATE mail SET status = 'sending', lease_until = now() - interval '1 hour', sent_at = NULL` },
  'outbox.pending_has_a_job': { sql: `UPDATE mail SET status = 'pending', sent_at = NULL` },
  'outbox.printer_has_a_job': { sql: `UPDATE letter SET pdf_sha256 = NULL WHERE status = 'issued'` },
  'outbox.sent_once': {
    sql: `INSERT INTO mail SELECT m.* FROM mail o CROSS JOIN LATERAL jsonb_populate_record(o, '{"id":${NOBODY.replaceAll("'", '"')}}') m WHERE o.status = 'sent' LIMIT 1`,
  },
  'outbox.delivery_follows_mail': { sql: `UPDATE mail SET status = 'uncertain', sent_at = NULL` },
  'outbox.confidential_mail_is_empty': { sql: `UPDATE mail SET attachment_file_ids = ARRAY[${NOBODY}::uuid] WHERE confidential` },
  'outbox.requests_answered': { sql: `UPDATE request SET result = NULL WHERE action = 'registerCase'` },
  'access.no_session_of_the_disabled': { sql: `UPDATE person SET disabled_at = now() WHERE id IN (SELECT person_id FROM session)` },
  'access.acted_in_a_post_held': { sql: `UPDATE position_holder SET since = '2035-01-01' WHERE until IS NULL` },
  'access.no_act_of_the_excluded': {
    sql: `UPDATE event SET before = before || jsonb_build_object('excludedPersonIds', jsonb_build_array(actor_id)) WHERE kind = 'case.decided'`,
  },
  'access.protected_reporter': { sql: `UPDATE party SET name = 'Nama Asli' WHERE role = 'requester' AND name LIKE 'Pelapor %'` },
  'access.identity_read_in_window': { sql: `UPDATE identity_release SET until = decided_at WHERE reads > 0` },
  'access.release_by_two': { sql: `UPDATE identity_release SET requested_by = decided_by WHERE decided_by IS NOT NULL` },
  'access.releases_wait': {
    sql: `INSERT INTO task (id, version, kind, case_id, position_id, opened_at, secrecy, case_registrar_id)
      SELECT gen_random_uuid(), 1, 'release', c.id, (SELECT id FROM "position" LIMIT 1), now(), c.secrecy, c.registrar_id FROM "case" c WHERE reporter_protection = 'open' LIMIT 1`,
  },
  'access.sealed_files': {
    sql: `INSERT INTO file (id, case_id, purpose, name, media_type, size, state, refusal, added_by_name, added_at, sealed_at, name_sealed)
      SELECT gen_random_uuid(), id, 'attachment', 'Dokumen identitas (disegel)', 'application/octet-stream', 1, 'refused', 'lost', 'x', now(), now(), '\\x00'
      FROM "case" WHERE reporter_protection = 'open' LIMIT 1`,
  },
  'access.related_staff_excluded': {
    sql: `UPDATE "case" SET excluded_person_ids = '{}' WHERE closed_at IS NULL AND excluded_person_ids && ARRAY(SELECT person_id FROM declared_relation)`,
  },
  'access.nonces': {
    sql: `UPDATE candidate SET nip_sealed = (SELECT nik_sealed FROM party WHERE nik_sealed IS NOT NULL LIMIT 1) WHERE id = (SELECT min(id::text)::uuid FROM candidate)`,
  },
  'access.blind_index': { sql: `UPDATE party SET nip_index = NULL WHERE nip_index IS NOT NULL` },
  'access.reported_staff_excluded': { sql: `UPDATE "case" SET excluded_person_ids = '{}' WHERE cardinality(excluded_person_ids) > 0` },
  'access.one_in_charge': {
    sql: `INSERT INTO position_holder (id, position_id, person_id, kind, since, created_at)
      SELECT gen_random_uuid(), h.position_id, (SELECT p.id FROM person p WHERE p.id <> h.person_id LIMIT 1), 'definitive', h.since, now() FROM position_holder h WHERE h.kind = 'definitive' LIMIT 1`,
  },
  'rules.two_persons': { sql: `UPDATE rule_draft SET consenter_id = proposer_id WHERE state = 'active'` },
  'rules.versions': { sql: `UPDATE rule_draft SET version = version + 1` },
  'rules.installed_as_rehearsed': {
    sql: `UPDATE standard_version SET document = document || '{"cost": {"id": "x", "en": "x"}}' WHERE draft_id IS NOT NULL`,
  },
  'rules.never_back_in_time': { sql: `UPDATE standard_version SET effective_from = '2021-06-01' WHERE draft_id IS NOT NULL` },
  'rules.standard_of_its_day': {
    sql: `UPDATE "case" SET standard_version_id = (SELECT id FROM standard_version WHERE draft_id IS NOT NULL) WHERE service <> 'MEDLIN'`,
  },
  'rules.calendar_installed': { sql: `UPDATE clock SET calendar_version_id = gen_random_uuid() WHERE stopped_at IS NULL` },
  'selections.versions': { sql: `UPDATE selection SET version = version + 1` },
  'selections.transitions': { sql: `UPDATE event SET after = after || '{"stage":"results"}' WHERE kind = 'selection.plan_saved'` },
  'selections.copies_equal_the_cases': { sql: `UPDATE selection SET secrecy = 'sangat_rahasia'` },
  'selections.released_with_its_letter': { sql: `UPDATE selection SET results_released = NOT results_released` },
  'selections.requests': { sql: `UPDATE selection_request SET state = 'complete' WHERE state = 'answered'` },
  'selections.ranks_follow_scores': { sql: `UPDATE candidate_score SET score = 1 WHERE rank = 1` },
  'selections.only_participants_score': { sql: `UPDATE candidate SET qualified = false, qualification_note = 'Terlambat' WHERE qualified` },
  'selections.three_best': { sql: `DELETE FROM shortlisted WHERE place = 2` },
  'selections.one_of_three': { sql: `UPDATE appointment SET authority = 'president'` },
  'selections.reopenings_told': { sql: `UPDATE selection_reopening SET to_stage = 'planning'` },
  'selections.set_aside': { sql: `UPDATE set_aside_choice SET reason = 'Alasan lain'` },
  'selections.corrections_follow': { sql: `UPDATE score_correction SET new_score = new_score - 1 WHERE new_score > 1` },
  'selections.extended_forwards': { sql: `UPDATE selection_schedule SET ends_on = ends_on + 1 WHERE stage = 'announcement'` },
  'handling.only_complaints': { sql: `UPDATE "case" SET service = 'MERIT' WHERE id = (SELECT case_id FROM allegation LIMIT 1)` },
  'handling.reported_active': { sql: `UPDATE party SET active_asn = false WHERE id IN (SELECT party_id FROM allegation)` },
  'handling.finding_grounded': { sql: `DELETE FROM allegation WHERE id = (SELECT allegation_id FROM finding LIMIT 1)` },
  'handling.minutes_of_what_was_held': { sql: `UPDATE handling_step SET state = 'planned', held_at = NULL WHERE state = 'minuted'` },
  'handling.parts_told': { sql: `UPDATE evidence SET version = version + 1` },
  'handling.point_versions': { sql: `UPDATE recommendation_point SET version = version + 1` },
  'handling.point_transitions': { sql: `UPDATE event SET before = before || '{"state":"open"}' WHERE kind = 'point.judged'` },
  'handling.point_copies': { sql: `UPDATE recommendation_point SET secrecy = 'sangat_rahasia'` },
  'handling.point_bound_by_its_letter': { sql: `UPDATE recommendation_point SET state = 'open' WHERE state = 'draft'` },
  'handling.point_done_with_reply': { sql: `DELETE FROM point_reply` },
  'handling.point_extensions': { sql: `UPDATE point_extension SET days = 31` },
  'handling.point_due': { sql: `UPDATE point_extension SET days = days + 1` },
  'handling.point_calendar': {
    sql: `WITH consented AS (
        INSERT INTO rule_draft (id, version, kind, state, reason, document, based_on, author_id, author_name, saved_at, consented_at)
        VALUES (gen_random_uuid(), 1, 'calendar', 'active', 'SKB', '{}', gen_random_uuid(), ${NOBODY}, 'Tidak ada', now(), now() - interval '1 day') RETURNING id
      ), newest AS (
        INSERT INTO calendar_version (id, code, number, effective_from, data, draft_id) SELECT gen_random_uuid(), 'BARU', 99, '2020-01-01', '{}', id FROM consented
      ) UPDATE event SET at = at - interval '1 year' WHERE subject_type = 'RecommendationPoint'`,
  },
  'files.blob': { sql: `UPDATE file SET size = size + 1 WHERE state = 'clean'` },
  'files.orphans': { disk: leaveOrphan },
  'files.place': { sql: `UPDATE file SET purpose = 'attachment' WHERE purpose = 'letter'` },
}
