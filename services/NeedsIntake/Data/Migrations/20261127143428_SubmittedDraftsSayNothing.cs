using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.NeedsIntake.Data.Migrations
{
    /// <inheritdoc />
    public partial class SubmittedDraftsSayNothing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "fingerprint",
                table: "need_drafts",
                type: "text",
                nullable: true);

            // Their needs say it.
            migrationBuilder.Sql("update need_drafts set body = '{}' where became is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "fingerprint",
                table: "need_drafts");
        }
    }
}
