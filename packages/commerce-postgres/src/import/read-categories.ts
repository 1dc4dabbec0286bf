import type { LocalText } from '../tables'
import type { Cells } from './cells'
import { digest, slugOf } from './ids'

export interface CategoryInFile {
  id: string
  parentId: string | null
  name: LocalText
  line: number
}

const LONGEST_PATH = 81
const DEEPEST = 2

/**
 * The categories a product row names (`家居/座椅|新品`), added to the tree; the ids of those the product is in.
 * A category is known by its English path, or its Chinese one where there is no English.
 */
export function readCategories(cells: Cells, tree: Map<string, CategoryInFile>): string[] {
  const ids = cells.localTexts('categories', LONGEST_PATH).map((path) => addPath(path, cells, tree))
  return [...new Set(ids.filter((id) => id !== null))]
}

function addPath(path: LocalText, cells: Cells, tree: Map<string, CategoryInFile>): string | null {
  const english = steps(path.en)
  const chinese = steps(path['zh-CN'])
  if (english.length !== chinese.length) {
    cells.problem('categories:zh-CN', `"${path['zh-CN']}" and "${path.en}" are not equally deep.`)
    return null
  }
  if (english.length > DEEPEST) {
    cells.problem('categories', `"${path.en}" is deeper than ${DEEPEST} levels.`)
    return null
  }
  let parentId: string | null = null
  for (const [depth, step] of english.entries()) {
    const own: string = slugOf(step) || digest(step)
    const id: string = parentId === null ? own : `${parentId}.${own}`
    addCategory({ id, parentId, name: { 'zh-CN': chinese[depth]!, en: step }, line: cells.line }, cells, tree)
    parentId = id
  }
  return parentId
}

function addCategory(category: CategoryInFile, cells: Cells, tree: Map<string, CategoryInFile>): void {
  const known = tree.get(category.id)
  if (category.id.length > 64) cells.problem('categories', `"${category.name.en}" is too long a name.`)
  if (!known) tree.set(category.id, category)
  else if (known.name['zh-CN'] !== category.name['zh-CN']) {
    cells.problem(
      'categories:zh-CN',
      `${known.name.en} is called "${category.name['zh-CN']}" here and "${known.name['zh-CN']}" in line ${known.line}.`,
    )
  }
}

function steps(path: string): string[] {
  return path
    .split('/')
    .map((step) => step.trim())
    .filter((step) => step !== '')
}
