export const restockKeys = {
  templates: ['message-templates'] as const,
  waitedFor: (productId: string) => ['restock', productId] as const,
}
