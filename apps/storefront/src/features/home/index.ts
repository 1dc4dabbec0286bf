export { Block } from './blocks'
export { HomeSearch, HomeTitle } from './home-header/HomeHeader'
export { HomeSkeleton } from './home-skeleton/HomeSkeleton'
export { useHome } from './use-home'
