CREATE TABLE "gateway"."pickup_cart_lines" (
	"shopper_id" text NOT NULL,
	"line_id" text NOT NULL,
	CONSTRAINT "pickup_cart_lines_shopper_id_line_id_pk" PRIMARY KEY("shopper_id","line_id")
);
--> statement-breakpoint
ALTER TABLE "gateway"."pickup_cart_lines" ADD CONSTRAINT "pickup_cart_lines_shopper_id_shoppers_id_fk" FOREIGN KEY ("shopper_id") REFERENCES "gateway"."shoppers"("id") ON DELETE cascade ON UPDATE no action;