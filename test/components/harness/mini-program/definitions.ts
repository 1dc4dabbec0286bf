type Definition = Record<string, unknown>

const TYPES: Record<string, unknown> = { String, Number, Boolean, Object, Array }

/**
 * `Page({…})` for a simulator that only knows components: functions become methods, everything else belongs to the instance.
 */
export function componentOfPage(page: Definition): Definition {
  const methods: Definition = {}
  const own: Definition = {}
  for (const [name, value] of Object.entries(page)) {
    if (typeof value === 'function') methods[name] = value
    else if (!['data', 'behaviors', 'options'].includes(name)) own[name] = value
  }
  return {
    data: copied(page.data ?? {}),
    methods,
    options: { classPrefix: '' },
    created(this: Definition) {
      Object.assign(this, own)
    },
  }
}

/**
 * `Component({…})` of Taro's recursive templates. It keeps the class names it was written with, and has its data and the
 * types of its properties out of this realm.
 */
export function componentOf({ properties = {}, ...definition }: Definition): Definition {
  const known = Object.entries(properties as Record<string, unknown>).map(([name, property]) => [name, typed(property)])
  const recursive = 'i' in (properties as object) && 'l' in (properties as object)
  // After a partial update the simulator hands CustomWrapper what it had before. Outside Taro's cache every update comes with the page.
  if (recursive) for (const hook of ['attached', 'detached']) delete definition[hook]
  return {
    ...definition,
    data: copied(definition.data ?? {}),
    properties: Object.fromEntries(known),
    options: { ...(definition.options as object), classPrefix: '' },
  }
}

function typed(property: unknown) {
  if (typeof property === 'function') return TYPES[property.name] ?? null
  if (typeof property !== 'object' || property === null) return null
  const { type, value, ...rest } = property as { type?: { name: string } | null; value?: unknown }
  return { ...rest, type: type ? TYPES[type.name] : null, value: copied(value) }
}

const copied = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))
