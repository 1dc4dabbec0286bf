import { defineMessages } from '../define-messages'

/** What there is to tick in a review; for those who write and those who read. */
export const reviewTags = defineMessages({
  zhCN: {
    well_made: '做工好',
    looks_good: '好看',
    good_value: '划算',
    as_described: '和描述一致',
    easy_to_use: '好用',
    fast_delivery: '送得快',
    well_packed: '包装好',
    buy_again: '还会再买',
    poor_quality: '做工差',
    size_off: '尺寸不对',
    colour_off: '有色差',
    slow_delivery: '送得慢',
    poorly_packed: '包装差',
  },
  en: {
    well_made: 'Well made',
    looks_good: 'Looks good',
    good_value: 'Good value',
    as_described: 'As described',
    easy_to_use: 'Easy to use',
    fast_delivery: 'Fast delivery',
    well_packed: 'Well packed',
    buy_again: 'Would buy again',
    poor_quality: 'Poor quality',
    size_off: 'Size is off',
    colour_off: 'Colour is off',
    slow_delivery: 'Slow delivery',
    poorly_packed: 'Poorly packed',
  },
})
