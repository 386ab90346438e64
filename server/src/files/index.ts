export { BlobStore, type Blob } from './blob-store.js'
export { FilesModule } from './files.module.js'
export { ReceiveFile } from './receive-file.js'
