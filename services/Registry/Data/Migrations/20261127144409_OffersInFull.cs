using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.Registry.Data.Migrations
{
    /// <inheritdoc />
    public partial class OffersInFull : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "anchored_on",
                table: "offers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "anchoring",
                table: "offers",
                type: "text",
                nullable: false,
                defaultValue: "none");

            migrationBuilder.AddColumn<string>(
                name: "asked_at",
                table: "offers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "available_from",
                table: "offers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "available_to",
                table: "offers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<List<string>>(
                name: "learns",
                table: "offers",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<List<string>>(
                name: "vetoes",
                table: "offers",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<List<string>>(
                name: "wishes",
                table: "offers",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "evidence",
                table: "offer_areas",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "evidence_address",
                table: "offer_areas",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "anchored_on",
                table: "offers");

            migrationBuilder.DropColumn(
                name: "anchoring",
                table: "offers");

            migrationBuilder.DropColumn(
                name: "asked_at",
                table: "offers");

            migrationBuilder.DropColumn(
                name: "available_from",
                table: "offers");

            migrationBuilder.DropColumn(
                name: "available_to",
                table: "offers");

            migrationBuilder.DropColumn(
                name: "learns",
                table: "offers");

            migrationBuilder.DropColumn(
                name: "vetoes",
                table: "offers");

            migrationBuilder.DropColumn(
                name: "wishes",
                table: "offers");

            migrationBuilder.DropColumn(
                name: "evidence",
                table: "offer_areas");

            migrationBuilder.DropColumn(
                name: "evidence_address",
                table: "offer_areas");
        }
    }
}
