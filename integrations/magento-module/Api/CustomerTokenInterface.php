<?php

declare(strict_types=1);

namespace Xiaopu\WechatStorefront\Api;

/**
 * What Magento 2.4.9 has of its own as `POST /V1/customers/{customerId}/token`, for 2.4.7 and 2.4.8.
 *
 * @api
 */
interface CustomerTokenInterface
{
    /**
     * A token for a customer whom the Mini Program has made.
     *
     * @param int $customerId
     * @return string
     * @throws \Magento\Framework\Exception\NoSuchEntityException
     */
    public function create(int $customerId): string;
}
