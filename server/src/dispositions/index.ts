export { AnswerDisposition } from './answer-disposition.js'
export { DisposeCase } from './dispose-case.js'
export { DispositionsModule } from './dispositions.module.js'
export { HandOverCase } from './hand-over-case.js'
