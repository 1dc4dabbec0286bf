CREATE TABLE "commerce"."attribute_values" (
	"attribute_id" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"name" jsonb NOT NULL,
	"colour" text,
	CONSTRAINT "attribute_values_attribute_id_id_pk" PRIMARY KEY("attribute_id","id"),
	CONSTRAINT "attribute_colour_is_rgb" CHECK ("commerce"."attribute_values"."colour" ~ '^#[0-9a-f]{6}$')
);
--> statement-breakpoint
CREATE TABLE "commerce"."attributes" (
	"id" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"name" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commerce"."product_attribute_values" (
	"product_id" text NOT NULL,
	"attribute_id" text NOT NULL,
	"value_id" text NOT NULL,
	CONSTRAINT "product_attribute_values_product_id_attribute_id_value_id_pk" PRIMARY KEY("product_id","attribute_id","value_id")
);
--> statement-breakpoint
CREATE TABLE "commerce"."related_products" (
	"product_id" text NOT NULL,
	"position" integer NOT NULL,
	"related_id" text NOT NULL,
	CONSTRAINT "related_products_product_id_related_id_pk" PRIMARY KEY("product_id","related_id"),
	CONSTRAINT "product_is_not_related_to_itself" CHECK ("commerce"."related_products"."related_id" <> "commerce"."related_products"."product_id")
);
--> statement-breakpoint
CREATE TABLE "commerce"."coupon_redemptions" (
	"order_id" text PRIMARY KEY NOT NULL,
	"coupon_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"discount" bigint NOT NULL,
	CONSTRAINT "redeemed_discount_is_money" CHECK ("commerce"."coupon_redemptions"."discount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "commerce"."coupons" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" jsonb NOT NULL,
	"benefit" jsonb NOT NULL,
	"threshold" bigint NOT NULL,
	"scope" jsonb,
	"first_order_only" boolean NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"usage_limit" integer,
	"per_customer" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "threshold_is_money" CHECK ("commerce"."coupons"."threshold" >= 0),
	CONSTRAINT "usage_limit_is_a_count" CHECK ("commerce"."coupons"."usage_limit" >= 0),
	CONSTRAINT "per_customer_is_positive" CHECK ("commerce"."coupons"."per_customer" > 0),
	CONSTRAINT "coupon_ends_after_it_starts" CHECK ("commerce"."coupons"."ends_at" > "commerce"."coupons"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "commerce"."reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"order_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"nickname" text,
	"stars" integer NOT NULL,
	"text" text NOT NULL,
	"options" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"reply" text,
	CONSTRAINT "one_review_per_product_of_an_order" UNIQUE("order_id","product_id"),
	CONSTRAINT "stars_are_one_to_five" CHECK ("commerce"."reviews"."stars" between 1 and 5),
	CONSTRAINT "review_status_is_known" CHECK ("commerce"."reviews"."status" in ('pending', 'published', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "commerce"."shipment_lines" (
	"shipment_id" text NOT NULL,
	"sku_id" text NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "shipment_lines_shipment_id_sku_id_pk" PRIMARY KEY("shipment_id","sku_id"),
	CONSTRAINT "shipped_quantity_is_positive" CHECK ("commerce"."shipment_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "commerce"."shipments" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"position" bigserial NOT NULL,
	"carrier" text NOT NULL,
	"tracking_number" text,
	"shipped_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "commerce"."option_values" ADD COLUMN "colour" text;--> statement-breakpoint
ALTER TABLE "commerce"."orders" ADD COLUMN "completed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "commerce"."outbox" ADD COLUMN "shipment_id" text;--> statement-breakpoint
ALTER TABLE "commerce"."attribute_values" ADD CONSTRAINT "attribute_values_attribute_id_attributes_id_fk" FOREIGN KEY ("attribute_id") REFERENCES "commerce"."attributes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."product_attribute_values" ADD CONSTRAINT "product_attribute_values_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "commerce"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."product_attribute_values" ADD CONSTRAINT "product_attribute_value_exists" FOREIGN KEY ("attribute_id","value_id") REFERENCES "commerce"."attribute_values"("attribute_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."related_products" ADD CONSTRAINT "related_products_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "commerce"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."related_products" ADD CONSTRAINT "related_products_related_id_products_id_fk" FOREIGN KEY ("related_id") REFERENCES "commerce"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."coupon_redemptions" ADD CONSTRAINT "coupon_redemptions_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "commerce"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."coupon_redemptions" ADD CONSTRAINT "coupon_redemptions_coupon_id_coupons_id_fk" FOREIGN KEY ("coupon_id") REFERENCES "commerce"."coupons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."reviews" ADD CONSTRAINT "reviews_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "commerce"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."reviews" ADD CONSTRAINT "reviews_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "commerce"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."shipment_lines" ADD CONSTRAINT "shipment_lines_shipment_id_shipments_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "commerce"."shipments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."shipment_lines" ADD CONSTRAINT "shipment_lines_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "commerce"."skus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."shipments" ADD CONSTRAINT "shipments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "commerce"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "products_by_attribute_value" ON "commerce"."product_attribute_values" USING btree ("attribute_id","value_id");--> statement-breakpoint
CREATE INDEX "redemptions_of_coupon" ON "commerce"."coupon_redemptions" USING btree ("coupon_id","customer_id");--> statement-breakpoint
CREATE INDEX "reviews_of_product" ON "commerce"."reviews" USING btree ("product_id","created_at","id") WHERE "commerce"."reviews"."status" = 'published';--> statement-breakpoint
CREATE INDEX "reviews_to_look_at" ON "commerce"."reviews" USING btree ("created_at","id") WHERE "commerce"."reviews"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "shipments_of_order" ON "commerce"."shipments" USING btree ("order_id");--> statement-breakpoint
ALTER TABLE "commerce"."outbox" ADD CONSTRAINT "outbox_shipment_id_shipments_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "commerce"."shipments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "orders_newest_first" ON "commerce"."orders" USING btree ("placed_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "commerce"."option_values" ADD CONSTRAINT "option_colour_is_rgb" CHECK ("commerce"."option_values"."colour" ~ '^#[0-9a-f]{6}$');--> statement-breakpoint
ALTER TABLE "commerce"."outbox" ADD CONSTRAINT "a_parcel_is_named" CHECK (("commerce"."outbox"."type" = 'order.shipped') = ("commerce"."outbox"."shipment_id" is not null));