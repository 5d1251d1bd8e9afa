using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.Matching.Data.Migrations
{
    /// <inheritdoc />
    public partial class RunOptions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "seed",
                table: "matching_runs",
                type: "bigint",
                nullable: false,
                defaultValue: 1L);

            migrationBuilder.AddColumn<bool>(
                name: "stop_asked",
                table: "matching_runs",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<double>(
                name: "units",
                table: "matching_runs",
                type: "double precision",
                nullable: false,
                defaultValue: 20.0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "seed",
                table: "matching_runs");

            migrationBuilder.DropColumn(
                name: "stop_asked",
                table: "matching_runs");

            migrationBuilder.DropColumn(
                name: "units",
                table: "matching_runs");
        }
    }
}
