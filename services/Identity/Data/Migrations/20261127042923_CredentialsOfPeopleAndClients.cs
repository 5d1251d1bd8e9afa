using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.Identity.Data.Migrations
{
    /// <inheritdoc />
    public partial class CredentialsOfPeopleAndClients : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "has_secret",
                table: "partner_clients",
                type: "boolean",
                nullable: false,
                // So far every client has one, and the version before makes them so.
                defaultValue: true);

            migrationBuilder.AddColumn<string[]>(
                name: "key_ids",
                table: "partner_clients",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "old_secret_ends_at",
                table: "partner_clients",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "letter_asked_at",
                table: "accounts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "recovery_codes",
                table: "accounts",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string>(
                name: "second_factor_key",
                table: "accounts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "second_factor_step",
                table: "accounts",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "password_links",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_password_links", x => x.account_id);
                    table.ForeignKey(
                        name: "fk_password_links_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "used_assertions",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_used_assertions", x => x.hash);
                });

            migrationBuilder.CreateIndex(
                name: "ix_password_links_token_hash",
                table: "password_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_used_assertions_ends_at",
                table: "used_assertions",
                column: "ends_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "password_links");

            migrationBuilder.DropTable(
                name: "used_assertions");

            migrationBuilder.DropColumn(
                name: "has_secret",
                table: "partner_clients");

            migrationBuilder.DropColumn(
                name: "key_ids",
                table: "partner_clients");

            migrationBuilder.DropColumn(
                name: "old_secret_ends_at",
                table: "partner_clients");

            migrationBuilder.DropColumn(
                name: "letter_asked_at",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "recovery_codes",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "second_factor_key",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "second_factor_step",
                table: "accounts");
        }
    }
}
