import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm'

/** `handlerPositionIds` to `handler_position_ids`. */
export const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()

/** Tables and columns in snake_case, properties in camelCase. */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, given?: string): string {
    return given ?? snake(className)
  }

  override columnName(property: string, given: string | undefined, prefixes: string[]): string {
    return snake([...prefixes, given ?? property].join('_'))
  }

  override joinColumnName(relation: string, referenced: string): string {
    return snake(`${relation}_${referenced}`)
  }
}
