import type { AppJson } from './app-json'
import type { ModuleCollector } from './modules'
import type { Project } from './project'
import type { TemplateCollector } from './templates'

/** The parts of a page's or component's JSON that refer to others; the rest is passed through. */
interface OwnConfig {
  usingComponents?: Record<string, string>
  componentGenerics?: Record<string, true | { default?: string }>
  styleIsolation?: string
}

/** A page's or component's JSON, with every reference resolved. */
export interface ComponentConfig extends OwnConfig {
  component: boolean
  usingComponents: Record<string, string>
  /** Class prefix of its WXSS; empty for pages and shared components. */
  styleScope: string
}

/** Walks pages and the components they use, and gives each its scripts, template and resolved configuration. */
export class ComponentCollector {
  readonly configs = new Map<string, ComponentConfig>()
  private scopes = 0

  constructor(
    private readonly project: Project,
    private readonly app: AppJson,
    private readonly modules: ModuleCollector,
    private readonly templates: TemplateCollector,
  ) {}

  add(path: string, isPage: boolean): void {
    if (this.configs.has(path)) return
    const own = this.project.json<OwnConfig>(`${path}.json`)
    const config: ComponentConfig = { ...own, component: !isPage, usingComponents: {}, styleScope: '' }
    this.configs.set(path, config)
    if (this.project.has(`${path}.wxml`)) this.templates.add(`${path}.wxml`)
    if (this.project.has(`${path}.js`)) this.modules.add(`${path}.js`)
    this.scopeStyles(path, config)
    this.resolveUsed(path, own, config)
    this.resolveGenerics(path, config)
  }

  private resolveUsed(path: string, own: OwnConfig, config: ComponentConfig): void {
    for (const [tag, ref] of Object.entries({ ...this.app.usingComponents, ...own.usingComponents })) {
      const from = own.usingComponents && tag in own.usingComponents ? `${path}.json` : 'app.json'
      const target = this.project.component(from, ref)
      if (!target) {
        this.project.warn(`${from}: cannot resolve component <${tag}> ${ref}`)
        continue
      }
      config.usingComponents[tag] = `/${target}`
      this.add(target, false)
    }
  }

  private resolveGenerics(path: string, config: ComponentConfig): void {
    for (const [name, generic] of Object.entries(config.componentGenerics ?? {})) {
      if (generic === true || !generic.default) continue
      const target = this.project.component(`${path}.json`, generic.default)
      if (!target) continue
      config.componentGenerics![name] = { default: `/${target}` }
      this.add(target, false)
    }
  }

  /** Style isolation may stand in the JSON or in `Component({ options })`; only the latter needs a look at the code. */
  private scopeStyles(path: string, config: ComponentConfig): void {
    if (!config.component) return
    if (!config.styleIsolation) {
      const code = this.modules.modules.get(`${path}.js`)?.code ?? ''
      const found = code.match(/styleIsolation\s*[:=]\s*["']([\w-]+)["']/)?.[1]
      if (found) config.styleIsolation = found
      else if (/addGlobalClass\s*:\s*(true|!0)/.test(code)) config.styleIsolation = 'apply-shared'
    }
    if (config.styleIsolation !== 'shared') config.styleScope = `s${this.scopes++}`
  }
}
