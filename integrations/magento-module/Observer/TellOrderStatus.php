<?php

declare(strict_types=1);

namespace Xiaopu\WechatStorefront\Observer;

use Magento\Framework\Event\Observer;
use Magento\Framework\Event\ObserverInterface;
use Magento\Sales\Model\Order;
use Xiaopu\WechatStorefront\Model\Webhook\OrderWebhook;

/** After the commit, when the status of an order is another one than before. A new order is no change. */
class TellOrderStatus implements ObserverInterface
{
    /** @var array<int, string> What was saved in this request: an order's original data stays that of its loading. */
    private array $saved = [];

    public function __construct(private readonly OrderWebhook $webhook)
    {
    }

    public function execute(Observer $observer): void
    {
        $order = $observer->getEvent()->getData('order');
        if (!$order instanceof Order) {
            return;
        }
        $id = (int)$order->getId();
        $before = $this->saved[$id] ?? $order->getOrigData('status');
        $this->saved[$id] = (string)$order->getStatus();
        if ($before !== null && $before !== $this->saved[$id]) {
            $this->webhook->tell(OrderWebhook::ORDER_STATUS, $order);
        }
    }
}
