using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.NeedsIntake.Data.Migrations
{
    /// <inheritdoc />
    public partial class AreasOutOfUse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "deprecated_since",
                table: "known_areas",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "replaced_by",
                table: "known_areas",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "deprecated_since",
                table: "known_areas");

            migrationBuilder.DropColumn(
                name: "replaced_by",
                table: "known_areas");
        }
    }
}
