using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Streamix.Media.Catalog.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "dead_letters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handler = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    type = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    correlation_id = table.Column<string>(type: "text", nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    failed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dead_letters", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "bytea", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    headers = table.Column<string>(type: "jsonb", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handler = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.event_id, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "leftovers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bucket = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    prefix = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leftovers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    partition = table.Column<short>(type: "smallint", nullable: false),
                    type = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    correlation_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    trace_state = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sort_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    born_on = table.Column<DateOnly>(type: "date", nullable: true),
                    died_on = table.Column<DateOnly>(type: "date", nullable: true),
                    birth_place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    biographies = table.Column<string>(type: "jsonb", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => x.id);
                    table.CheckConstraint("ck_people_died", "died_on >= born_on");
                });

            migrationBuilder.CreateTable(
                name: "titles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    series_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    slug = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    format = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    original_title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    original_language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    sort_title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    released_on = table.Column<DateOnly>(type: "date", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: false),
                    runtime_seconds = table.Column<int>(type: "integer", nullable: true),
                    genres = table.Column<List<string>>(type: "text[]", nullable: false),
                    tags = table.Column<List<string>>(type: "text[]", nullable: false),
                    countries = table.Column<List<string>>(type: "text[]", nullable: false),
                    promotion = table.Column<int>(type: "integer", nullable: false),
                    asset_id = table.Column<Guid>(type: "uuid", nullable: true),
                    package = table.Column<string>(type: "jsonb", nullable: true),
                    duration = table.Column<double>(type: "double precision", nullable: true),
                    awaited_asset_id = table.Column<Guid>(type: "uuid", nullable: true),
                    publish_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    first_published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_titles", x => x.id);
                    table.CheckConstraint("ck_titles_format", "(format IS NOT NULL) = (kind IN ('movie', 'series')) AND format IN ('documentary', 'game-show', 'live-stream', 'movie', 'reality-tv', 'series', 'short-film', 'sports', 'talk-show', 'tv-show')");
                    table.CheckConstraint("ck_titles_genres", "genres <@ ARRAY['action', 'adventure', 'animation', 'biography', 'comedy', 'crime', 'documentary', 'drama', 'family', 'history', 'horror', 'musical', 'mystery', 'romance', 'sci-fi-fantasy', 'sports', 'thriller', 'war', 'western']::text[]");
                    table.CheckConstraint("ck_titles_kind", "kind IN ('movie', 'series', 'season', 'episode', 'trailer')");
                    table.CheckConstraint("ck_titles_number", "(kind IN ('season', 'episode')) = (number IS NOT NULL) AND number >= 0");
                    table.CheckConstraint("ck_titles_package", "(asset_id IS NULL) = (package IS NULL)");
                    table.CheckConstraint("ck_titles_parent", "(kind IN ('movie', 'series')) = (parent_id IS NULL)");
                    table.CheckConstraint("ck_titles_promotion", "promotion BETWEEN 0 AND 100");
                    table.CheckConstraint("ck_titles_publish_at", "(state = 'scheduled') = (publish_at IS NOT NULL)");
                    table.CheckConstraint("ck_titles_published_at", "(state = 'published') = (published_at IS NOT NULL)");
                    table.CheckConstraint("ck_titles_state", "state IN ('draft', 'processing', 'ready', 'scheduled', 'published', 'withdrawn')");
                    table.CheckConstraint("ck_titles_tags", "tags <@ ARRAY['award-winning', 'classic', 'critically-acclaimed', 'cult-favorite', 'editors-choice', 'family-friendly', 'featured', 'for-kids', 'hidden-gem', 'highly-rated', 'inspirational', 'limited-series', 'long-running', 'must-watch', 'new-release', 'popular', 'staff-pick', 'thrilling', 'top-chart', 'trending']::text[]");
                    table.CheckConstraint("ck_titles_year", "year = 0 OR year BETWEEN 1874 AND 2200");
                    table.ForeignKey(
                        name: "fk_titles_titles_parent_id",
                        column: x => x.parent_id,
                        principalTable: "titles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_titles_titles_series_id",
                        column: x => x.series_id,
                        principalTable: "titles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "viewer_accounts",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_viewer_accounts", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "viewer_profiles",
                columns: table => new
                {
                    profile_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    maturity = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_viewer_profiles", x => x.profile_id);
                });

            migrationBuilder.CreateTable(
                name: "person_external_ids",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    value = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_external_ids", x => new { x.person_id, x.source });
                    table.ForeignKey(
                        name: "fk_person_external_ids_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "artworks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: true),
                    widths = table.Column<List<int>>(type: "integer[]", nullable: false),
                    heights = table.Column<List<int>>(type: "integer[]", nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    main = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_artworks", x => x.id);
                    table.CheckConstraint("ck_artworks_kind", "kind IN ('poster', 'backdrop', 'logo', 'still', 'portrait')");
                    table.CheckConstraint("ck_artworks_owner", "(title_id IS NULL) <> (person_id IS NULL)");
                    table.ForeignKey(
                        name: "fk_artworks_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_artworks_titles_title_id",
                        column: x => x.title_id,
                        principalTable: "titles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "assets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    e_tag = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    @protected = table.Column<bool>(name: "protected", type: "boolean", nullable: false),
                    priority = table.Column<int>(type: "integer", nullable: false),
                    markers = table.Column<string>(type: "jsonb", nullable: false),
                    markers_edited = table.Column<bool>(type: "boolean", nullable: false),
                    progress = table.Column<string>(type: "jsonb", nullable: true),
                    code = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    package = table.Column<string>(type: "jsonb", nullable: true),
                    packaged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assets", x => x.id);
                    table.CheckConstraint("ck_assets_bytes", "bytes > 0");
                    table.CheckConstraint("ck_assets_priority", "priority BETWEEN 0 AND 9");
                    table.CheckConstraint("ck_assets_ready", "state <> 'Ready' OR package IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_assets_titles_title_id",
                        column: x => x.title_id,
                        principalTable: "titles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "title_credits",
                columns: table => new
                {
                    title_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    department = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    character = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_title_credits", x => new { x.title_id, x.position });
                    table.CheckConstraint("ck_title_credits_department", "department IN ('cast', 'creator', 'director', 'writer', 'producer', 'composer', 'cinematographer', 'editor', 'production-designer', 'narrator')");
                    table.ForeignKey(
                        name: "fk_title_credits_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_title_credits_titles_title_id",
                        column: x => x.title_id,
                        principalTable: "titles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "title_external_ids",
                columns: table => new
                {
                    title_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    value = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_title_external_ids", x => new { x.title_id, x.source });
                    table.ForeignKey(
                        name: "fk_title_external_ids_titles_title_id",
                        column: x => x.title_id,
                        principalTable: "titles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "title_moves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    to = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    publish_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    moved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_title_moves", x => x.id);
                    table.ForeignKey(
                        name: "fk_title_moves_titles_title_id",
                        column: x => x.title_id,
                        principalTable: "titles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "title_ratings",
                columns: table => new
                {
                    title_id = table.Column<Guid>(type: "uuid", nullable: false),
                    territory = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    label = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    minimum_age = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_title_ratings", x => new { x.title_id, x.territory });
                    table.CheckConstraint("ck_title_ratings_age", "minimum_age BETWEEN 0 AND 21");
                    table.CheckConstraint("ck_title_ratings_territory", "territory ~ '^([A-Z]{2}|[*])$'");
                    table.ForeignKey(
                        name: "fk_title_ratings_titles_title_id",
                        column: x => x.title_id,
                        principalTable: "titles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "title_revisions",
                columns: table => new
                {
                    title_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    act = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_title_revisions", x => new { x.title_id, x.number });
                    table.ForeignKey(
                        name: "fk_title_revisions_titles_title_id",
                        column: x => x.title_id,
                        principalTable: "titles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "title_texts",
                columns: table => new
                {
                    title_id = table.Column<Guid>(type: "uuid", nullable: false),
                    language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    tagline = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    synopsis = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_title_texts", x => new { x.title_id, x.language });
                    table.ForeignKey(
                        name: "fk_title_texts_titles_title_id",
                        column: x => x.title_id,
                        principalTable: "titles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "title_windows",
                columns: table => new
                {
                    title_id = table.Column<Guid>(type: "uuid", nullable: false),
                    territory = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_title_windows", x => new { x.title_id, x.territory, x.from });
                    table.CheckConstraint("ck_title_windows_territory", "territory ~ '^([A-Z]{2}|[*])$'");
                    table.CheckConstraint("ck_title_windows_until", "until > \"from\"");
                    table.ForeignKey(
                        name: "fk_title_windows_titles_title_id",
                        column: x => x.title_id,
                        principalTable: "titles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asset_texts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    asset_id = table.Column<Guid>(type: "uuid", nullable: false),
                    language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    format = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    bytes = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asset_texts", x => x.id);
                    table.CheckConstraint("ck_asset_texts_kind", "kind IN ('captions', 'subtitles', 'forced')");
                    table.ForeignKey(
                        name: "fk_asset_texts_assets_asset_id",
                        column: x => x.asset_id,
                        principalTable: "assets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "uploads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    asset_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    store_id = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: true),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    part_bytes = table.Column<long>(type: "bigint", nullable: false),
                    part_count = table.Column<int>(type: "integer", nullable: false),
                    checksum = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    request_key = table.Column<byte[]>(type: "bytea", nullable: true),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: true),
                    claims = table.Column<string>(type: "jsonb", nullable: true),
                    started_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    signed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failure = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_uploads", x => x.id);
                    table.CheckConstraint("ck_uploads_claims", "(claims IS NOT NULL) = (state = 'Completing')");
                    table.CheckConstraint("ck_uploads_parts", "part_count BETWEEN 1 AND 10000 AND part_bytes * part_count >= bytes AND part_bytes * (part_count - 1) < bytes");
                    table.CheckConstraint("ck_uploads_store", "store_id IS NOT NULL OR state NOT IN ('Open', 'Completing', 'Completed')");
                    table.ForeignKey(
                        name: "fk_uploads_assets_asset_id",
                        column: x => x.asset_id,
                        principalTable: "assets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_artworks_person_id",
                table: "artworks",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_artworks_title_id",
                table: "artworks",
                column: "title_id");

            migrationBuilder.CreateIndex(
                name: "ux_artworks_person",
                table: "artworks",
                columns: new[] { "person_id", "kind", "language" },
                unique: true,
                filter: "main AND person_id IS NOT NULL")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ux_artworks_title",
                table: "artworks",
                columns: new[] { "title_id", "kind", "language" },
                unique: true,
                filter: "main AND title_id IS NOT NULL")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ux_asset_texts_language",
                table: "asset_texts",
                columns: new[] { "asset_id", "language", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assets_state_id",
                table: "assets",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_assets_title_id_id",
                table: "assets",
                columns: new[] { "title_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_dead_letters_event_id_handler",
                table: "dead_letters",
                columns: new[] { "event_id", "handler" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dead_letters_failed_at",
                table: "dead_letters",
                column: "failed_at");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_account_id",
                table: "idempotency_keys",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_expires_at",
                table: "idempotency_keys",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_handled_at",
                table: "inbox",
                column: "handled_at");

            migrationBuilder.CreateIndex(
                name: "ix_leftovers_due_at",
                table: "leftovers",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_partition_position",
                table: "outbox",
                columns: new[] { "partition", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_people_sort_name_id",
                table: "people",
                columns: new[] { "sort_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_people_sort_name_parts",
                table: "people",
                column: "sort_name")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ux_people_slug",
                table: "people",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_person_external_ids_value",
                table: "person_external_ids",
                columns: new[] { "source", "value" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_title_credits_person_id",
                table: "title_credits",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux_title_external_ids_value",
                table: "title_external_ids",
                columns: new[] { "source", "value" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_title_moves_title_id_id",
                table: "title_moves",
                columns: new[] { "title_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_titles_browsed",
                table: "titles",
                columns: new[] { "promotion", "published_at", "id" },
                filter: "state = 'published' AND parent_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_titles_genres",
                table: "titles",
                column: "genres")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_titles_kind_published_at_id",
                table: "titles",
                columns: new[] { "kind", "published_at", "id" },
                filter: "state = 'published'");

            migrationBuilder.CreateIndex(
                name: "ix_titles_publish_at",
                table: "titles",
                column: "publish_at",
                filter: "state = 'scheduled'");

            migrationBuilder.CreateIndex(
                name: "ix_titles_series_id",
                table: "titles",
                column: "series_id");

            migrationBuilder.CreateIndex(
                name: "ix_titles_sort_title_id",
                table: "titles",
                columns: new[] { "sort_title", "id" },
                filter: "parent_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_titles_tags",
                table: "titles",
                column: "tags")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_titles_updated_at_id",
                table: "titles",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_titles_number",
                table: "titles",
                columns: new[] { "parent_id", "kind", "number" },
                unique: true,
                filter: "number IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_titles_slug",
                table: "titles",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_uploads_asset_id",
                table: "uploads",
                column: "asset_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_uploads_due_at",
                table: "uploads",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_uploads_title_id_id",
                table: "uploads",
                columns: new[] { "title_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_uploads_request",
                table: "uploads",
                column: "request_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_viewer_profiles_account_id",
                table: "viewer_profiles",
                column: "account_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "artworks");

            migrationBuilder.DropTable(
                name: "asset_texts");

            migrationBuilder.DropTable(
                name: "dead_letters");

            migrationBuilder.DropTable(
                name: "idempotency_keys");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "leftovers");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "person_external_ids");

            migrationBuilder.DropTable(
                name: "title_credits");

            migrationBuilder.DropTable(
                name: "title_external_ids");

            migrationBuilder.DropTable(
                name: "title_moves");

            migrationBuilder.DropTable(
                name: "title_ratings");

            migrationBuilder.DropTable(
                name: "title_revisions");

            migrationBuilder.DropTable(
                name: "title_texts");

            migrationBuilder.DropTable(
                name: "title_windows");

            migrationBuilder.DropTable(
                name: "uploads");

            migrationBuilder.DropTable(
                name: "viewer_accounts");

            migrationBuilder.DropTable(
                name: "viewer_profiles");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "assets");

            migrationBuilder.DropTable(
                name: "titles");
        }
    }
}
