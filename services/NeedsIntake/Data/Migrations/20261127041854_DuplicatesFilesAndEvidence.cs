using System;
using Kommunebro.NeedsIntake.Duplicates;
using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.NeedsIntake.Data.Migrations
{
    /// <inheritdoc />
    public partial class DuplicatesFilesAndEvidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.Sql(LikenessKey.Create);
            migrationBuilder.Sql(LikenessFunctions.OfKeys);

            migrationBuilder.AddColumn<string>(
                name: "text_key",
                table: "needs",
                type: "text",
                nullable: true,
                computedColumnSql: "likeness_key(left(coalesce(statement_description ->> 'uk', statement_description ->> 'nb', statement_description ->> 'en'), 300))",
                stored: true);

            migrationBuilder.AddColumn<string[]>(
                name: "title_keys",
                table: "needs",
                type: "text[]",
                nullable: true,
                computedColumnSql: "array[likeness_key(statement_title ->> 'nb'), likeness_key(statement_title ->> 'uk'), likeness_key(statement_title ->> 'en')]",
                stored: true);

            migrationBuilder.CreateTable(
                name: "attachment_contents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachment_contents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    need_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    bytes = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachments", x => x.id);
                    table.ForeignKey(
                        name: "fk_attachments_needs_need_id",
                        column: x => x.need_id,
                        principalTable: "needs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dream_cursor",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dream_cursor", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dream_ideas",
                columns: table => new
                {
                    dream_id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    municipality_code = table.Column<string>(type: "text", nullable: true),
                    title = table.Column<string>(type: "jsonb", nullable: false),
                    description = table.Column<string>(type: "jsonb", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: true),
                    rdna_codes = table.Column<string[]>(type: "text[]", nullable: false),
                    edrpou = table.Column<string[]>(type: "text[]", nullable: false),
                    idps = table.Column<int>(type: "integer", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    need_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dismissal_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dream_ideas", x => x.dream_id);
                });

            migrationBuilder.CreateTable(
                name: "imported_needs",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    need_id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imported_needs", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "need_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    file_hash = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    policy = table.Column<string>(type: "text", nullable: false),
                    dry_run = table.Column<bool>(type: "boolean", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rows = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_need_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "need_links",
                columns: table => new
                {
                    earlier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    later_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    relation = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_need_links", x => new { x.earlier_id, x.later_id });
                    table.ForeignKey(
                        name: "fk_need_links_needs_earlier_id",
                        column: x => x.earlier_id,
                        principalTable: "needs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_need_links_needs_later_id",
                        column: x => x.later_id,
                        principalTable: "needs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "need_import_rows",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    need_id = table.Column<Guid>(type: "uuid", nullable: true),
                    faults = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_need_import_rows", x => new { x.import_id, x.line });
                    table.ForeignKey(
                        name: "fk_need_import_rows_need_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "need_imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_attachments_need_id_hash",
                table: "attachments",
                columns: new[] { "need_id", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dream_ideas_municipality_code",
                table: "dream_ideas",
                column: "municipality_code");

            migrationBuilder.CreateIndex(
                name: "ix_dream_ideas_state_updated_at",
                table: "dream_ideas",
                columns: new[] { "state", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_imported_needs_need_id",
                table: "imported_needs",
                column: "need_id");

            migrationBuilder.CreateIndex(
                name: "ix_need_imports_organisation_id",
                table: "need_imports",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_need_links_later_id",
                table: "need_links",
                column: "later_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attachment_contents");

            migrationBuilder.DropTable(
                name: "attachments");

            migrationBuilder.DropTable(
                name: "dream_cursor");

            migrationBuilder.DropTable(
                name: "dream_ideas");

            migrationBuilder.DropTable(
                name: "imported_needs");

            migrationBuilder.DropTable(
                name: "need_import_rows");

            migrationBuilder.DropTable(
                name: "need_links");

            migrationBuilder.DropTable(
                name: "need_imports");

            migrationBuilder.DropColumn(
                name: "text_key",
                table: "needs");

            migrationBuilder.DropColumn(
                name: "title_keys",
                table: "needs");

            migrationBuilder.Sql("drop function likeness_of_keys(text[], text[])");
            migrationBuilder.Sql(LikenessKey.Drop);

            migrationBuilder.AlterDatabase()
                .OldAnnotation("Npgsql:PostgresExtension:pg_trgm", ",,");
        }
    }
}
