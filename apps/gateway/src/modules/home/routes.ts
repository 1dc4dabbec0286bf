import type { Handlers } from '../../http/calls'
import type { HomePage } from './service'

export const homeRoutes = (home: HomePage): Handlers<'getHome'> => ({ getHome: ({ locale }) => home.get(locale) })
