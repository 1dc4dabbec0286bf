CREATE TABLE "gateway"."cart_line_prices" (
	"shopper_id" text NOT NULL,
	"line_id" text NOT NULL,
	"sku_id" text NOT NULL,
	"price" bigint NOT NULL,
	CONSTRAINT "cart_line_prices_shopper_id_line_id_pk" PRIMARY KEY("shopper_id","line_id")
);
--> statement-breakpoint
ALTER TABLE "gateway"."cart_line_prices" ADD CONSTRAINT "cart_line_prices_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "gateway"."shoppers"("id") ON DELETE cascade ON UPDATE no action;