/** A test may be slow on a machine that others use too; what hangs still ends. Files with longer work say so themselves. */
jest.setTimeout(120_000)
