import type * as Contract from '@xiaopu/contract'
import type { ApiClient, ApiErrorCode, ProductListing } from './index'

/** No test to run: the compiler does it (`pnpm typecheck`), and a difference is an error on its line. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never
type Resolved<F extends (...parameters: never[]) => unknown> = Awaited<ReturnType<F>>

export const answersHaveTheTypesOfTheContract: true[] = [
  true satisfies Same<Resolved<ApiClient['home']['get' | 'preview']>, Contract.Home>,
  true satisfies Same<Resolved<ApiClient['catalog']['categories']>, Contract.Category[]>,
  true satisfies Same<Resolved<ApiClient['catalog']['products']>, Contract.ProductPage>,
  true satisfies Same<Resolved<ApiClient['catalog']['product']>, Contract.Product>,
  true satisfies Same<Resolved<ApiClient['catalog']['related']>, Contract.ProductSummary[]>,
  true satisfies Same<Resolved<ApiClient['reviews']['list']>, Contract.ReviewPage>,
  true satisfies Same<Resolved<ApiClient['reviews']['write' | 'followUp']>, Contract.WrittenReview>,
  true satisfies Same<Resolved<ApiClient['reviews']['ofOrder']>, Contract.OrderReviews>,
  true satisfies Same<Resolved<ApiClient['stores']['list']>, Contract.Store[]>,
  true satisfies Same<Resolved<ApiClient['stores']['get']>, Contract.Store>,
  true satisfies Same<Resolved<ApiClient['sessions']['signIn']>, Contract.Session>,
  true satisfies Same<Resolved<ApiClient['sessions']['signOut']>, void>,
  true satisfies Same<Resolved<ApiClient['me']['get']>, Contract.Shopper>,
  true satisfies Same<Resolved<ApiClient['cart']['get' | 'add' | 'changeQuantity' | 'changeSku']>, Contract.Cart>,
  true satisfies Same<Resolved<ApiClient['cart']['remove' | 'select']>, Contract.Cart>,
  true satisfies Same<Resolved<ApiClient['checkout']['quote']>, Contract.Quote>,
  true satisfies Same<
    Resolved<ApiClient['orders']['place' | 'get' | 'cancel' | 'confirmReceipt' | 'checkReceipt']>,
    Contract.Order
  >,
  true satisfies Same<Resolved<ApiClient['orders']['list']>, Contract.OrderPage>,
  true satisfies Same<Resolved<ApiClient['orders']['counts']>, Contract.OrderCounts>,
  true satisfies Same<Resolved<ApiClient['payments']['start']>, Contract.StartedPayment>,
  true satisfies Same<Resolved<ApiClient['payments']['state']>, Contract.PaymentState>,
  true satisfies Same<Resolved<ApiClient['addresses']['list']>, Contract.SavedAddress[]>,
  true satisfies Same<Resolved<ApiClient['addresses']['save' | 'change']>, Contract.SavedAddress>,
  true satisfies Same<Resolved<ApiClient['addresses']['parse']>, Contract.ParsedAddress>,
  true satisfies Same<Resolved<ApiClient['addresses']['regions']>, Contract.Region[]>,
  true satisfies Same<Resolved<ApiClient['favourites']['list']>, Contract.KeptPage>,
  true satisfies Same<Resolved<ApiClient['history']['list']>, Contract.KeptPage>,
  true satisfies Same<Resolved<ApiClient['wallet']['campaigns']>, Contract.Campaign[]>,
  true satisfies Same<Resolved<ApiClient['wallet']['list']>, Contract.WalletCoupon[]>,
  true satisfies Same<Resolved<ApiClient['wallet']['fitting']>, Contract.FittingCoupons>,
  true satisfies Same<Resolved<ApiClient['uploads']['send']>, Contract.Upload>,
  true satisfies Same<Resolved<ApiClient['afterSales']['options']>, Contract.AfterSaleOptions>,
  true satisfies Same<Resolved<ApiClient['afterSales']['list']>, Contract.AfterSalePage>,
  true satisfies Same<Resolved<ApiClient['afterSales']['request' | 'get' | 'withdraw']>, Contract.AfterSale>,
  true satisfies Same<Resolved<ApiClient['afterSales']['sendBack' | 'confirmReplacement']>, Contract.AfterSale>,
  true satisfies Same<Resolved<ApiClient['search']['suggest']>, Contract.Suggestion[]>,
  true satisfies Same<Parameters<ApiClient['orders']['place']>[0], Contract.PlaceOrder>,
  true satisfies Same<NonNullable<ProductListing['sort']>, Contract.ProductSort>,
  true satisfies Contract.ErrorCode extends ApiErrorCode ? true : never,
]

export function whatDoesNotCompile(api: ApiClient) {
  // @ts-expect-error an order without its key would not be safe to repeat
  api.orders.place({} as Contract.PlaceOrder)
  // @ts-expect-error a price is none of the client's business
  api.cart.add({ skuId: 'mug-sand', quantity: 1, price: 1 })
  // @ts-expect-error choices are a record; only one function knows how they are written down
  api.catalog.products({ facets: 'colour:12' })
  // @ts-expect-error there is no such order of things
  api.catalog.products({ sort: 'cheapest' })
}
