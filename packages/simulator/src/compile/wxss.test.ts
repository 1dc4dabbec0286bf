import { temporaryProject } from '../testing/temporary-project'
import { Project } from './project'
import { compileWxss } from './wxss'

/** The CSS of one sheet, white space squeezed. */
function css(files: Record<string, string>, scope = ''): { css: string; warnings: string[] } {
  const folder = temporaryProject(files)
  try {
    const project = new Project(folder.root)
    const text = compileWxss(project, 'a.wxss', scope).replace(/\s+/g, ' ').trim()
    return { css: text, warnings: project.warnings }
  } finally {
    folder.remove()
  }
}
const one = (wxss: string, scope = '') => css({ 'a.wxss': wxss }, scope).css

describe('WXSS', () => {
  it.each([
    ['.a{width:750rpx}', '.a{width:100vw}'],
    ['.a{margin:-15rpx .5rpx 0}', '.a{margin:-2vw 0.06667vw 0}'],
    ['.a{width:calc(100% - 75RPX)}', '.a{width:calc(100% - 10vw)}'],
    ['@media (min-width:75rpx){.a{top:0}}', '@media (min-width:10vw){.a{top:0}}'],
  ])('measures in the width of the phone: %s', (wxss, expected) => expect(one(wxss)).toBe(expected))

  it.each([
    ['page{color:red}', 'body{color:red}'],
    ['view>text.b{top:0}', 'wx-view>wx-text.b{top:0}'],
    ['scroll-view::after{top:0}', 'wx-scroll-view::after{top:0}'],
  ])('knows tags: %s', (wxss, expected) => expect(one(wxss)).toBe(expected))

  it('keeps the steps of an animation as they are', () => {
    const text = '@keyframes k{from{top:0}50%{top:1px}to{top:2px}}'
    expect(one(text, 's1')).toBe(text)
  })

  it('gives the classes of a component its own prefix, and :host the component', () => {
    expect(one('.a.b .c{top:0}', 's3')).toBe('.s3--a.s3--b .s3--c{top:0}')
    expect(one(':host{display:flex}', 's3')).toBe('[wx-host=s3]{display:flex}')
  })

  it.each([
    ['env(safe-area-inset-bottom)', 'var(--safe-area-inset-bottom)'],
    ['constant(safe-area-inset-top)', 'var(--safe-area-inset-top)'],
    ['calc(12px + env(safe-area-inset-bottom, 0px))', 'calc(12px + var(--safe-area-inset-bottom))'],
  ])('takes the safe area from the phone: %s', (value, expected) =>
    expect(one(`.a{padding-bottom:${value}}`)).toBe(`.a{padding-bottom:${expected}}`),
  )

  describe('takes the theme from the phone', () => {
    it.each([
      [
        '@media (prefers-color-scheme:dark){page{top:0}.a,.b{top:0}}',
        ':where(.theme-dark) body{top:0}:where(.theme-dark) .a,:where(.theme-dark) .b{top:0}',
      ],
      ['@media screen and (prefers-color-scheme: light){.a{top:0}}', ':where(.theme-light) .a{top:0}'],
    ])('%s', (wxss, expected) => expect(one(wxss).replace(/, /g, ',')).toBe(expected))

    it('and keeps the other conditions', () => {
      expect(one('@media (prefers-color-scheme: dark) and (min-width: 400px){.a{top:0}}')).toBe(
        '@media (min-width: 400px){:where(.theme-dark) .a{top:0}}',
      )
    })

    it('but leaves other questions to the browser', () => {
      const text = '@media (prefers-reduced-motion: reduce){.a{top:0}}'
      expect(one(text)).toBe(text)
    })
  })

  it('follows imports, once', () => {
    const { css: text, warnings } = css({
      'a.wxss': '@import "lib/b.wxss";.a{top:0}',
      'lib/b.wxss': '@import "../a.wxss";.b{top:75rpx}',
    })
    expect(text).toBe('.b{top:10vw}.a{top:0}')
    expect(warnings).toEqual(['lib/b.wxss: cannot import "../a.wxss"'])
  })

  it('says which file does not parse', () => {
    expect(css({ 'a.wxss': '.a{top:0' }).warnings[0]).toMatch(/a\.wxss.*Unclosed block/)
  })
})
