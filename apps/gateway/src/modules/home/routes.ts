import type { merchantHomeRoutes } from '@xiaopu/contract'
import type { Handlers } from '../../http/calls'
import type { HomeDesk } from './desk'
import type { HomePage } from './service'

export const homeRoutes = (
  home: HomePage,
  desk: HomeDesk,
): Handlers<'getHome' | 'getHomePreview' | keyof typeof merchantHomeRoutes> => ({
  getHome: ({ locale }) => home.get(locale),
  getHomePreview: ({ query, locale }) => home.preview(query.token, locale),
  getHomeWorkbench: () => desk.workbench(),
  saveHomeDraft: ({ body, staff }) => desk.save(body, staff),
  checkHomeDocument: ({ body }) => desk.check(body.document),
  publishHome: ({ body, staff }) => desk.publish(body, staff),
  listHomeVersions: ({ query }) => desk.versions(query),
  getHomeVersion: ({ params }) => desk.version(params.number),
  restoreHomeVersion: ({ params, body, staff }) => desk.restore(params.number, body.basedOn, staff),
  withdrawHomeVersion: ({ params }) => desk.withdraw(params.number),
  previewHome: ({ body }) => desk.preview(body.version),
})
