import 'reflect-metadata'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DynamicModule, Type } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { AppModule } from './app.module.js'
import { readConfig } from './platform/config.js'
import { SCHEMA_OPTIONS } from './platform/graphql.module.js'
import { PROJECT_ROOT } from './platform/project-root.js'

const isClass = (value: unknown): value is Type => typeof value === 'function'

const isResolver = (provider: unknown): provider is Type =>
  isClass(provider) &&
  (Reflect.hasMetadata('graphql:resolver_type', provider) ||
    Object.values(methodsOf(provider)).some((method) => Reflect.hasMetadata('graphql:resolver_type', method)))

function methodsOf(type: Type): Record<string, object> {
  const prototype: unknown = type.prototype
  if (typeof prototype !== 'object' || prototype === null) return {}
  const names = Object.getOwnPropertyNames(prototype)
  const methods = names.map((name): [string, unknown] => [name, Object.getOwnPropertyDescriptor(prototype, name)?.value])
  return Object.fromEntries(methods.filter((entry): entry is [string, object] => typeof entry[1] === 'function'))
}

/** The resolver classes of a module and of all it imports, without making one of them. */
function resolversOf(module: Type | DynamicModule, seen = new Set<unknown>()): Type[] {
  if (seen.has(module)) return []
  seen.add(module)
  const dynamic: Partial<DynamicModule> = 'module' in module ? module : {}
  const type = 'module' in module ? module.module : module
  const declared = (key: string): unknown[] => (Reflect.getMetadata(key, type) as unknown[] | undefined) ?? []
  const providers = [...declared('providers'), ...(dynamic.providers ?? [])]
  const imports = [...declared('imports'), ...(dynamic.imports ?? [])]
  return [...new Set([...providers.filter(isResolver), ...imports.filter(isModule).flatMap((inner) => resolversOf(inner, seen))])]
}

const isModule = (value: unknown): value is Type | DynamicModule =>
  typeof value === 'function' || (typeof value === 'object' && value !== null && 'module' in value)

/** The schema as text, sorted, built from the classes alone: no database, no configuration of the operator. */
export async function schemaText(): Promise<string> {
  const config = readConfig({ TANGGAP_MODE: 'test', DATABASE_URL: 'postgres://nobody@localhost/nothing' }, { root: PROJECT_ROOT })
  const builder = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false })
  try {
    const schema = await builder.get(GraphQLSchemaFactory).create(resolversOf(AppModule.of(config)), [], SCHEMA_OPTIONS)
    return `${printSchema(lexicographicSortSchema(schema))}\n`
  } finally {
    await builder.close()
  }
}

if (process.argv[1]?.endsWith('emit-schema.js')) {
  writeFileSync(join(PROJECT_ROOT, 'schema.graphql'), await schemaText())
}
