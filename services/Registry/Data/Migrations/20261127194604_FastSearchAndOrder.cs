using Kommunebro.Registry.Municipalities;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.Registry.Data.Migrations
{
    /// <inheritdoc />
    public partial class FastSearchAndOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(NameSearch.Create);
            migrationBuilder.Sql(ShownNames.Create);

            migrationBuilder.DropIndex(
                name: "ix_offer_areas_area_code",
                table: "offer_areas");

            migrationBuilder.AlterTable(
                name: "municipalities")
                .Annotation("Npgsql:StorageParameter:fillfactor", 70);

            migrationBuilder.CreateIndex(
                name: "ix_offer_areas_area_code_level",
                table: "offer_areas",
                columns: new[] { "area_code", "level" })
                .Annotation("Npgsql:IndexInclude", new[] { "offer_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(ShownNames.Drop);
            migrationBuilder.Sql(NameSearch.Drop);

            migrationBuilder.DropIndex(
                name: "ix_offer_areas_area_code_level",
                table: "offer_areas");

            migrationBuilder.AlterTable(
                name: "municipalities")
                .OldAnnotation("Npgsql:StorageParameter:fillfactor", 70);

            migrationBuilder.CreateIndex(
                name: "ix_offer_areas_area_code",
                table: "offer_areas",
                column: "area_code");
        }
    }
}
