using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.Registry.Data.Migrations
{
    /// <inheritdoc />
    public partial class ProfilesCommunityOrganisationsAreaMappings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "lower_names",
                table: "municipalities",
                type: "text",
                nullable: true,
                computedColumnSql: "lower((coalesce(name_nb, '') || ' | ' || coalesce(name_uk, '') || ' | ' || coalesce(name_en, '')) collate \"und-x-icu\")",
                stored: true);

            migrationBuilder.AddColumn<string>(
                name: "cluster",
                table: "areas",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "cofog",
                table: "areas",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "deprecated_since",
                table: "areas",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "oc4ids_sector",
                table: "areas",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rdna_sector",
                table: "areas",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "replaced_by",
                table: "areas",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "community_organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    areas = table.Column<List<string>>(type: "text[]", nullable: false),
                    modes = table.Column<string[]>(type: "text[]", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    organisation_number = table.Column<string>(type: "text", nullable: true),
                    website = table.Column<string>(type: "text", nullable: true),
                    text_en = table.Column<string>(type: "text", nullable: true),
                    text_nb = table.Column<string>(type: "text", nullable: true),
                    text_uk = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_community_organisations", x => x.id);
                    table.ForeignKey(
                        name: "fk_community_organisations_municipalities_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipalities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "municipality_profiles",
                columns: table => new
                {
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    geography = table.Column<string[]>(type: "text[]", nullable: false),
                    working_languages = table.Column<List<string>>(type: "text[]", nullable: false),
                    administrative_capacity = table.Column<int>(type: "integer", nullable: true),
                    association = table.Column<string>(type: "text", nullable: true),
                    displaced_persons = table.Column<int>(type: "integer", nullable: true),
                    displaced_persons_on = table.Column<DateOnly>(type: "date", nullable: true),
                    displaced_persons_source = table.Column<string>(type: "text", nullable: true),
                    head = table.Column<string>(type: "text", nullable: true),
                    text_en = table.Column<string>(type: "text", nullable: true),
                    text_nb = table.Column<string>(type: "text", nullable: true),
                    text_uk = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_municipality_profiles", x => x.municipality_id);
                    table.ForeignKey(
                        name: "fk_municipality_profiles_municipalities_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipalities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_community_organisations_municipality_id_id",
                table: "community_organisations",
                columns: new[] { "municipality_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_community_organisations_name",
                table: "community_organisations",
                columns: new[] { "municipality_id", "name_key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "community_organisations");

            migrationBuilder.DropTable(
                name: "municipality_profiles");

            migrationBuilder.DropColumn(
                name: "lower_names",
                table: "municipalities");

            migrationBuilder.DropColumn(
                name: "cluster",
                table: "areas");

            migrationBuilder.DropColumn(
                name: "cofog",
                table: "areas");

            migrationBuilder.DropColumn(
                name: "deprecated_since",
                table: "areas");

            migrationBuilder.DropColumn(
                name: "oc4ids_sector",
                table: "areas");

            migrationBuilder.DropColumn(
                name: "rdna_sector",
                table: "areas");

            migrationBuilder.DropColumn(
                name: "replaced_by",
                table: "areas");
        }
    }
}
