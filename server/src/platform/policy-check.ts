import { Injectable, type OnApplicationBootstrap, type Type } from '@nestjs/common'
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core'
import { GraphQLSchemaHost, TypeMetadataStorage } from '@nestjs/graphql'
import { getNamedType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql'
import { POLICY, type Policy } from './policy.js'

const RESOLVER_TYPE = 'graphql:resolver_type'
const RESOLVER_NAME = 'graphql:resolver_name'
const ROOTS = ['Query', 'Mutation', 'Subscription']

interface Handler {
  /** `Query.case`, or `Case.letters` for a field resolver. */
  readonly field: string
  readonly where: string
  readonly policy: Policy | undefined
}

/** Stops the boot when a root field, field resolver, controller or object type says nothing about who may see it (rule 21). */
@Injectable()
export class PolicyCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly schemaHost: GraphQLSchemaHost,
  ) {}

  onApplicationBootstrap(): void {
    const handlers = this.handlers()
    const faults = [
      ...handlers.filter((handler) => !handler.policy).map((handler) => `${handler.field} (${handler.where})`),
      ...this.controllers(),
      ...unresolvedRoots(this.schemaHost.schema, handlers),
      ...typeFaults(this.schemaHost.schema, handlers),
    ]
    if (faults.length > 0) throw new Error(`These have no policy (see platform/policy.ts):\n  ${faults.sort().join('\n  ')}`)
  }

  private handlers(): Handler[] {
    return this.discovery.getProviders().flatMap(({ metatype, instance }) => {
      if (!metatype || !isObject(instance)) return []
      const prototype: unknown = Object.getPrototypeOf(instance)
      if (!isObject(prototype)) return []
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => this.handler(metatype as Type, prototype, name))
    })
  }

  private handler(owner: Type, prototype: object, name: string): Handler[] {
    const method: unknown = Reflect.get(prototype, name)
    if (typeof method !== 'function') return []
    const type: unknown = Reflect.getMetadata(RESOLVER_TYPE, method)
    const property = Reflect.getMetadata('graphql:resolve_property', method) === true
    if (typeof type !== 'string' && !property) return []
    const given: unknown = Reflect.getMetadata(RESOLVER_NAME, method)
    const field = typeof given === 'string' ? given : name
    const parent = typeof type === 'string' ? type : owner.name
    return [
      {
        field: `${parent}.${field}`,
        where: `${owner.name}.${name}`,
        policy: this.reflector.getAllAndOverride<Policy | undefined>(POLICY, [method, owner]),
      },
    ]
  }

  private controllers(): string[] {
    return this.discovery.getControllers().flatMap(({ metatype, instance }) => {
      if (!metatype || !isObject(instance)) return []
      const prototype = Object.getPrototypeOf(instance) as object
      return this.scanner
        .getAllMethodNames(prototype)
        .map((name): unknown => Reflect.get(prototype, name))
        .filter((method): method is Type => typeof method === 'function' && Reflect.getMetadata('path', method) !== undefined)
        .filter((method) => !this.reflector.getAllAndOverride<Policy | undefined>(POLICY, [method, metatype as Type]))
        .map((method) => `${metatype.name}.${method.name}`)
    })
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Root fields of the schema that no discovered method stands behind: nothing can have guarded them. */
function unresolvedRoots(schema: GraphQLSchema, handlers: readonly Handler[]): string[] {
  const known = new Set(handlers.map((handler) => handler.field))
  return roots(schema)
    .flatMap((root) => Object.keys(root.getFields()).map((field) => `${root.name}.${field}`))
    .filter((field) => !known.has(field))
}

/** Object types without a policy; and types that a public field leads to although they are not public themselves. */
function typeFaults(schema: GraphQLSchema, handlers: readonly Handler[]): string[] {
  const policies = new Map(
    TypeMetadataStorage.getObjectTypesMetadata().map((type) => [type.name, Reflect.getMetadata(POLICY, type.target) as Policy | undefined]),
  )
  const types = Object.values(schema.getTypeMap()).filter(isObjectType)
  const silent = types.filter((type) => !type.name.startsWith('__') && !ROOTS.includes(type.name) && !policies.get(type.name))
  const open = handlers.filter((handler) => handler.policy?.kind === 'public').map((handler) => handler.field)
  const leaking = roots(schema).flatMap((root) =>
    Object.values(root.getFields()).flatMap((field) => {
      const type = getNamedType(field.type)
      const leaks = open.includes(`${root.name}.${field.name}`) && isObjectType(type) && policies.get(type.name)?.kind !== 'public'
      return leaks ? [`${root.name}.${field.name} is public but leads to ${type.name}`] : []
    }),
  )
  return [...silent.map((type) => `type ${type.name}`), ...leaking]
}

const roots = (schema: GraphQLSchema): GraphQLObjectType[] =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((type) => type != null)
