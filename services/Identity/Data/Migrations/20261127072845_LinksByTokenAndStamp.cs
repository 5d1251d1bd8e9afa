using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.Identity.Data.Migrations
{
    /// <inheritdoc />
    public partial class LinksByTokenAndStamp : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_password_links",
                table: "password_links");

            migrationBuilder.DropIndex(
                name: "ix_password_links_token_hash",
                table: "password_links");

            migrationBuilder.AddColumn<string>(
                name: "stamp",
                table: "password_links",
                type: "text",
                nullable: false,
                // No account has it: links of the version before end, and their owners ask for another letter.
                defaultValue: "");

            migrationBuilder.AddPrimaryKey(
                name: "pk_password_links",
                table: "password_links",
                column: "token_hash");

            migrationBuilder.CreateIndex(
                name: "ix_password_links_account_id",
                table: "password_links",
                column: "account_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // An account may have two.
            migrationBuilder.Sql("delete from password_links");

            migrationBuilder.DropPrimaryKey(
                name: "pk_password_links",
                table: "password_links");

            migrationBuilder.DropIndex(
                name: "ix_password_links_account_id",
                table: "password_links");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "password_links");

            migrationBuilder.AddPrimaryKey(
                name: "pk_password_links",
                table: "password_links",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_password_links_token_hash",
                table: "password_links",
                column: "token_hash",
                unique: true);
        }
    }
}
