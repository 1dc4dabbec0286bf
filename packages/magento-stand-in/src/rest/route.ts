import type { Magento } from '../magento'
import type { MagentoProfile } from '../options'
import { RestError } from './rest-error'

export interface RestCall {
  magento: Magento
  storeCode: string
  params: Record<string, string>
  query: Record<string, string>
  body: Record<string, unknown>
}
export interface RestRoute {
  /** `POST /V1/order/:orderId/invoice`; also what faults name it by. */
  name: string
  /** Default all. */
  versions?: MagentoProfile['version'][]
  act(call: RestCall): unknown
}

/** @throws RestError 400 for what is no integer. */
export function integer(params: Record<string, string>, name: string): number {
  const value = params[name] ?? ''
  if (!/^\d+$/.test(value)) {
    throw new RestError(
      400,
      `The "${value}" value's type is invalid. The "int" type was expected. Verify and try again.`,
    )
  }
  return Number(value)
}

/** @throws RestError 400 when a field the operation cannot do without is missing. */
export function required<Value>(body: Record<string, unknown>, name: string): Value {
  const value = body[name]
  if (value === undefined || value === null) {
    throw new RestError(400, '"%fieldName" is required. Enter and try again.', [{ fieldName: name }])
  }
  return value as Value
}
