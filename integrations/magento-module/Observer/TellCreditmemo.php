<?php

declare(strict_types=1);

namespace Xiaopu\WechatStorefront\Observer;

use Magento\Framework\Event\Observer;
use Magento\Framework\Event\ObserverInterface;
use Magento\Sales\Model\Order\Creditmemo;
use Xiaopu\WechatStorefront\Model\Webhook\OrderWebhook;

/** After the commit of a credit memo: one over a part of the order changes no status, and its money has to go back. */
class TellCreditmemo implements ObserverInterface
{
    public function __construct(private readonly OrderWebhook $webhook)
    {
    }

    public function execute(Observer $observer): void
    {
        $creditmemo = $observer->getEvent()->getData('creditmemo');
        if ($creditmemo instanceof Creditmemo) {
            $this->webhook->tell(OrderWebhook::ORDER_CREDITMEMO, $creditmemo);
        }
    }
}
