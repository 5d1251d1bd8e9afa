using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.Registry.Data.Migrations
{
    /// <inheritdoc />
    public partial class FirstAvailabilityAndRestatement : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "first_available_at",
                table: "offers",
                type: "timestamp with time zone",
                nullable: true);

            // What is withdrawn may have been a draft; its audit says whether it ever was available.
            migrationBuilder.Sql(
                """
                update offers set first_available_at = submitted_at
                where status in ('available', 'paused', 'expired')
                    or exists (select from audit where subject_type = 'offer' and subject_id = offers.id::text and after->>'available' = 'true')
                """);

            migrationBuilder.AddColumn<DateOnly>(
                name: "restated_on",
                table: "figures",
                type: "date",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "first_available_at",
                table: "offers");

            migrationBuilder.DropColumn(
                name: "restated_on",
                table: "figures");
        }
    }
}
