import type { CodegenConfig } from '@graphql-codegen/cli'
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset'

/** Typed documents for the console, and the list of stored documents the server accepts. */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: ['client/src/**/*.graphql'],
  ignoreNoDocuments: true,
  generates: {
    [process.env.CODEGEN_OUTPUT ?? 'client/src/generated/']: {
      preset: 'client',
      documentTransforms: [addTypenameSelectionDocumentTransform],
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { mode: 'embedHashInDocument', hashPropertyName: 'documentId', hashAlgorithm: 'sha256' },
      },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        importExtension: '.js',
        scalars: { DateTime: 'string', Date: 'string', Cursor: 'string', JSON: 'unknown', JSONObject: 'Record<string, unknown>' },
      },
    },
  },
}

export default config
