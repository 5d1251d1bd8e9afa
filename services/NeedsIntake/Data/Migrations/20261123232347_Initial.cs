using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Kommunebro.NeedsIntake.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    on_behalf_of = table.Column<string>(type: "text", nullable: true),
                    action = table.Column<string>(type: "text", nullable: false),
                    subject_type = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<string>(type: "text", nullable: false),
                    before = table.Column<string>(type: "jsonb", nullable: true),
                    after = table.Column<string>(type: "jsonb", nullable: true),
                    trace_id = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dead_letter",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handler = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "jsonb", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    error = table.Column<string>(type: "text", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    died_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dead_letter", x => new { x.message_id, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "directory_bootstrap",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directory_bootstrap", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                columns: table => new
                {
                    client = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    body_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: true),
                    location = table.Column<string>(type: "text", nullable: true),
                    etag = table.Column<string>(type: "text", nullable: true),
                    stored_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_keys", x => new { x.client, x.key });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handler = table.Column<string>(type: "text", nullable: false),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.message_id, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "known_areas",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    names = table.Column<string>(type: "jsonb", nullable: false),
                    all_names = table.Column<string>(type: "text", nullable: true, computedColumnSql: "coalesce(names ->> 'nb', '') || ' ' || coalesce(names ->> 'uk', '') || ' ' || coalesce(names ->> 'en', '')", stored: true),
                    name_in_en = table.Column<string>(type: "text", nullable: true, computedColumnSql: "coalesce(names ->> 'en', names ->> 'nb', names ->> 'uk')", stored: true),
                    name_in_nb = table.Column<string>(type: "text", nullable: true, computedColumnSql: "coalesce(names ->> 'nb', names ->> 'en', names ->> 'uk')", stored: true),
                    name_in_uk = table.Column<string>(type: "text", nullable: true, computedColumnSql: "coalesce(names ->> 'uk', names ->> 'en', names ->> 'nb')", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_areas", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "known_municipalities",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    names = table.Column<string>(type: "jsonb", nullable: false),
                    region_code = table.Column<string>(type: "text", nullable: false),
                    region_names = table.Column<string>(type: "jsonb", nullable: false),
                    territory_status = table.Column<string>(type: "text", nullable: false),
                    territory_coverage = table.Column<string>(type: "text", nullable: false),
                    category = table.Column<string>(type: "text", nullable: true),
                    all_names = table.Column<string>(type: "text", nullable: true, computedColumnSql: "coalesce(names ->> 'nb', '') || ' ' || coalesce(names ->> 'uk', '') || ' ' || coalesce(names ->> 'en', '')", stored: true),
                    name_in_en = table.Column<string>(type: "text", nullable: true, computedColumnSql: "coalesce(names ->> 'en', names ->> 'nb', names ->> 'uk')", stored: true),
                    name_in_nb = table.Column<string>(type: "text", nullable: true, computedColumnSql: "coalesce(names ->> 'nb', names ->> 'en', names ->> 'uk')", stored: true),
                    name_in_uk = table.Column<string>(type: "text", nullable: true, computedColumnSql: "coalesce(names ->> 'uk', names ->> 'en', names ->> 'nb')", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_municipalities", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "known_partnerships",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    exists = table.Column<bool>(type: "boolean", nullable: false),
                    need_ids = table.Column<List<Guid>>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_partnerships", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "needs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    question = table.Column<string>(type: "text", nullable: true),
                    verified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    verification_note = table.Column<string>(type: "text", nullable: true),
                    on_occupied_territory = table.Column<string>(type: "text", nullable: true),
                    rejection_reason = table.Column<string>(type: "text", nullable: true),
                    rejection_text = table.Column<string>(type: "text", nullable: true),
                    withdrawal_reason = table.Column<string>(type: "text", nullable: true),
                    all_titles = table.Column<string>(type: "text", nullable: true, computedColumnSql: "coalesce(statement_title ->> 'nb', '') || ' ' || coalesce(statement_title ->> 'uk', '') || ' ' || coalesce(statement_title ->> 'en', '')", stored: true),
                    statement_area_code = table.Column<string>(type: "text", nullable: false),
                    statement_description = table.Column<string>(type: "jsonb", nullable: true),
                    statement_desired_modes = table.Column<string[]>(type: "text[]", nullable: false),
                    statement_effort_band = table.Column<string>(type: "text", nullable: true),
                    statement_horizon = table.Column<string>(type: "text", nullable: false),
                    statement_illustrative = table.Column<bool>(type: "boolean", nullable: false),
                    statement_languages = table.Column<string[]>(type: "text[]", nullable: false),
                    statement_needed_by = table.Column<DateOnly>(type: "date", nullable: true),
                    statement_person_days = table.Column<int>(type: "integer", nullable: true),
                    statement_sensitivity = table.Column<string>(type: "text", nullable: false),
                    statement_title = table.Column<string>(type: "jsonb", nullable: false),
                    statement_urgency = table.Column<int>(type: "integer", nullable: false),
                    statement_urgency_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_needs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    shard = table.Column<short>(type: "smallint", nullable: false),
                    body = table.Column<string>(type: "jsonb", nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    returns = table.Column<int>(type: "integer", nullable: false),
                    parked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    parked_because = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "outbox_owner",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    transport = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_owner", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tenants",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    codes = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tenants", x => x.organisation_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_subject_type_subject_id_id",
                table: "audit",
                columns: new[] { "subject_type", "subject_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_stored_at",
                table: "idempotency_keys",
                column: "stored_at");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_handled_at",
                table: "inbox",
                column: "handled_at");

            migrationBuilder.CreateIndex(
                name: "ix_known_municipalities_code",
                table: "known_municipalities",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_known_municipalities_region_code",
                table: "known_municipalities",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "ix_known_partnerships_need_ids",
                table: "known_partnerships",
                column: "need_ids")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_needs_municipality_id",
                table: "needs",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_needs_status_expires_at",
                table: "needs",
                columns: new[] { "status", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_shard_position",
                table: "outbox",
                columns: new[] { "shard", "position" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "dead_letter");

            migrationBuilder.DropTable(
                name: "directory_bootstrap");

            migrationBuilder.DropTable(
                name: "idempotency_keys");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "known_areas");

            migrationBuilder.DropTable(
                name: "known_municipalities");

            migrationBuilder.DropTable(
                name: "known_partnerships");

            migrationBuilder.DropTable(
                name: "needs");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "outbox_owner");

            migrationBuilder.DropTable(
                name: "tenants");
        }
    }
}
