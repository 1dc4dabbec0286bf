CREATE TABLE "commerce"."shipping_rules" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"rules" jsonb NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_shipping_template" CHECK ("commerce"."shipping_rules"."only")
);
--> statement-breakpoint
ALTER TABLE "commerce"."products" ADD COLUMN "not_delivered_to" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "commerce"."products" ADD COLUMN "free_shipping" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "commerce"."skus" ADD COLUMN "grams" integer;--> statement-breakpoint
ALTER TABLE "commerce"."skus" ADD CONSTRAINT "grams_are_positive" CHECK ("commerce"."skus"."grams" > 0);