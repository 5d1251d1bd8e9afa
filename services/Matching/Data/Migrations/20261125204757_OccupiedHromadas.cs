using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.Matching.Data.Migrations
{
    /// <inheritdoc />
    public partial class OccupiedHromadas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "opening",
                table: "proposals",
                type: "jsonb",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_proposals_need_id",
                table: "proposals",
                column: "need_id",
                filter: "match -> 'need' ->> 'sensitivity' = 'restricted'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_proposals_need_id",
                table: "proposals");

            migrationBuilder.DropColumn(
                name: "opening",
                table: "proposals");
        }
    }
}
