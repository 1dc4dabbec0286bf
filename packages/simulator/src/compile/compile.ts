import { type AppJson, readApp } from './app-json'
import { ComponentCollector } from './components'
import { ModuleCollector } from './modules'
import { Project } from './project'
import { TemplateCollector } from './templates'
import { compileWxss } from './wxss'

export interface Compiled {
  /** One browser script that calls `__xiaopuApp(payload)`. */
  script: string
  /** Changes exactly when a source file that was used has. */
  hash: string
  app: AppJson
  pages: string[]
  /** What WeChat's tools would warn about: missing files, WXML mistakes, components not found. */
  warnings: string[]
}

/** Compiles a Mini Program folder (app.json, JS, WXML, WXSS, WXS, JSON) into one browser script. Throws when app.json is unusable. */
export function compileMiniProgram(root: string): Compiled {
  const project = new Project(root)
  const { app, pages, theme } = readApp(project)
  const modules = new ModuleCollector(project)
  const templates = new TemplateCollector(project)
  const components = new ComponentCollector(project, app, modules, templates)
  modules.add('app.js')
  for (const page of pages) components.add(page, true)
  if (app.tabBar?.custom && project.component('app.json', 'custom-tab-bar/index')) {
    components.add('custom-tab-bar/index', false)
  }
  const css: Record<string, string> = { app: project.has('app.wxss') ? compileWxss(project, 'app.wxss', '') : '' }
  for (const [path, config] of components.configs) {
    css[path] = project.has(`${path}.wxss`) ? compileWxss(project, `${path}.wxss`, config.styleScope) : ''
  }
  const data = { app, pages, theme, css, configs: Object.fromEntries(components.configs), warnings: project.warnings }
  const script = `__xiaopuApp(${inScript(data)},${templates.toScript()},\n${modules.toScript()})`
  return { script, hash: project.hash(), app, pages, warnings: project.warnings }
}

function inScript(value: unknown): string {
  return JSON.stringify(value)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
}
