/**
 * The posts a person (row `p`) holds on a day (parameter `day`, a Jakarta date), as the JSON of HeldPosition[]. A Plh. names the definitive
 * holder stood in for.
 */
export const heldPositionsSql = (day: string): string => `
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('id', post.id, 'title', post.title, 'role', post.role, 'unitId', post.unit_id, 'kind', held.kind,
      'onBehalfOf', (
        SELECT owner.name FROM position_holder definitive JOIN person owner ON owner.id = definitive.person_id
        WHERE held.kind = 'plh' AND definitive.position_id = held.position_id AND definitive.kind = 'definitive'
          AND definitive.since <= ${day}::date AND coalesce(definitive.until, 'infinity') >= ${day}::date
        LIMIT 1)
    ) ORDER BY post.rank, post.code)
    FROM position_holder held JOIN "position" post ON post.id = held.position_id AND post.closed_at IS NULL
    WHERE held.person_id = p.id AND held.since <= ${day}::date AND coalesce(held.until, 'infinity') >= ${day}::date
  ), '[]'::jsonb)`
