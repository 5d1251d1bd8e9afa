using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.NeedsIntake.Data.Migrations
{
    /// <inheritdoc />
    public partial class PartsOfNeeds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<List<int>>(
                name: "quarters",
                table: "known_partnerships",
                type: "integer[]",
                nullable: false,
                defaultValue: new List<int>());
            // Until now each was taken to meet its needs wholly.
            migrationBuilder.Sql("update known_partnerships set quarters = array_fill(4, array[cardinality(need_ids)])");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "quarters",
                table: "known_partnerships");
        }
    }
}
