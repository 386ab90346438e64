import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { LeakGuard } from '../cases/index.js'
import { BlobStore } from '../files/index.js'
import { CommentLetter } from './comment-letter.js'
import { DraftLetter } from './draft-letter.js'
import { IssueLetter } from './issue-letter.js'
import { JudgeVoid } from './judge-void.js'
import { LetterChanges } from './letter-changes.js'
import { LetterPapersController } from './letter-papers.controller.js'
import { CaseLettersResolver, LetterPartsResolver, TaskLetterResolver } from './letter-parts.resolver.js'
import { LetterComment, LetterVersion, ReviewStep } from './letter-parts.entity.js'
import { Letter } from './letter.entity.js'
import { LettersResolver } from './letters.resolver.js'
import { NumberBookResolver } from './number-book.resolver.js'
import { RenderLetter } from './render-letter.js'
import { RequestVoid } from './request-void.js'
import { ReturnApproved } from './return-approved.js'
import { ReviewLetter } from './review-letter.js'
import { ReviewsResolver } from './reviews.resolver.js'
import { SaveLetter } from './save-letter.js'
import { SettleComment } from './settle-comment.js'
import { SubmitLetter } from './submit-letter.js'
import { VerificationController } from './verification.controller.js'
import { VoidRequest } from './void-request.entity.js'
import { VoidsResolver } from './voids.resolver.js'
import { WithdrawLetter } from './withdraw-letter.js'

const ACTS = [
  DraftLetter,
  SaveLetter,
  SubmitLetter,
  ReturnApproved,
  ReviewLetter,
  CommentLetter,
  WithdrawLetter,
  IssueLetter,
  RenderLetter,
  RequestVoid,
  JudgeVoid,
  SettleComment,
]

@Module({
  imports: [TypeOrmModule.forFeature([Letter, LetterVersion, ReviewStep, LetterComment, VoidRequest])],
  controllers: [LetterPapersController, VerificationController],
  providers: [
    ...ACTS,
    BlobStore,
    LeakGuard,
    LettersResolver,
    ReviewsResolver,
    VoidsResolver,
    LetterPartsResolver,
    CaseLettersResolver,
    TaskLetterResolver,
    NumberBookResolver,
    LetterChanges,
  ],
  exports: ACTS,
})
export class LettersModule {}
