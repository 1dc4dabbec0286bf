import type * as glassEasel from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import type { AppPayload } from '../types'
import type { Modules } from './modules'

type Definition = Record<string, unknown> & { behaviors?: unknown[] }
type PrepareOptions = (...args: unknown[]) => [Record<string, unknown>, unknown]
// biome-ignore lint/suspicious/noExplicitAny: glass-easel's chained definition types describe literal definitions, not unknown ones.
type Registrar = any

/** Components and pages of the Mini Program, registered with glass-easel the first time each is needed. */
export class AppCode {
  readonly env = new MiniProgramEnv()
  readonly space = this.env.createCodeSpace('main', true)
  private readonly registered = new Set<string>()
  private current = ''

  constructor(
    private readonly payload: AppPayload,
    private readonly modules: Modules,
    templates: Record<string, unknown>,
  ) {
    this.writeIdsToDom()
    this.callReady()
    this.space.addStyleSheet('app', 'app')
    for (const [path, config] of Object.entries(payload.configs)) {
      this.space.addComponentStaticConfig(path, config as never)
      this.space.addStyleSheet(path, path, config.styleScope)
      const content = templates[path]
      if (!content) continue
      const template = { groupList: templates, content, fallbackListenerOnNativeNode: true }
      this.space.addCompiledTemplate(path, template as unknown as glassEasel.template.ComponentTemplate)
    }
  }

  /** `Page`, `Component` and `Behavior` as the Mini Program's scripts see them. */
  readonly globals = {
    Page: (definition: Definition) =>
      (this.space.component(this.current) as Registrar).pageDefinition(withoutBuiltIn(definition)).register(),
    Component: (definition: Definition) =>
      (this.space.component(this.current) as Registrar).definition(withoutBuiltIn(definition)).register(),
    Behavior: (definition: Definition) =>
      (this.space.behavior() as Registrar).definition(withoutBuiltIn(definition)).register(),
  }

  /** Runs a page's or component's script, after those of the components it uses. */
  register(path: string): void {
    if (this.registered.has(path)) return
    this.registered.add(path)
    const config = this.payload.configs[path]
    if (!config) return
    for (const target of Object.values(config.usingComponents)) this.register(target.slice(1))
    for (const generic of Object.values(config.componentGenerics ?? {})) {
      if (generic !== true && generic.default) this.register(generic.default.slice(1))
    }
    const previous = this.current
    this.current = path
    try {
      if (this.modules.has(`${path}.js`)) this.modules.load(`${path}.js`)
      else this.globals.Component({})
    } finally {
      this.current = previous
    }
  }

  /** Element ids reach the DOM unprefixed, for `#id` style rules and for whoever drives the page. The adapter has no setting for it. */
  private writeIdsToDom(): void {
    const space = this.space as unknown as { prepareComponentOptions: PrepareOptions }
    const prepare = space.prepareComponentOptions
    space.prepareComponentOptions = (...args) => {
      const [own, isolation] = prepare.apply(space, args)
      return [{ ...own, writeIdToDOM: true, idPrefixGenerator: null }, isolation]
    }
  }

  /** glass-easel leaves the `ready` lifetime to its host. */
  private callReady(): void {
    const behavior = this.space.getComponentSpace().defineBehavior({
      lifetimes: {
        attached(this: { _$?: glassEasel.GeneralComponent }) {
          const self = this._$ ?? (this as unknown as glassEasel.GeneralComponent)
          queueMicrotask(() => self.triggerLifetime('ready', []))
        },
      },
    } as never)
    this.space.setOverallBehavior(behavior as never)
  }
}

/** Behaviors named by string (`wx://form-field`, `wx://component-export`) are WeChat's own and have no code here. */
function withoutBuiltIn(definition: Definition): Definition {
  const { behaviors } = definition
  return behaviors
    ? { ...definition, behaviors: behaviors.filter((behavior) => typeof behavior !== 'string') }
    : definition
}
