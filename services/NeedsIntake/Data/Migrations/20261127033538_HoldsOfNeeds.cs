using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.NeedsIntake.Data.Migrations
{
    /// <inheritdoc />
    public partial class HoldsOfNeeds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<TimeSpan>(
                name: "rested",
                table: "needs",
                type: "interval",
                nullable: false,
                defaultValueSql: "interval '0'");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "status_since",
                table: "needs",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            // What an earlier program verified while the migration before this one was in place lacks the day of its first
            // verification; what waits for AUC again has none.
            migrationBuilder.Sql(
                """
                update needs set status_since = changed_at;
                update needs set first_verified_at = verified_at
                    where first_verified_at is null and status in ('verified', 'partly_met', 'met', 'closed', 'suspended');
                update needs set first_verified_at = null where status in ('submitted', 'under_review', 'returned');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "rested",
                table: "needs");

            migrationBuilder.DropColumn(
                name: "status_since",
                table: "needs");
        }
    }
}
