<?php

declare(strict_types=1);

namespace Xiaopu\WechatStorefront\Model\Webhook;

use Magento\Framework\HTTP\Client\CurlFactory;
use Magento\Sales\Model\Order;
use Magento\Sales\Model\Order\Creditmemo;
use Magento\Sales\Model\Order\Shipment;
use Psr\Log\LoggerInterface;
use Xiaopu\WechatStorefront\Model\Config;

/**
 * Tells the gateway of an order, once. Whatever goes wrong is logged and no more: the order is saved already, and the
 * gateway looks for what it was not told.
 */
class OrderWebhook
{
    public const ORDER_STATUS = 'order.status';
    public const ORDER_SHIPMENT = 'order.shipment';
    public const ORDER_CREDITMEMO = 'order.creditmemo';
    public const SIGNATURE_HEADER = 'X-Magento-Signature';

    /** Seconds: somebody waits for the page that saved the order. */
    private const CONNECT_TIMEOUT = 1;
    private const TIMEOUT = 2;

    public function __construct(
        private readonly Config $config,
        private readonly CurlFactory $curlFactory,
        private readonly LoggerInterface $logger
    ) {
    }

    /** Of an order, or of what was made of one: the order may have to be loaded, which may fail as the sending may. */
    public function tell(string $event, Order|Shipment|Creditmemo $saved): void
    {
        try {
            $this->send($event, $saved instanceof Order ? $saved : $saved->getOrder());
        } catch (\Throwable $error) {
            $this->logger->warning(
                'Xiaopu webhook: ' . $event . ' of ' . $saved->getIncrementId() . ' was not delivered',
                ['exception' => $error]
            );
        }
    }

    private function send(string $event, Order $order): void
    {
        $storeId = (int)$order->getStoreId();
        $url = $this->config->webhookUrl($storeId);
        if ($url === null) {
            return;
        }
        $secret = $this->config->webhookSecret($storeId);
        if ($secret === '') {
            throw new \RuntimeException('The webhook has no secret.');
        }
        $body = json_encode($this->messageOf($event, $order), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
        $curl = $this->curlFactory->create();
        $curl->setTimeout(self::TIMEOUT);
        $curl->setOption(CURLOPT_CONNECTTIMEOUT, self::CONNECT_TIMEOUT);
        $curl->addHeader('Content-Type', 'application/json');
        $curl->addHeader(self::SIGNATURE_HEADER, hash_hmac('sha256', $body, $secret));
        $curl->post($url, $body);
        $status = $curl->getStatus();
        if ($status < 200 || $status >= 300) {
            throw new \RuntimeException('The gateway answered HTTP ' . $status . '.');
        }
    }

    private function messageOf(string $event, Order $order): array
    {
        return [
            'event' => $event,
            'order_id' => (int)$order->getId(),
            'increment_id' => (string)$order->getIncrementId(),
            'store_code' => (string)$order->getStore()->getCode(),
            'state' => (string)$order->getState(),
            'status' => (string)$order->getStatus(),
            // UTC. The database sets it while saving, so that the order in memory may not have it.
            'updated_at' => (string)($order->getUpdatedAt() ?: gmdate('Y-m-d H:i:s')),
        ];
    }
}
