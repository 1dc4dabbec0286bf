CREATE TABLE "gateway"."reviewed_products" (
	"order_id" text NOT NULL,
	"product_id" text NOT NULL,
	"shopper_id" text NOT NULL,
	"claimed_at" timestamp (3) with time zone NOT NULL,
	"written_at" timestamp (3) with time zone,
	CONSTRAINT "reviewed_products_order_id_product_id_pk" PRIMARY KEY("order_id","product_id")
);
--> statement-breakpoint
ALTER TABLE "gateway"."refunds" ADD COLUMN "merchant_refund_id" text;--> statement-breakpoint
ALTER TABLE "gateway"."reviewed_products" ADD CONSTRAINT "reviewed_products_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "gateway"."shoppers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reviewed_products_shopper" ON "gateway"."reviewed_products" USING btree ("shopper_id");