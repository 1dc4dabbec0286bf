import { textOf } from '../fixtures/catalogue'
import { addProductsToCart } from './cart/add-products'
import { cartView } from './cart/cart-view'
import * as edit from './cart/edit'
import { findCart, findCustomerCart } from './cart/find-cart'
import { attributesList } from './catalog/attributes'
import { categories, category } from './catalog/categories'
import { cmsBlocks, cmsPage, route } from './catalog/content'
import { createReview } from './catalog/create-review'
import { products } from './catalog/products'
import { ratingsMetadata } from './catalog/reviews'
import { availableStores, COUNTRIES, countryView, currencyView, storeConfigView } from './catalog/store'
import { setBillingAddressOnCart, setShippingAddressesOnCart } from './checkout/addresses'
import * as methods from './checkout/methods'
import { pickupLocations } from './checkout/pickup'
import { placeOrderMutation } from './checkout/place-order'
import * as accounts from './customer/accounts'
import * as addresses from './customer/addresses'
import * as compare from './customer/compare'
import { customerView } from './customer/customer-view'
import * as tokens from './customer/tokens'
import { addProductsToWishlist, removeProductsFromWishlist } from './customer/wishlist'
import { inputError, notAuthorized } from './errors'
import * as orders from './orders/orders'
import { loggedIn, type View, type Visit } from './visit'

/** biome-ignore lint/suspicious/noExplicitAny: each operation has the arguments its schema gives it. */
type Resolve = (visit: Visit, args: any) => unknown

const QUERIES: Record<string, Resolve> = {
  storeConfig: ({ magento, store }) => storeConfigView(magento, store),
  availableStores,
  currency: currencyView,
  country: ({ magento }, { id }: { id?: string }) => {
    if (!id) throw inputError('Country "id" value should be specified')
    const country = countryView(magento, id)
    if (!country) throw inputError("The country isn't available.")
    return country
  },
  countries: ({ magento }) => COUNTRIES.map((id) => countryView(magento, id)),
  categories,
  category,
  products,
  attributesList,
  productReviewRatingsMetadata: ratingsMetadata,
  cmsBlocks,
  cmsPage,
  route,
  checkoutAgreements: ({ magento, store }) =>
    (magento.catalogue.fixture.agreements ?? []).map(({ name, content, checkboxText }, index) => ({
      agreement_id: index + 1,
      name: textOf(name, store.code),
      content: textOf(content, store.code),
      checkbox_text: textOf(checkboxText, store.code),
      content_height: null,
      is_html: true,
      mode: 'MANUAL',
    })),
  pickupLocations,
  cart: (visit, { cart_id }: { cart_id: string }) => cartView(visit, findCart(visit, cart_id)),
  customerCart: (visit) => cartView(visit, findCustomerCart(visit)),
  customer: (visit) => customerView(visit, loggedIn(visit)),
  isEmailAvailable: accounts.isEmailAvailable,
  compareList: compare.compareList,
  guestOrderByToken: orders.guestOrderByToken,
}

const MUTATIONS: Record<string, Resolve> = {
  createGuestCart: edit.createGuestCart,
  addProductsToCart,
  updateCartItems: edit.updateCartItems,
  removeItemFromCart: edit.removeItemFromCart,
  clearCart: edit.clearCart,
  mergeCarts: edit.mergeCarts,
  applyCouponToCart: edit.applyCouponToCart,
  removeCouponFromCart: edit.removeCouponFromCart,
  setGuestEmailOnCart: edit.setGuestEmailOnCart,
  setShippingAddressesOnCart,
  setBillingAddressOnCart,
  setShippingMethodsOnCart: methods.setShippingMethodsOnCart,
  estimateShippingMethods: methods.estimateShippingMethods,
  estimateTotals: methods.estimateTotals,
  setPaymentMethodOnCart: methods.setPaymentMethodOnCart,
  placeOrder: placeOrderMutation,
  generateCustomerToken: tokens.generateCustomerToken,
  exchangeExternalCustomerToken: tokens.exchangeExternalCustomerToken,
  revokeCustomerToken: tokens.revokeCustomerToken,
  generateCustomerTokenAsAdmin: () => {
    throw notAuthorized("The current customer isn't authorized.")
  },
  createCustomerV2: accounts.createCustomer,
  createCustomer: accounts.createCustomer,
  updateCustomerV2: accounts.updateCustomer,
  deleteCustomer: accounts.deleteCustomer,
  createCustomerAddress: addresses.createCustomerAddress,
  updateCustomerAddress: addresses.updateCustomerAddress,
  updateCustomerAddressV2: addresses.updateCustomerAddress,
  deleteCustomerAddress: addresses.deleteCustomerAddress,
  deleteCustomerAddressV2: addresses.deleteCustomerAddress,
  addProductsToWishlist,
  removeProductsFromWishlist,
  createCompareList: compare.createCompareList,
  addProductsToCompareList: compare.addProductsToCompareList,
  removeProductsFromCompareList: compare.removeProductsFromCompareList,
  assignCompareListToCustomer: compare.assignCompareListToCustomer,
  createProductReview: createReview,
  subscribeEmailToNewsletter: accounts.subscribeEmail,
  cancelOrder: orders.cancelOrder,
  reorderItems: orders.reorderItems,
}

/** Every operation, as graphql-js calls it; `before` is told the field and may throw. */
export function rootOf(kind: 'query' | 'mutation', visit: Visit, before: (field: string) => void): View {
  return Object.fromEntries(
    Object.entries(kind === 'query' ? QUERIES : MUTATIONS).map(([field, resolve]) => [
      field,
      (args: unknown) => {
        before(field)
        return resolve(visit, args)
      },
    ]),
  )
}
