CREATE TABLE "commerce"."videos" (
	"source" text PRIMARY KEY NOT NULL,
	"width" integer,
	"height" integer,
	"seconds" double precision,
	"bytes" integer,
	CONSTRAINT "video_lasts" CHECK ("commerce"."videos"."seconds" >= 0),
	CONSTRAINT "video_has_bytes" CHECK ("commerce"."videos"."bytes" >= 0)
);
--> statement-breakpoint
ALTER TABLE "commerce"."products" ADD COLUMN "video" text;--> statement-breakpoint
ALTER TABLE "commerce"."products" ADD COLUMN "video_poster" text;--> statement-breakpoint
ALTER TABLE "commerce"."products" ADD CONSTRAINT "products_video_videos_source_fk" FOREIGN KEY ("video") REFERENCES "commerce"."videos"("source") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."products" ADD CONSTRAINT "products_video_poster_pictures_source_fk" FOREIGN KEY ("video_poster") REFERENCES "commerce"."pictures"("source") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commerce"."products" ADD CONSTRAINT "poster_is_of_a_video" CHECK ("commerce"."products"."video_poster" is null or "commerce"."products"."video" is not null);