export { AuditModule } from './audit.module.js'
export { INVARIANTS } from './invariants/index.js'
export { lookAt, verify } from './verify.js'
