/** What every list calls an attachment that shows who a sealed reporter is; its own name is sealed with it, and so is its kind. */
export const SEALED_FILE_NAME = 'Dokumen identitas (disegel)'
export const SEALED_FILE_MEDIA_TYPE = 'application/octet-stream'

/** Minutes in which a copy of a sealed attachment may be fetched after a look was written down. */
export const LOOK_MINUTES = 2
