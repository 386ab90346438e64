export { BlobStore, type Blob } from './blob-store.js'
export { FilesModule } from './files.module.js'
export { readFile } from './read-file.js'
export { ReceiveFile } from './receive-file.js'
