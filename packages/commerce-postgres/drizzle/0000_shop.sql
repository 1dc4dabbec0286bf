CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE SCHEMA IF NOT EXISTS "commerce";
--> statement-breakpoint
CREATE TABLE "commerce"."cart_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"sku_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"position" bigserial NOT NULL,
	CONSTRAINT "one_cart_line_per_sku" UNIQUE("customer_id","sku_id"),
	CONSTRAINT "cart_quantity_is_positive" CHECK ("commerce"."cart_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "commerce"."carts" (
	"customer_id" text PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commerce"."categories" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"parent_id" text,
	"position" integer NOT NULL,
	"name" jsonb NOT NULL,
	CONSTRAINT "categories_slug_unique" UNIQUE("slug"),
	CONSTRAINT "category_is_not_its_own_parent" CHECK ("commerce"."categories"."parent_id" <> "commerce"."categories"."id")
);
--> statement-breakpoint
CREATE TABLE "commerce"."option_values" (
	"id" text PRIMARY KEY NOT NULL,
	"option_id" text NOT NULL,
	"position" integer NOT NULL,
	"name" jsonb NOT NULL,
	CONSTRAINT "option_value_of_option" UNIQUE("option_id","id")
);
--> statement-breakpoint
CREATE TABLE "commerce"."pictures" (
	"source" text PRIMARY KEY NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"tone" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commerce"."product_categories" (
	"product_id" text NOT NULL,
	"category_id" text NOT NULL,
	CONSTRAINT "product_categories_product_id_category_id_pk" PRIMARY KEY("product_id","category_id")
);
--> statement-breakpoint
CREATE TABLE "commerce"."product_options" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"position" integer NOT NULL,
	"name" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commerce"."product_pictures" (
	"product_id" text NOT NULL,
	"position" integer NOT NULL,
	"picture" text NOT NULL,
	CONSTRAINT "product_pictures_product_id_position_pk" PRIMARY KEY("product_id","position")
);
--> statement-breakpoint
CREATE TABLE "commerce"."products" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" jsonb NOT NULL,
	"subtitle" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"on_sale" boolean DEFAULT true NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"sold_before" integer DEFAULT 0 NOT NULL,
	"position" integer NOT NULL,
	"search_text" text DEFAULT '' NOT NULL,
	CONSTRAINT "products_slug_unique" UNIQUE("slug"),
	CONSTRAINT "sold_before_is_a_count" CHECK ("commerce"."products"."sold_before" >= 0)
);
--> statement-breakpoint
CREATE TABLE "commerce"."sku_option_values" (
	"sku_id" text NOT NULL,
	"option_id" text NOT NULL,
	"value_id" text NOT NULL,
	CONSTRAINT "sku_option_values_sku_id_option_id_pk" PRIMARY KEY("sku_id","option_id")
);
--> statement-breakpoint
CREATE TABLE "commerce"."skus" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"product_id" text NOT NULL,
	"position" integer NOT NULL,
	"price" bigint NOT NULL,
	"compare_at" bigint,
	"on_hand" integer NOT NULL,
	"reserved" integer DEFAULT 0 NOT NULL,
	"sold" integer DEFAULT 0 NOT NULL,
	"on_sale" boolean DEFAULT true NOT NULL,
	"max_per_order" integer,
	"picture" text,
	CONSTRAINT "skus_code_unique" UNIQUE("code"),
	CONSTRAINT "price_is_money" CHECK ("commerce"."skus"."price" >= 0),
	CONSTRAINT "compare_at_is_higher" CHECK ("commerce"."skus"."compare_at" > "commerce"."skus"."price"),
	CONSTRAINT "stock_is_never_oversold" CHECK ("commerce"."skus"."reserved" >= 0 and "commerce"."skus"."on_hand" >= "commerce"."skus"."reserved"),
	CONSTRAINT "sold_is_a_count" CHECK ("commerce"."skus"."sold" >= 0),
	CONSTRAINT "max_per_order_is_positive" CHECK ("commerce"."skus"."max_per_order" > 0)
);
--> statement-breakpoint
CREATE TABLE "commerce"."order_lines" (
	"order_id" text NOT NULL,
	"position" integer NOT NULL,
	"sku_id" text NOT NULL,
	"product_id" text NOT NULL,
	"sku_code" text NOT NULL,
	"name" text NOT NULL,
	"options" jsonb NOT NULL,
	"picture" jsonb,
	"unit_price" bigint NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "order_lines_order_id_position_pk" PRIMARY KEY("order_id","position"),
	CONSTRAINT "one_order_line_per_sku" UNIQUE("order_id","sku_id"),
	CONSTRAINT "order_quantity_is_positive" CHECK ("commerce"."order_lines"."quantity" > 0),
	CONSTRAINT "unit_price_is_money" CHECK ("commerce"."order_lines"."unit_price" >= 0)
);
--> statement-breakpoint
CREATE TABLE "commerce"."orders" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"customer_id" text NOT NULL,
	"reference" text NOT NULL,
	"status" text NOT NULL,
	"cancelled_because" text,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"paid_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"goods" bigint NOT NULL,
	"discount" bigint NOT NULL,
	"shipping" bigint NOT NULL,
	"total" bigint NOT NULL,
	"paid_amount" bigint,
	"transaction_id" text,
	"address" jsonb NOT NULL,
	"fapiao" jsonb,
	"remark" text NOT NULL,
	CONSTRAINT "orders_number_unique" UNIQUE("number"),
	CONSTRAINT "one_order_per_reference" UNIQUE("customer_id","reference"),
	CONSTRAINT "order_status_is_known" CHECK ("commerce"."orders"."status" in ('pending_payment', 'paid', 'shipped', 'completed', 'cancelled')),
	CONSTRAINT "cancelled_for_a_reason" CHECK (("commerce"."orders"."status" = 'cancelled') = ("commerce"."orders"."cancelled_because" is not null)),
	CONSTRAINT "paid_at_some_time" CHECK ("commerce"."orders"."status" not in ('paid', 'shipped', 'completed') or "commerce"."orders"."paid_at" is not null),
	CONSTRAINT "amounts_add_up" CHECK ("commerce"."orders"."total" = "commerce"."orders"."goods" - "commerce"."orders"."discount" + "commerce"."orders"."shipping" and "commerce"."orders"."goods" >= "commerce"."orders"."discount" and "commerce"."orders"."discount" >= 0 and "commerce"."orders"."shipping" >= 0)
);
--> statement-breakpoint
CREATE TABLE "commerce"."outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"order_id" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "commerce"."stores" (
	"id" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"name" jsonb NOT NULL,
	"city" jsonb NOT NULL,
	"address" jsonb NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"phone" text NOT NULL,
	"picture" text,
	"hours" jsonb NOT NULL,
	"services" jsonb NOT NULL,
	CONSTRAINT "location_is_on_earth" CHECK ("commerce"."stores"."latitude" between -90 and 90 and "commerce"."stores"."longitude" between -180 and 180)
);
--> statement-breakpoint
ALTER TABLE "commerce"."cart_lines" ADD CONSTRAINT "cart_lines_customer_id_carts_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "commerce"."carts"("customer_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."cart_lines" ADD CONSTRAINT "cart_lines_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "commerce"."skus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."categories" ADD CONSTRAINT "categories_parent_id_categories_id_fk" FOREIGN KEY ("parent_id") REFERENCES "commerce"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."option_values" ADD CONSTRAINT "option_values_option_id_product_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "commerce"."product_options"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."product_categories" ADD CONSTRAINT "product_categories_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "commerce"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."product_categories" ADD CONSTRAINT "product_categories_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "commerce"."categories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."product_options" ADD CONSTRAINT "product_options_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "commerce"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."product_pictures" ADD CONSTRAINT "product_pictures_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "commerce"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."product_pictures" ADD CONSTRAINT "product_pictures_picture_pictures_source_fk" FOREIGN KEY ("picture") REFERENCES "commerce"."pictures"("source") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."sku_option_values" ADD CONSTRAINT "sku_option_values_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "commerce"."skus"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."sku_option_values" ADD CONSTRAINT "sku_option_value_exists" FOREIGN KEY ("option_id","value_id") REFERENCES "commerce"."option_values"("option_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."skus" ADD CONSTRAINT "skus_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "commerce"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."skus" ADD CONSTRAINT "skus_picture_pictures_source_fk" FOREIGN KEY ("picture") REFERENCES "commerce"."pictures"("source") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."order_lines" ADD CONSTRAINT "order_lines_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "commerce"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."order_lines" ADD CONSTRAINT "order_lines_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "commerce"."skus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."outbox" ADD CONSTRAINT "outbox_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "commerce"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."stores" ADD CONSTRAINT "stores_picture_pictures_source_fk" FOREIGN KEY ("picture") REFERENCES "commerce"."pictures"("source") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "product_categories_by_category" ON "commerce"."product_categories" USING btree ("category_id");--> statement-breakpoint
CREATE INDEX "product_options_by_product" ON "commerce"."product_options" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "products_search" ON "commerce"."products" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "skus_by_product" ON "commerce"."skus" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "orders_of_customer" ON "commerce"."orders" USING btree ("customer_id","placed_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "orders_to_expire" ON "commerce"."orders" USING btree ("expires_at") WHERE "commerce"."orders"."status" = 'pending_payment';--> statement-breakpoint
CREATE INDEX "outbox_to_tell" ON "commerce"."outbox" USING btree ("order_id","id") WHERE "commerce"."outbox"."confirmed_at" is null;