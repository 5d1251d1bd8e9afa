using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.Matching.Data.Migrations
{
    /// <inheritdoc />
    public partial class PartsOfNeeds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int[]>(
                name: "quarters",
                table: "partnerships",
                type: "integer[]",
                nullable: false,
                defaultValue: new int[0]);
            // By the ledger; what was cancelled holds nothing any more, and counts for nothing.
            migrationBuilder.Sql(
                """
                update partnerships p set quarters = array(
                    select coalesce((select h.quarters from holds h where h.partnership_id = p.id and h.need_id = (n.need ->> 'id')::uuid), 4)
                    from jsonb_array_elements(p.needs) with ordinality n(need, at) order by n.at)
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "quarters",
                table: "partnerships");
        }
    }
}
