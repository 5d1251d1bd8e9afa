using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.Matching.Data.Migrations
{
    /// <inheritdoc />
    public partial class RepairsAndHiddenNeeds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "repair",
                table: "matching_runs",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "seen",
                table: "matching_runs",
                type: "jsonb",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "hidden_needs",
                columns: table => new
                {
                    need_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hidden_needs", x => x.need_id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "hidden_needs");

            migrationBuilder.DropColumn(
                name: "repair",
                table: "matching_runs");

            migrationBuilder.DropColumn(
                name: "seen",
                table: "matching_runs");
        }
    }
}
