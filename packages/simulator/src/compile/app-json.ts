import { posix } from 'node:path'
import type { Project } from './project'

/** The parts of app.json this simulator reads. Anything else is passed through untouched. */
export interface AppJson {
  pages?: string[]
  entryPagePath?: string
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  usingComponents?: Record<string, string>
  tabBar?: { custom?: boolean; list: { pagePath: string; iconPath?: string; selectedIconPath?: string }[] }
  darkmode?: boolean
  themeLocation?: string
  [key: string]: unknown
}

export interface AppDescription {
  app: AppJson
  /** Every page of the main package and of the subpackages, in the order WeChat lists them. */
  pages: string[]
  theme: { light?: Record<string, string>; dark?: Record<string, string> }
}

/** Reads app.json and checks what WeChat's own tools would refuse to upload. */
export function readApp(project: Project): AppDescription {
  if (!project.has('app.json'))
    throw new Error(`There is no app.json in ${project.root}. Build the Mini Program first.`)
  const app: AppJson = project.json<AppJson>('app.json')
  const packages = app.subPackages ?? app.subpackages ?? []
  const main = app.pages ?? []
  const pages = [...main, ...packages.flatMap((pack) => pack.pages.map((page) => posix.join(pack.root, page)))]
  if (pages.length === 0) throw new Error('app.json: "pages" is empty')
  for (const page of pages) {
    if (!project.has(`${page}.wxml`)) project.warn(`app.json: page "${page}" has no ${page}.wxml`)
  }
  checkTabBar(app, main, project)
  const theme = app.themeLocation ? project.json<AppDescription['theme']>(app.themeLocation) : {}
  return { app, pages, theme }
}

function checkTabBar(app: AppJson, main: string[], project: Project) {
  const list = app.tabBar?.list
  if (!list) return
  if (list.length < 2 || list.length > 5) project.warn('app.json: tabBar.list takes 2 to 5 items')
  for (const tab of list) {
    if (!main.includes(tab.pagePath)) project.warn(`app.json: tab "${tab.pagePath}" must be a page of the main package`)
    for (const icon of [tab.iconPath, tab.selectedIconPath]) {
      if (icon && !icon.startsWith('@') && !project.has(icon)) project.warn(`app.json: tab icon ${icon} is missing`)
    }
  }
}
