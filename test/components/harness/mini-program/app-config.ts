import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar?: { list: { pagePath: string }[] }
}

export interface AppConfig {
  /** Every page, as `goods/product/index`. */
  routes: string[]
  tabs: string[]
}

/** @param root the folder with app.json */
export function readAppConfig(root: string): AppConfig {
  const app = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as AppJson
  const inPackages = (app.subPackages ?? []).flatMap(({ root: folder, pages }) =>
    pages.map((page) => `${folder}/${page}`),
  )
  return { routes: [...app.pages, ...inPackages], tabs: app.tabBar?.list.map(({ pagePath }) => pagePath) ?? [] }
}
