/**
 * What can go wrong. `operation` narrows a fault to one GraphQL field (`placeOrder`) or one REST route
 * (`POST /V1/order/:orderId/invoice`); without it, the next request meets it.
 */
export type Fault =
  /** HTTP 200, and `errors` where data should be. */
  | { kind: 'http200WithErrors'; operation?: string; message?: string; category?: string }
  /** "Internal server error": what failed is in a log that nobody here can read. */
  | { kind: 'maskedError'; operation?: string }
  /** The work is done and the connection closed before anything is said of it. */
  | { kind: 'dropAfter'; operation: string }
  /** The order is made; the connection drops. */
  | { kind: 'placeOrderThenDrop' }
  | { kind: 'slow'; operation?: string; ms: number }
  /** Of several products added at once, all but the first are refused. */
  | { kind: 'partialAdd' }
  /** Sold elsewhere, just before the operation. */
  | { kind: 'stockGone'; sku: string; operation?: string }
  /** Major units. */
  | { kind: 'priceChange'; sku: string; price: number; operation?: string }
  | { kind: 'disableVariant'; sku: string; operation?: string }
  | { kind: 'complexityRefused'; operation?: string }
  /** magento2#41242 */
  | { kind: 'currencyHeaderRefused' }
  /** Nobody answers: connections are closed at once. Or 503 with `status`. */
  | { kind: 'down'; status?: number }
  /** A REST route our integration has no right to. */
  | { kind: 'notAllowed'; operation?: string }
  | { kind: 'invoiceFails' }
  /** Each notification is sent twice. */
  | { kind: 'doubleNotification' }
  /** magento2#26112: an expired token is no error, its bearer is a guest. */
  | { kind: 'expiredTokenAsGuest' }
  /** magento2#38037: `options_available_for_selection` leaves values out. */
  | { kind: 'incompleteSelection' }
  /** magento2#34053 */
  | { kind: 'disabledVariantsLeak' }

export type FaultKind = Fault['kind']
export type ArmedFault = Fault & { left: number }
