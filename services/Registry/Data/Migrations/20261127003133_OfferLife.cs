using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.Registry.Data.Migrations
{
    /// <inheritdoc />
    public partial class OfferLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_confirmed_at",
                table: "offers",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            // Who reported before confirms a year after the last change.
            migrationBuilder.Sql("update offers set last_confirmed_at = changed_at");

            migrationBuilder.AddColumn<string>(
                name: "pause_reason",
                table: "offers",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "category_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category = table.Column<string>(type: "text", nullable: true),
                    suggested = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_category_decisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_category_decisions_municipalities_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipalities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_offers_status_last_confirmed_at",
                table: "offers",
                columns: new[] { "status", "last_confirmed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_category_decisions_municipality_id_id",
                table: "category_decisions",
                columns: new[] { "municipality_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "category_decisions");

            migrationBuilder.DropIndex(
                name: "ix_offers_status_last_confirmed_at",
                table: "offers");

            migrationBuilder.DropColumn(
                name: "last_confirmed_at",
                table: "offers");

            migrationBuilder.DropColumn(
                name: "pause_reason",
                table: "offers");
        }
    }
}
