<?php

declare(strict_types=1);

namespace Xiaopu\WechatStorefront\Observer;

use Magento\Framework\Event\Observer;
use Magento\Framework\Event\ObserverInterface;
use Magento\Sales\Model\Order\Shipment;
use Xiaopu\WechatStorefront\Model\Webhook\OrderWebhook;

/** After the commit of a shipment, new or given a tracking number later. To be told twice does the gateway no harm. */
class TellShipment implements ObserverInterface
{
    public function __construct(private readonly OrderWebhook $webhook)
    {
    }

    public function execute(Observer $observer): void
    {
        $shipment = $observer->getEvent()->getData('shipment');
        if ($shipment instanceof Shipment) {
            $this->webhook->tell(OrderWebhook::ORDER_SHIPMENT, $shipment);
        }
    }
}
