CREATE TABLE "commerce"."store_stock" (
	"store_id" text NOT NULL,
	"sku_id" text NOT NULL,
	"on_hand" integer NOT NULL,
	"reserved" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "store_stock_store_id_sku_id_pk" PRIMARY KEY("store_id","sku_id"),
	CONSTRAINT "store_stock_is_never_oversold" CHECK ("commerce"."store_stock"."reserved" >= 0 and "commerce"."store_stock"."on_hand" >= "commerce"."store_stock"."reserved")
);
--> statement-breakpoint
ALTER TABLE "commerce"."orders" ADD COLUMN "pickup" jsonb;--> statement-breakpoint
ALTER TABLE "commerce"."orders" ADD COLUMN "ready_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "commerce"."orders" ADD COLUMN "collected_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "commerce"."store_stock" ADD CONSTRAINT "store_stock_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "commerce"."stores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."store_stock" ADD CONSTRAINT "store_stock_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "commerce"."skus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "store_stock_of_sku" ON "commerce"."store_stock" USING btree ("sku_id");