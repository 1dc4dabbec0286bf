CREATE TABLE "gateway"."kept_products" (
	"shopper_id" text NOT NULL,
	"kind" text NOT NULL,
	"product_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "kept_products_shopper_id_kind_product_id_pk" PRIMARY KEY("shopper_id","kind","product_id")
);
--> statement-breakpoint
CREATE INDEX "kept_products_newest" ON "gateway"."kept_products" USING btree ("shopper_id","kind","at","product_id");