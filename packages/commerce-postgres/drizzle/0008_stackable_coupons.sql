ALTER TABLE "commerce"."coupon_redemptions" DROP CONSTRAINT "coupon_redemptions_pkey";--> statement-breakpoint
ALTER TABLE "commerce"."coupon_redemptions" ADD CONSTRAINT "one_use_per_order" PRIMARY KEY("order_id","coupon_id");--> statement-breakpoint
ALTER TABLE "commerce"."coupon_redemptions" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "commerce"."coupons" ADD COLUMN "stackable" boolean DEFAULT false NOT NULL;
