using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.Identity.Data.Migrations
{
    /// <inheritdoc />
    public partial class PeopleWithTheirIssuer : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddCheckConstraint(
                name: "ck_accounts_outside_issuer_and_subject",
                table: "accounts",
                sql: "(outside_issuer is null) = (outside_subject is null)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_accounts_outside_issuer_and_subject",
                table: "accounts");
        }
    }
}
