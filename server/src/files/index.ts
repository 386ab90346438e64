export { BlobStore, type Blob } from './blob-store.js'
