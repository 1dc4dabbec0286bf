import { configure } from '@testing-library/react'

/** A wait ends when its condition is met: on a busy machine that may take a while, and costs nothing elsewhere. */
configure({ asyncUtilTimeout: 15_000 })
