import { swcOptions } from './scripts/swc-options.mjs'

const base = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/client/dist/', '<rootDir>/.tanggap/'],
  moduleNameMapper: {
    '^@domain$': '<rootDir>/libs/domain/src/index.ts',
    '^@press$': '<rootDir>/libs/press/src/index.ts',
    '^@cluster$': '<rootDir>/libs/embedded-postgres/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': ['@swc/jest', swcOptions] },
  transformIgnorePatterns: ['/node_modules/'],
}

/** Projects that need PostgreSQL share one throwaway cluster: Jest runs equal setup files once. */
const withDatabase = {
  ...base,
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
}

/** @type {import('jest').Config} */
export default {
  testTimeout: 20_000,
  projects: [
    { ...base, displayName: 'libs', testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/client/src/**/*.spec.ts'] },
    { ...withDatabase, displayName: 'server', testMatch: ['<rootDir>/server/**/*.spec.ts'] },
    { ...withDatabase, displayName: 'stories', testMatch: ['<rootDir>/test/{stories,faults,bench}/**/*.spec.ts'] },
  ],
}
