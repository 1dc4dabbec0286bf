const CSS_URL = /url\(\s*(["']?)(https?:[^"')]+)\1\s*\)/g

/**
 * The address a browser loads in place of the one the Mini Program wrote. Remote origins go through the simulator's server,
 * which knows where each is; local paths are files of the package.
 *
 * @param from path of the page or component that wrote it; relative paths start there
 */
export function resolveUrl(url: string, from: string): string {
  if (/^(data|blob):/.test(url) || url === '') return url
  if (url.startsWith('//')) return resolveUrl(`https:${url}`, from)
  if (/^https?:/.test(url)) {
    const { origin, pathname, search } = new URL(url)
    return origin === location.origin ? url : `/~net/${encodeURIComponent(origin)}${pathname}${search}`
  }
  const { pathname, search } = new URL(url, `http://package/${from}`)
  return `/~app${pathname}${search}`
}

/** CSS text whose remote `url()`s are loaded through the simulator's server. */
export function resolveCssUrls(css: string): string {
  return css.replace(CSS_URL, (_, quote: string, url: string) => `url(${quote}${resolveUrl(url, '')}${quote})`)
}

/** An inline style as WeChat reads it: rpx, safe areas and remote pictures. */
export function inlineStyle(style: string): string {
  return resolveCssUrls(style)
    .replace(/(-?\d*\.?\d+)rpx\b/gi, (_, count: string) => `${+((Number(count) * 100) / 750).toFixed(5)}vw`)
    .replace(/\b(?:env|constant)\(\s*(safe-area-inset-(?:top|right|bottom|left))\s*(?:,[^()]*)?\)/g, 'var(--$1)')
}
