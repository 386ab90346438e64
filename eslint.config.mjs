import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

const ROLES = 'PIMPINAN|POKJA|ASISTEN|SEKRETARIAT|FRONT_OFFICE|ADMIN|CUSTODIAN|AUDITOR'
const ROLE = `/^(${ROLES})$/`
/** A role as a word of its own in a query: `role = 'POKJA'`. */
const ROLE_IN_SQL = `/'(${ROLES})'/`
const sqlMessage = 'Pass the role as a parameter: which posts do what is named in libs/domain/src/access/posts.ts.'
const message = 'Ask the rules (can, refusalOf) instead: who may do what is decided in libs/domain/src/access.'

/** Rule 20: no decision by role outside libs/domain/src/access. */
const noRoleChecks = [
  { selector: `BinaryExpression[operator=/^[!=]==?$/] > Literal[value=${ROLE}]`, message },
  { selector: `SwitchCase > Literal[value=${ROLE}]`, message },
  { selector: "CallExpression[callee.property.name='includes'][callee.object.property.name=/^roles?$/]", message },
  { selector: "CallExpression[callee.property.name='includes'][callee.object.name=/^roles?$/]", message },
]

/** Rule 20 inside SQL, which is no less a decision for being a string. */
const noRolesInSql = [
  { selector: `TemplateElement[value.raw=${ROLE_IN_SQL}]`, message: sqlMessage },
  { selector: `Literal[value=${ROLE_IN_SQL}]`, message: sqlMessage },
]

/** A page that asks in its own way can lose the answer to a mutation under way (see client/src/app/askServer.ts). */
const noOwnFetching = [
  {
    selector: "Property[key.name='requestPolicy']",
    message: 'Fetch through useLiveList, useLiveOne, useLiveAnswer or askServer.',
  },
  {
    selector: "CallExpression[callee.name='useQuery']",
    message: 'Fetch through useLiveList, useLiveOne, useLiveAnswer or askServer.',
  },
]

const manners = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
  'no-restricted-syntax': ['error', ...noRoleChecks, ...noRolesInSql],
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-console': 'error',
}

const typed = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/no-unsafe-argument': 'error',
  '@typescript-eslint/no-unsafe-assignment': 'error',
  '@typescript-eslint/no-unsafe-call': 'error',
  '@typescript-eslint/no-unsafe-member-access': 'error',
  '@typescript-eslint/no-unsafe-return': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
}

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'client/dist/',
      'client/src/generated/',
      'client/*.d.ts',
      'node_modules/',
      'coverage/',
      '.tanggap/',
      'test-results/',
    ],
  },
  {
    files: ['server/**/*.ts', 'libs/**/*.ts', 'test/**/*.ts', 'codegen.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json', './test/browser/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: { ...manners, ...typed },
  },
  {
    files: ['client/**/*.ts'],
    extends: [tseslint.configs.recommended],
    rules: manners,
  },
  {
    files: ['client/**/*.vue'],
    extends: [tseslint.configs.recommended, vue.configs['flat/recommended']],
    languageOptions: { parserOptions: { parser: tseslint.parser, sourceType: 'module' } },
    rules: {
      ...manners,
      'no-undef': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/no-v-html': 'error',
    },
  },
  {
    files: ['client/src/**/*.ts', 'client/src/**/*.vue'],
    ignores: ['client/src/app/**'],
    rules: { 'no-restricted-syntax': ['error', ...noRoleChecks, ...noRolesInSql, ...noOwnFetching] },
  },
  {
    files: ['server/src/platform/migrations/**/*.ts', 'server/src/demo/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noRoleChecks] },
  },
  {
    files: ['libs/domain/src/access/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      'no-restricted-syntax': 'off',
    },
  },
  {
    files: ['scripts/**/*.mjs', '*.mjs', 'test/**/*.mjs'],
    rules: { 'no-unused-vars': 'error', eqeqeq: ['error', 'always', { null: 'ignore' }] },
  },
)
