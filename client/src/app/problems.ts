import type { Bilingual, ProblemCode } from '@domain'
import { say } from './words.js'

/** What the console says for every refusal. A code without a sentence does not compile. */
export const PROBLEM_TEXT: Record<ProblemCode, Bilingual> = {
  'access.denied': { id: 'Data tidak ditemukan, atau Anda tidak berwenang.', en: 'Not found, or not yours to do.' },
  'access.signed_out': { id: 'Sesi Anda telah berakhir. Silakan masuk kembali.', en: 'Your session has ended. Please sign in again.' },
  'access.bad_credentials': { id: 'Alamat e-mail atau kata sandi tidak cocok.', en: 'The e-mail address and password do not match.' },
  'access.too_many_attempts': {
    id: 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.',
    en: 'Too many attempts. Wait a moment, then try again.',
  },
  'access.step_up_required': {
    id: 'Masukkan kembali kata sandi Anda untuk tindakan ini.',
    en: 'Enter your password again for this action.',
  },
  'draft.wrong_state': { id: 'Status rancangan tidak memungkinkan tindakan ini.', en: 'The draft is not in a state for this.' },
  'draft.exists': {
    id: 'Sudah ada rancangan yang belum selesai. Lanjutkan atau batalkan rancangan itu dahulu.',
    en: 'There is an unfinished draft already. Go on with that one or discard it first.',
  },
  'draft.faulty': { id: 'Rancangan masih memuat kesalahan. Perbaiki dahulu.', en: 'The draft still has faults. Mend them first.' },
  'draft.unchanged': { id: 'Rancangan sama dengan versi yang berlaku.', en: 'The draft equals the version in force.' },
  'draft.not_rehearsed': {
    id: 'Isi rancangan ini belum diuji coba. Jalankan uji coba dahulu.',
    en: 'What this draft says has not been rehearsed. Rehearse it first.',
  },
  'draft.overtaken': {
    id: 'Versi lain sudah diberlakukan sejak rancangan ini disusun. Batalkan lalu susun kembali.',
    en: 'Another version was put into force since this was drafted. Discard it and draft anew.',
  },
  'draft.date_passed': { id: 'Tanggal berlaku tidak boleh sebelum hari ini.', en: 'The effective date must not be before today.' },
  'draft.date_overlaps': {
    id: 'Tanggal berlaku harus sesudah tanggal berlaku versi yang sudah ada.',
    en: 'The effective date must be later than that of every version there is.',
  },
  'access.two_persons': {
    id: 'Tindakan ini harus dilakukan oleh orang lain, bukan oleh Anda sendiri.',
    en: 'Somebody else must do this, not you yourself.',
  },
  'request.invalid': { id: 'Ada isian yang belum benar. Periksa kembali.', en: 'Some entries are not right yet. Please check them.' },
  'request.key_reused': {
    id: 'Permintaan ini sudah pernah dikirim dengan isi lain. Muat ulang halaman.',
    en: 'This request was already sent with other content. Reload the page.',
  },
  'request.too_large': { id: 'Isian terlalu besar untuk dikirim.', en: 'The entry is too large to send.' },
  'request.too_slow': { id: 'Server terlalu lama menjawab. Tidak ada yang berubah.', en: 'The server took too long. Nothing was changed.' },
  'request.unknown_document': {
    id: 'Konsol ini sudah diperbarui. Muat ulang halaman.',
    en: 'This console has been updated. Reload the page.',
  },
  'conflict.changed_meanwhile': {
    id: 'Data baru saja diubah orang lain. Tampilan sudah diperbarui; periksa lalu ulangi.',
    en: 'Somebody has just changed this. The view is up to date now; check and try again.',
  },
  'conflict.busy': {
    id: 'Data sedang diproses orang lain. Coba lagi sesaat lagi.',
    en: 'Somebody else is working on this. Try again shortly.',
  },
  'case.wrong_stage': { id: 'Tahap perkara tidak memungkinkan tindakan ini.', en: 'The case is not at a stage for this.' },
  'case.incomplete_identity': {
    id: 'Identitas pemohon belum lengkap menurut standar layanan.',
    en: 'The sender’s identity is not complete as the service standard demands.',
  },
  'case.requirements_unanswered': { id: 'Setiap persyaratan harus dijawab.', en: 'Every requirement needs an answer.' },
  'case.letter_missing': { id: 'Surat untuk perkara ini belum ada.', en: 'The letter for this case does not exist yet.' },
  'case.no_email': {
    id: 'Pemohon tidak mencantumkan alamat e-mail. Pilih telepon atau surat.',
    en: 'The requester gave no e-mail address. Choose telephone or letter.',
  },
  'case.letters_open': { id: 'Masih ada surat yang belum selesai.', en: 'Some letters are not finished yet.' },
  'case.not_read_back': {
    id: 'Bacakan kembali keterangan pelapor sebelum mendaftarkannya.',
    en: 'Read the statement back to the complainant before registering it.',
  },
  'handling.other_service': {
    id: 'Penanganan seperti ini hanya untuk pengaduan netralitas.',
    en: 'Only neutrality complaints are handled this way.',
  },
  'handling.in_use': {
    id: 'Catatan ini sudah menjadi dasar catatan lain dan tidak dapat dihapus.',
    en: 'Other records rest on this one; it cannot be removed.',
  },
  'handling.party_in_use': {
    id: 'Terlapor ini sudah memiliki catatan dugaan dan tidak dapat dihapus.',
    en: 'Allegations are recorded against this person; they cannot be removed.',
  },
  'handling.not_active_asn': {
    id: 'Konfirmasikan lebih dahulu bahwa terlapor adalah ASN aktif.',
    en: 'Confirm first that the reported person is an active civil servant.',
  },
  'handling.step_state': {
    id: 'Langkah ini tidak lagi pada tahap tersebut.',
    en: 'The step is not, or no longer, in a state for this.',
  },
  'handling.time': {
    id: 'Waktu ini sudah lewat atau lebih dari satu tahun lagi. Periksa tanggalnya.',
    en: 'This time has passed or is more than a year away. Check the date.',
  },
  'handling.checks_open': {
    id: 'Bukti belum dapat dinyatakan memadai: masih ada butir pemeriksaan yang belum terpenuhi.',
    en: 'The evidence cannot be called sufficient: some checks are not met.',
  },
  'handling.not_read_back': {
    id: 'Berita acara harus dibacakan kembali kepada yang didengar.',
    en: 'The minutes must be read back to those who were heard.',
  },
  'handling.not_signed': {
    id: 'Sedikitnya satu petugas pemeriksa menandatangani berita acara.',
    en: 'At least one officer signs the minutes.',
  },
  'handling.no_evidence': {
    id: 'Pelanggaran hanya dapat dinyatakan terbukti dengan bukti yang memadai.',
    en: 'A breach can be called proven only on sufficient evidence.',
  },
  'handling.nobody_heard': {
    id: 'Temuan memerlukan sedikitnya satu langkah yang sudah ada berita acaranya.',
    en: 'A finding needs at least one step with minutes.',
  },
  'handling.finding_missing': {
    id: 'Butir rekomendasi memerlukan temuan yang terbukti.',
    en: 'A recommendation point needs a finding that something is proven.',
  },
  'handling.points_in_letter': {
    id: 'Butir sudah berada dalam surat yang sedang diperiksa atau sudah terbit.',
    en: 'The points stand in a letter that is in review or issued.',
  },
  'handling.points_not_in_letter': {
    id: 'Isi surat belum memuat butir rekomendasi persis seperti yang dicatat.',
    en: 'The letter does not carry the recommendation points as they are recorded.',
  },
  'handling.point_state': {
    id: 'Butir rekomendasi tidak lagi pada tahap tersebut.',
    en: 'The recommendation point is not, or no longer, in a state for this.',
  },
  'handling.extension_cap': {
    id: 'Perpanjangan melebihi batas yang diperbolehkan.',
    en: 'The extension exceeds what is allowed.',
  },
  'disposition.wrong_state': { id: 'Status disposisi tidak memungkinkan tindakan ini.', en: 'The disposition is not in a state for this.' },
  'disposition.no_recipient': { id: 'Pilih sedikitnya satu penerima disposisi.', en: 'Choose at least one recipient.' },
  'disposition.one_main_recipient': { id: 'Harus ada tepat satu penerima utama.', en: 'There must be exactly one main recipient.' },
  'disposition.recipient_not_below': {
    id: 'Penerima bukan jabatan di bawah Anda.',
    en: 'The recipient’s post is not below yours.',
  },
  'disposition.recipient_conflicted': {
    id: 'Penerima mempunyai benturan kepentingan dalam perkara ini.',
    en: 'The recipient has a conflict of interest in this case.',
  },
  'disposition.recipient_vacant': { id: 'Jabatan penerima sedang kosong.', en: 'The recipient’s post is vacant.' },
  'disposition.reason_missing': { id: 'Alasan wajib diisi.', en: 'A reason is required.' },
  'disposition.already_read': { id: 'Disposisi sudah dibaca penerima.', en: 'The recipient has already read the disposition.' },
  'disposition.ends_with_case': {
    id: 'Disposisi utama selesai bersama perkaranya, yaitu setelah jawaban terkirim.',
    en: 'A main disposition is done together with its case, once the answer is delivered.',
  },
  'disposition.due_in_past': { id: 'Batas waktu sudah lewat.', en: 'The due date is in the past.' },
  'letter.wrong_status': { id: 'Status surat tidak memungkinkan tindakan ini.', en: 'The letter is not in a status for this.' },
  'letter.own_work': {
    id: 'Surat yang Anda susun sendiri tidak dapat Anda periksa atau setujui.',
    en: 'You cannot review or approve a letter you wrote.',
  },
  'letter.already_reviewed': {
    id: 'Anda sudah memeriksa surat ini; tingkat berikutnya harus orang lain.',
    en: 'You have reviewed this letter already; the next tier must be someone else.',
  },
  'letter.text_changed': {
    id: 'Naskah berubah sejak Anda membukanya. Baca naskah terbaru sebelum memutuskan.',
    en: 'The text has changed since you opened it. Read the latest before deciding.',
  },
  'letter.reason_missing': { id: 'Alasan wajib diisi.', en: 'A reason is required.' },
  'letter.body_invalid': { id: 'Naskah surat tidak sah.', en: 'The text of the letter is not valid.' },
  'letter.fields_unresolved': {
    id: 'Masih ada isian naskah yang belum terisi.',
    en: 'Some fields of the letter are still empty.',
  },
  'letter.chain_broken': {
    id: 'Rantai pemeriksaan tidak dapat dibentuk: ada jabatan yang kosong.',
    en: 'The chain of review cannot be formed: a post is vacant.',
  },
  'letter.kind_taken': { id: 'Surat jenis ini sudah ada pada perkara ini.', en: 'The case already has a letter of this kind.' },
  'letter.being_edited': { id: 'Naskah telah diubah dari tempat lain.', en: 'The text has been changed elsewhere.' },
  'letter.not_rendered': { id: 'Berkas PDF surat belum tersedia.', en: 'The PDF of the letter is not ready yet.' },
  'letter.void_pending': {
    id: 'Pembatalan nomor surat ini sedang menunggu persetujuan Pimpinan.',
    en: 'Whether this letter’s number shall be voided is waiting for leadership.',
  },
  'letter.under_way': {
    id: 'Surat sudah dalam pengiriman; nomornya tidak dapat dibatalkan.',
    en: 'The letter is on its way; its number can no longer be voided.',
  },
  'delivery.recipient_missing': { id: 'Alamat penerima wajib diisi.', en: 'The recipient’s address is required.' },
  'delivery.proof_missing': { id: 'Bukti penerimaan wajib diisi.', en: 'Proof of receipt is required.' },
  'delivery.wrong_status': { id: 'Status pengiriman tidak memungkinkan tindakan ini.', en: 'The delivery is not in a status for this.' },
  conflict_of_interest: {
    id: 'Anda mempunyai benturan kepentingan dalam perkara ini.',
    en: 'You have a conflict of interest in this case.',
  },
  'file.too_large': { id: 'Berkas melebihi ukuran yang diperbolehkan.', en: 'The file is larger than allowed.' },
  'file.kind_refused': { id: 'Jenis berkas ini tidak diterima.', en: 'This kind of file is not accepted.' },
  'file.not_ready': { id: 'Berkas masih diperiksa.', en: 'The file is still being checked.' },
  'file.sealed': {
    id: 'Berkas ini disegel bersama identitas pelapor. Berkas hanya dapat dibuka dengan izin kustodian.',
    en: 'This file is sealed with the reporter’s identity. Only a custodian’s release opens it.',
  },
  'file.cannot_be_marked': {
    id: 'Berkas ini tidak dapat ditampilkan dengan tanda air, jadi tidak dapat dibuka. Mintakan salinan berupa PDF atau gambar.',
    en: 'This file cannot be shown under a watermark, so it is not opened. Ask for a copy as a PDF or a picture.',
  },
  'file.disk_full': { id: 'Penyimpanan berkas penuh. Hubungi administrator.', en: 'File storage is full. Contact the administrator.' },
  'file.too_many_waiting': {
    id: 'Terlalu banyak berkas Anda yang belum dilampirkan. Lampirkan atau hapus dahulu sebagian, atau tunggu hingga esok hari.',
    en: 'Too many of your files are not attached yet. Attach or remove some first, or wait until tomorrow.',
  },
  'identity.nik_invalid': {
    id: 'NIK tidak sah: harus 16 angka dengan tanggal lahir yang benar.',
    en: 'Not a valid NIK: 16 digits with a real date of birth.',
  },
  'identity.nip_invalid': {
    id: 'NIP tidak sah: harus 18 angka dengan tanggal yang benar.',
    en: 'Not a valid NIP: 18 digits with real dates.',
  },
  'identity.email_invalid': { id: 'Alamat e-mail tidak sah.', en: 'Not a valid e-mail address.' },
  'people.email_taken': { id: 'Alamat e-mail sudah dipakai orang lain.', en: 'Somebody else already uses this e-mail address.' },
  'people.weak_password': {
    id: 'Kata sandi terlalu lemah: sedikitnya 12 karakter dan tidak mudah ditebak.',
    en: 'The password is too weak: at least 12 characters and hard to guess.',
  },
  'people.wrong_password': { id: 'Kata sandi saat ini tidak cocok.', en: 'The current password does not match.' },
  'people.post_overlap': {
    id: 'Jabatan ini sudah terisi pada rentang tanggal tersebut.',
    en: 'The post is already held during these dates.',
  },
  'people.last_admin': { id: 'Administrator terakhir tidak dapat dinonaktifkan.', en: 'The last administrator cannot be disabled.' },
  'organisation.date_passed': {
    id: 'Tanggal berlaku tidak boleh sebelum hari ini: surat yang sudah terbit tetap memakai kop pada masanya.',
    en: 'The date cannot be before today: letters already issued keep the head of their time.',
  },
  'organisation.emblem_refused': {
    id: 'Lambang tidak diterima: harus gambar SVG sederhana tanpa skrip, gambar tempelan, dan tautan ke luar.',
    en: 'The emblem is refused: it must be a plain SVG drawing without scripts, embedded pictures or outside links.',
  },
  'organisation.unprintable': {
    id: 'Kop ini tidak dapat dicetak. Periksa lambang serta huruf yang tidak lazim.',
    en: 'This head cannot be printed. Check the emblem and any unusual characters.',
  },
  'selection.wrong_stage': {
    id: 'Seleksi tidak berada pada tahap untuk langkah ini.',
    en: 'The selection is not at the stage for this step.',
  },
  'selection.not_ready': {
    id: 'Tahap ini belum dapat ditinggalkan; lengkapi dahulu yang masih kurang.',
    en: 'This stage cannot be left yet; complete what is still missing first.',
  },
  'selection.case_taken': {
    id: 'Perkara ini sudah dikaitkan dengan seleksi.',
    en: 'This case already belongs to a selection.',
  },
  'selection.results_used': {
    id: 'Nilai ini sudah menjadi dasar hasil berikutnya sehingga tidak dapat diubah.',
    en: 'Later results rest on these scores, so they cannot be changed.',
  },
  'selection.correction_reason_missing': {
    id: 'Nilai atau pengangkatan ini sudah tercatat; tuliskan alasan perubahannya.',
    en: 'These scores or this appointment are on record already; write why they are changed.',
  },
  'selection.applicant_scored': {
    id: 'Peserta ini sudah pernah dinilai sehingga tidak dapat dihapus; nyatakan tidak memenuhi syarat dengan alasannya.',
    en: 'This participant has been scored and cannot be removed; find them not qualified, with the reason.',
  },
  'selection.post_has_applicants': {
    id: 'Jabatan ini sudah memiliki pelamar sehingga tidak dapat dihapus atau diganti jenjangnya.',
    en: 'This post has applicants, so it can neither be removed nor change its level.',
  },
  'selection.table_faulty': {
    id: 'Tabel hasil masih memuat kesalahan; tidak ada nilai yang disimpan.',
    en: 'The result table still has errors; no score was saved.',
  },
  'selection.table_unreadable': {
    id: 'Berkas ini tidak dapat dibaca sebagai tabel XLSX atau CSV.',
    en: 'This file cannot be read as an XLSX or CSV table.',
  },
  'selection.tie_reason_missing': {
    id: 'Ada nilai yang sama; tuliskan alasan panitia atas urutannya.',
    en: 'Some scores are equal; write the reason of the panel for their order.',
  },
  'selection.not_three': {
    id: 'Belum ada tiga peserta dengan peringkat akhir untuk jabatan ini.',
    en: 'There are not yet three participants with a final rank for this post.',
  },
  'selection.not_one_of_three': {
    id: 'Yang diangkat harus salah satu dari tiga calon terbaik.',
    en: 'The appointed must be one of the three best.',
  },
  'clock.not_running': { id: 'Jangka waktu ini tidak sedang berjalan.', en: 'This clock is not running.' },
  'clock.already_paused': { id: 'Jangka waktu ini sudah dijeda.', en: 'This clock is paused already.' },
  'clock.not_paused': { id: 'Jangka waktu ini tidak sedang dijeda.', en: 'This clock is not paused.' },
  'clock.pause_not_allowed': {
    id: 'Jangka waktu ini tidak dapat dijeda dengan alasan tersebut.',
    en: 'This clock cannot be paused for that reason.',
  },
  'clock.already_late': {
    id: 'Batas waktunya sudah lewat; jangka waktu tidak dapat lagi dijeda atau diperpanjang.',
    en: 'The due date has passed; the clock can no longer be paused or extended.',
  },
  'clock.extension_not_allowed': { id: 'Jangka waktu ini tidak dapat diperpanjang.', en: 'This clock cannot be extended.' },
  'clock.extension_cap': {
    id: 'Perpanjangan melebihi batas yang diperbolehkan untuk jangka waktu ini.',
    en: 'The extension goes beyond what is allowed for this clock.',
  },
  'clock.limit_not_open': {
    id: 'Batas waktu ini sudah ditetapkan oleh standar pelayanan.',
    en: 'The standard has already set this limit.',
  },
  'clock.not_excusable': {
    id: 'Standar pelayanan tidak mengecualikan keterlambatan pada jangka waktu ini.',
    en: 'The standard excuses no lateness of this clock.',
  },
  'clock.already_excused': { id: 'Alasan pengecualian sudah dicatat.', en: 'A reason that excuses it has been recorded already.' },
  'clock.request_open': {
    id: 'Masih ada permintaan serupa yang menunggu persetujuan.',
    en: 'A request like this is still waiting for consent.',
  },
  'clock.request_answered': { id: 'Permintaan ini sudah dijawab atau ditarik.', en: 'This request has been answered or withdrawn.' },
  'clock.no_approver': {
    id: 'Tidak ada pejabat lain yang dapat memberi persetujuan saat ini.',
    en: 'Nobody else can give consent at present.',
  },
  'case.same_classification': { id: 'Perkara sudah diklasifikasikan demikian.', en: 'The case is classified so already.' },
  'reporter.not_protectable': {
    id: 'Layanan atau kanal ini tidak menyediakan perlindungan identitas yang dipilih.',
    en: 'This service or channel does not offer the protection you chose.',
  },
  'reporter.already_protected': { id: 'Identitas pelapor sudah dirahasiakan.', en: 'The reporter’s identity is protected already.' },
  'reporter.not_sealed': { id: 'Perkara ini tidak menyimpan identitas yang dirahasiakan.', en: 'This case holds no sealed identity.' },
  'reporter.named_in_text': {
    id: 'Identitas pelapor masih disebut dalam perihal, ringkasan, catatan, surat, atau nama berkas. Hapus dahulu, lalu coba lagi.',
    en: 'The reporter is still named in the subject, summary, a note, a letter or a file name. Remove that first, then try again.',
  },
  'reporter.no_address': {
    id: 'Pelapor tidak meninggalkan alamat surel. Pilih cara pengiriman lain.',
    en: 'The reporter left no e-mail address. Choose another way of delivery.',
  },
  'reporter.guard_blocked': {
    id: 'Tulisan Anda sudah tiga kali ditahan dalam 24 jam. Pada perkara yang pelapornya dirahasiakan, tindakan ini kini tertutup bagi Anda sampai 24 jam berlalu. Mintalah bantuan rekan atau kustodian.',
    en: 'Your texts were held back three times within 24 hours. In cases with a sealed reporter this is now closed to you until 24 hours have passed. Ask a colleague or a custodian.',
  },
  'letter.reveals_reporter': {
    id: 'Surat atau pengiriman ini memuat sesuatu yang dirahasiakan, sehingga ditahan. Percobaan ini dicatat dan diberitahukan kepada kustodian. Sebut pelapor dengan nama samarannya; surat yang sudah disetujui dikembalikan dahulu kepada konseptor.',
    en: 'This letter or delivery contains something that is protected, and is held back. The attempt is on record and the custodians know of it. Call the reporter by the pseudonym; a letter that was approved goes back to its drafter first.',
  },
  'release.no_custodian': {
    id: 'Tidak ada kustodian identitas yang bebas dari perkara ini. Tanpa kustodian, identitas tidak dapat dibuka.',
    en: 'No identity custodian stands free of this case. Without a custodian there is no release.',
  },
  'release.already_asked': {
    id: 'Anda sudah mengajukan permintaan untuk perkara ini, atau izin Anda masih berlaku.',
    en: 'You have asked for this case already, or your release is still open.',
  },
  'release.wrong_status': { id: 'Permintaan ini sudah diputuskan atau diakhiri.', en: 'This request has been decided or ended.' },
  'release.expired': { id: 'Waktu izin telah habis.', en: 'The time of this release has run out.' },
  'release.hours': {
    id: 'Lama izin antara 1 dan 8 jam, dan tidak melebihi yang diminta.',
    en: 'A release lasts 1 to 8 hours, and no longer than was asked for.',
  },
  'relation.exists': { id: 'Hubungan ini sudah dinyatakan.', en: 'This relation has been declared already.' },
  'visit.wrong_state': { id: 'Kunjungan ini sudah tidak pada tahap tersebut.', en: 'The visit is no longer at that step.' },
  'visit.identity_not_shown': {
    id: 'Kartu identitas tamu harus ditunjukkan dan dicatat jenisnya.',
    en: 'The visitor must show an identity card; note its kind.',
  },
  'visit.category_missing': {
    id: 'Tentukan dahulu kategori layanan mediasi dan perlindungan.',
    en: 'Choose the category of mediation and protection first.',
  },
  'visit.category_outside': {
    id: 'Permohonan di luar kategori layanan dijawab dengan surat penolakan, bukan konsultasi.',
    en: 'A request outside the service is answered by a letter of refusal, not by a consultation.',
  },
  'visit.category_fits': {
    id: 'Kategori layanan sesuai, sehingga permohonan tidak dapat ditolak. Usulkan waktu lain bila unit sedang sibuk.',
    en: 'The category fits, so the request cannot be refused. Propose another time when the unit is busy.',
  },
  'visit.no_officer': { id: 'Tugaskan dahulu petugas dari unit kerja ini.', en: 'Assign an officer of the unit first.' },
  'visit.activity_reason_missing': {
    id: 'Waktu layanan terlampaui. Catat kegiatan unit yang sedang berlangsung sebagai alasannya.',
    en: 'The promised time has passed. Record the running activity of the unit as the reason.',
  },
  'visit.incomplete': {
    id: 'Persyaratan wajib tamu ini belum lengkap, sehingga belum dapat diterima. Mintalah front office mencatat kelengkapannya, usulkan waktu lain, atau sampaikan alasan penolakan.',
    en: 'A mandatory requirement of this visitor is missing, so they cannot be received yet. Have the front office take it in, propose another time, or decline with a reason.',
  },
  'visit.under_way': { id: 'Masih ada kunjungan berjalan untuk perkara ini.', en: 'A visit of this case is still under way.' },
  'booking.wrong_state': { id: 'Jadwal ini sudah tidak berlaku.', en: 'This booking is no longer in force.' },
  'display.unknown_code': {
    id: 'Tidak ada layar yang menampilkan kode ini. Kode berlaku sepuluh menit; lihat kode terbaru di layar.',
    en: 'No screen shows this code. A code is good for ten minutes; look for the newest one on the screen.',
  },
  'display.revoked': { id: 'Layar ini sudah diputus.', en: 'This screen has been cut off already.' },
  'booking.length': { id: 'Pertemuan berlangsung 15 menit sampai 3 jam.', en: 'A meeting lasts 15 minutes to 3 hours.' },
  'booking.in_past': { id: 'Waktu pertemuan sudah lewat.', en: 'That time has passed.' },
  'booking.span': {
    id: 'Jadwal dilihat paling banyak tujuh hari sekaligus.',
    en: 'The schedule is shown for at most seven days at a time.',
  },
  'booking.too_far': { id: 'Pertemuan dijadwalkan paling jauh 90 hari ke depan.', en: 'Meetings are booked at most 90 days ahead.' },
  'booking.closed_day': { id: 'Pada hari itu tidak ada layanan.', en: 'There is no service on that day.' },
  'booking.outside_hours': {
    id: 'Waktu itu di luar jam layanan atau melewati jam istirahat.',
    en: 'That time is outside the service hours or runs across the break.',
  },
  'booking.officer_taken': {
    id: 'Petugas sudah mempunyai pertemuan lain pada waktu itu.',
    en: 'The officer has another meeting at that time.',
  },
  'booking.room_taken': { id: 'Ruang sudah dipakai pada waktu itu.', en: 'The room is taken at that time.' },
  'booking.exists': {
    id: 'Perkara ini sudah mempunyai jadwal. Ubah jadwal itu bila perlu.',
    en: 'This case has a meeting booked already. Move that one if need be.',
  },
  'booking.not_yet': { id: 'Waktu pertemuan belum tiba.', en: 'The time of the meeting has not come yet.' },
  'booking.place_missing': {
    id: 'Pilih ruang atau isi tautan pertemuan, salah satu saja.',
    en: 'Choose a room or give a meeting link, one of the two.',
  },
  'feedback.wrong_state': {
    id: 'Keadaan masukan ini tidak memungkinkan tindakan tersebut.',
    en: 'The feedback is not in a state for this.',
  },
  'feedback.channel_not_printed': {
    id: 'Alamat itu tidak tercantum dalam standar pelayanan ini.',
    en: 'The standard of this service does not print that address.',
  },
  'feedback.contact_incomplete': {
    id: 'Isi nama, jenis kontak, dan kontaknya, atau kosongkan semuanya.',
    en: 'Give a name, the kind of contact and the contact, or none of them.',
  },
  'feedback.way_impossible': {
    id: 'Penyampai masukan tidak dapat dijawab dengan cara itu.',
    en: 'The writer cannot be answered in that way.',
  },
  'feedback.unit_cannot_answer': {
    id: 'Pada unit atau jabatan itu tidak ada pejabat yang dapat menjawab.',
    en: 'Nobody in that unit or post can answer.',
  },
  'clock.calendar_missing': {
    id: 'Kalender kerja untuk tahun tersebut belum ditetapkan.',
    en: 'The working calendar of that year has not been decreed.',
  },
}

/** The sentence for a refusal in the language of the moment. */
export const problemText = (code: ProblemCode): string => say(PROBLEM_TEXT[code])
