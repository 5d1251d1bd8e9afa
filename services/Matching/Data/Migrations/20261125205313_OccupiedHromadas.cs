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
            migrationBuilder.DropIndex(
                name: "ix_partnerships_request_id",
                table: "partnerships");

            migrationBuilder.AddColumn<string>(
                name: "opening",
                table: "proposals",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "registered_by",
                table: "partnerships",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_proposals_need_id",
                table: "proposals",
                column: "need_id",
                filter: "match -> 'need' ->> 'sensitivity' = 'restricted'");

            migrationBuilder.CreateIndex(
                name: "ix_partnerships_registered_by_request_id",
                table: "partnerships",
                columns: new[] { "registered_by", "request_id" },
                unique: true,
                filter: "request_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_proposals_need_id",
                table: "proposals");

            migrationBuilder.DropIndex(
                name: "ix_partnerships_registered_by_request_id",
                table: "partnerships");

            migrationBuilder.DropColumn(
                name: "opening",
                table: "proposals");

            migrationBuilder.DropColumn(
                name: "registered_by",
                table: "partnerships");

            migrationBuilder.CreateIndex(
                name: "ix_partnerships_request_id",
                table: "partnerships",
                column: "request_id",
                unique: true);
        }
    }
}
