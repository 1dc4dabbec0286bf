import type { merchantFilmRoutes } from '@xiaopu/contract'
import type { Handlers } from '../../http/calls'
import type { MerchantFilms } from './service'

export const merchantFilmHandlers = (films: MerchantFilms): Handlers<keyof typeof merchantFilmRoutes> => ({
  putProductFilm: ({ params, file }) => films.put(params.productId, file),
  removeProductFilm: ({ params }) => films.remove(params.productId),
})
