import { TmplGroup } from 'glass-easel-template-compiler'
import type { Project } from './project'

interface TemplateProblem {
  message: string
  startLine: number
}

/** Compiles WXML and WXS with glass-easel's own compiler, following `import`, `include` and `wxs`. */
export class TemplateCollector {
  private readonly group = new TmplGroup()
  private readonly seen = new Set<string>()

  constructor(private readonly project: Project) {
    // The runtime wraps WXS change and event listeners so that they get ComponentDescriptor objects.
    this.group.setExtraRuntimeScript('Q.A=wxsChange;Q.C=wxsEvent;')
  }

  add(file: string): void {
    if (this.seen.has(file)) return
    this.seen.add(file)
    if (file.endsWith('.wxs')) this.addWxs(file)
    else this.addWxml(file)
  }

  toScript(): string {
    return this.group.getTmplGenObjectGroups()
  }

  private addWxs(file: string): void {
    const code = namedConstructors(this.project.read(file))
    this.group.addScript(file.slice(0, -'.wxs'.length), code) // the name WXML uses
    this.group.addScript(file, code) // the name another WXS uses
    for (const [, ref] of code.matchAll(/require\(\s*["']([^"']+)["']\s*\)/g)) this.add(this.project.near(file, ref!))
  }

  private addWxml(file: string): void {
    const source = this.project
      .read(file)
      .replace(/(<wxs\b[^>]*>)([\s\S]*?)(?=<\/wxs>)/g, (_, tag: string, code: string) => tag + namedConstructors(code))
    const problems = this.group.addTmpl(file.slice(0, -'.wxml'.length), source) as TemplateProblem[]
    for (const problem of problems) this.project.warn(`${file}:${problem.startLine + 1}: ${problem.message}`)
    for (const [tag, name] of source.matchAll(/<(?:import|include|wxs)\b[^>]*?\bsrc\s*=\s*["']([^"']+)["']/g)) {
      const extension = tag.startsWith('<wxs') ? '.wxs' : '.wxml'
      const target = this.project.near(file, name!.endsWith(extension) ? name! : name + extension)
      if (this.project.has(target)) this.add(target)
      else this.project.warn(`${file}: ${name} is missing`)
    }
  }
}

/** In WXS `value.constructor` is the constructor's name, a string. */
function namedConstructors(code: string): string {
  return code.replace(/\.constructor\b/g, '.constructor.name')
}
