import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Global, Module } from '@nestjs/common'
import { CONSOLE_FOLDER, ConsoleFiles } from './console-files.js'
import { GraphqlEntrance } from './graphql-entrance.js'
import { PROJECT_ROOT } from './project-root.js'
import { readManifest, STORED_DOCUMENTS, storedDocuments, type StoredDocuments } from './stored-documents.js'

const MANIFEST = join(PROJECT_ROOT, 'client/src/generated/persisted-documents.json')

/** What the console build brings to the server: its files, and the documents it may ask. Without a build there are none. */
@Global()
@Module({
  providers: [
    ConsoleFiles,
    GraphqlEntrance,
    { provide: CONSOLE_FOLDER, useValue: join(PROJECT_ROOT, 'client/dist') },
    {
      provide: STORED_DOCUMENTS,
      useFactory: (): StoredDocuments => (existsSync(MANIFEST) ? readManifest(MANIFEST) : storedDocuments({})),
    },
  ],
  exports: [ConsoleFiles, GraphqlEntrance, STORED_DOCUMENTS],
})
export class ConsoleModule {}
