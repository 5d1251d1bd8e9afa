using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.Identity.Data.Migrations
{
    /// <inheritdoc />
    public partial class PeopleOfOutsideIssuers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "outside_issuer",
                table: "accounts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "outside_subject",
                table: "accounts",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_accounts_outside_issuer_outside_subject",
                table: "accounts",
                columns: new[] { "outside_issuer", "outside_subject" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_accounts_outside_issuer_outside_subject",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "outside_issuer",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "outside_subject",
                table: "accounts");
        }
    }
}
