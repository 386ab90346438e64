/** The largest file a case takes, in bytes: 50 MiB. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024

/** How much one person may have sent without attaching it to anything: it is swept after a day. */
export const MAX_WAITING_FILES = 200
/** The same in bytes: 2 GiB. */
export const MAX_WAITING_BYTES = 2 * 1024 * 1024 * 1024

/** The longest name a file keeps, in UTF-16 units. */
export const MAX_FILE_NAME = 255

/**
 * What may be attached, by media type, with the endings such a file may carry; the first is the usual one. Everything else is refused: pages and
 * drawings that can run scripts (HTML, SVG, XML), programs, and archives, because nobody can see what is in them.
 */
export const ACCEPTED_MEDIA: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/tiff': ['tif', 'tiff'],
  'image/heic': ['heic', 'heif'],
  'video/mp4': ['mp4'],
  'audio/mpeg': ['mp3'],
  'audio/x-m4a': ['m4a'],
  'audio/wav': ['wav'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'text/plain': ['txt'],
  'text/csv': ['csv'],
}

/** The endings a file may come with, without the dot. */
export const ACCEPTED_ENDINGS: readonly string[] = Object.values(ACCEPTED_MEDIA).flat()

/** Lower case, without the dot; empty when the name has none. */
export const endingOf = (name: string): string => /\.([^.\s/\\]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** Whether a file of this name is worth sending: the bytes decide in the end. */
export const isAcceptedName = (name: string): boolean => ACCEPTED_ENDINGS.includes(endingOf(name))

/** What a browser can show inside the console, and cannot run. */
export const isShown = (mediaType: string): boolean => ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'].includes(mediaType)
