import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { BlobStore } from './blob-store.js'
import { CaseFilesResolver } from './case-files.resolver.js'
import { FileChanges } from './file-changes.js'
import { CaseFile } from './file.entity.js'
import { FilesController } from './files.controller.js'
import { InspectFile } from './inspect-file.js'
import { Quarantine } from './quarantine.js'
import { ReceiveFile } from './receive-file.js'
import { SealBytes } from './seal-bytes.js'
import { SweepFiles } from './sweep-files.js'
import { UploadsController } from './uploads.controller.js'
import { Uploads } from './uploads.js'

@Module({
  imports: [TypeOrmModule.forFeature([CaseFile])],
  controllers: [FilesController, UploadsController],
  providers: [BlobStore, Quarantine, ReceiveFile, InspectFile, SweepFiles, SealBytes, Uploads, CaseFilesResolver, FileChanges],
  exports: [BlobStore, ReceiveFile],
})
export class FilesModule {}
