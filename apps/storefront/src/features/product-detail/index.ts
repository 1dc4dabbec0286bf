/** Only the goods subpackage imports this: what the product page is made of stays out of the main package. */
export { BuyBar } from './buy-bar/BuyBar'
export { Gallery } from './gallery/Gallery'
export { ProductBar } from './product-bar/ProductBar'
export { ProductFacts } from './product-facts/ProductFacts'
export { deliveryCost, shippingPromise } from './product-words'
export { Story } from './story/Story'
export { useBuying } from './use-buying'
export { useSolidBar } from './use-solid-bar'
