import postcss, { type AtRule, type Root, type Rule } from 'postcss'
import selectorParser from 'postcss-selector-parser'
import { takeColorScheme } from './color-scheme'
import type { Project } from './project'

/**
 * Turns one WXSS file, its imports included, into CSS for a page's iframe.
 *
 * - `rpx` becomes `vw` (750 rpx are the phone's width), `page` becomes `body`, `view` becomes `wx-view`;
 * - classes get the component's style scope as a prefix, `:host` finds the component by it;
 * - `env(safe-area-inset-*)` becomes a variable the phone sets;
 * - `prefers-color-scheme` becomes a class the phone sets, because its theme is not the browser's.
 */
export function compileWxss(project: Project, file: string, scope: string): string {
  const tree = withImports(project, file, [file])
  const rewriteSelector = selectorRewriter(scope)
  tree.walkRules((rule) => {
    if (!isKeyframe(rule)) rule.selector = rewriteSelector(rule.selector)
  })
  tree.walkAtRules('media', (media) => {
    media.params = lengths(media.params)
    takeColorScheme(media)
  })
  tree.walkDecls((declaration) => {
    declaration.value = lengths(declaration.value)
  })
  return tree.toString()
}

/** `rpx` and safe-area functions in a declaration's value; also used on inline styles by the runtime's own copy. */
export function lengths(value: string): string {
  return value
    .replace(/(-?\d*\.?\d+)rpx\b/gi, (_, count: string) => `${+((Number(count) * 100) / 750).toFixed(5)}vw`)
    .replace(/\b(?:env|constant)\(\s*(safe-area-inset-(?:top|right|bottom|left))\s*(?:,[^()]*)?\)/g, 'var(--$1)')
}

function withImports(project: Project, file: string, chain: string[]): Root {
  let tree: Root
  try {
    tree = postcss.parse(project.read(file), { from: file })
  } catch (error) {
    project.warn((error as Error).message)
    return postcss.root()
  }
  tree.walkAtRules('import', (rule) => {
    const target = project.near(file, rule.params.replace(/^url\(|\)$/g, '').replace(/["']/g, ''))
    if (project.has(target) && !chain.includes(target)) {
      rule.replaceWith(withImports(project, target, [...chain, target]).nodes)
    } else {
      project.warn(`${file}: cannot import ${rule.params}`)
      rule.remove()
    }
  })
  return tree
}

function selectorRewriter(scope: string) {
  const processor = selectorParser((selectors) => {
    selectors.walkTags((tag) => {
      tag.value = tag.value === 'page' ? 'body' : `wx-${tag.value}`
    })
    if (scope) {
      selectors.walkClasses((name) => {
        name.value = `${scope}--${name.value}`
      })
    }
    selectors.walkPseudos((pseudo) => {
      if (pseudo.value !== ':host') return
      pseudo.replaceWith(
        selectorParser.attribute({ attribute: 'wx-host', value: scope, operator: '=', quoteMark: '"', raws: {} }),
      )
    })
  })
  return (selector: string) => processor.processSync(selector)
}

function isKeyframe(rule: Rule): boolean {
  const parent = rule.parent
  return parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name)
}
