// Loaded first into a limit: lets plain Node run this repository's TypeScript.
import { register } from 'node:module'

register('../../scripts/typescript-hooks.mjs', import.meta.url)
