using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.Matching.Data.Migrations
{
    /// <inheritdoc />
    public partial class Repairs : Migration
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "repair",
                table: "matching_runs");

            migrationBuilder.DropColumn(
                name: "seen",
                table: "matching_runs");
        }
    }
}
