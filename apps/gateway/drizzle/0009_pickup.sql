CREATE TABLE "gateway"."pickup_codes" (
	"order_id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pickup_codes_code_unique" UNIQUE("code")
);
