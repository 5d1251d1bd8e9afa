using Kommunebro.ServiceDefaults;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.Registry.Data.Migrations
{
    /// <inheritdoc />
    public partial class SearchAcrossScripts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.Sql(LikenessKey.Create);

            migrationBuilder.AddColumn<string>(
                name: "search_key",
                table: "municipalities",
                type: "text",
                nullable: true,
                computedColumnSql: "likeness_key(coalesce(name_nb, '') || ' | ' || coalesce(name_uk, '') || ' | ' || coalesce(name_en, ''))",
                stored: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "search_key",
                table: "municipalities");

            migrationBuilder.Sql(LikenessKey.Drop);

            migrationBuilder.AlterDatabase()
                .OldAnnotation("Npgsql:PostgresExtension:pg_trgm", ",,");
        }
    }
}
