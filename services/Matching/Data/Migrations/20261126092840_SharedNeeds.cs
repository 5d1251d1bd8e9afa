using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.Matching.Data.Migrations
{
    /// <inheritdoc />
    public partial class SharedNeeds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_holds_need_id",
                table: "holds");

            migrationBuilder.AddColumn<int>(
                name: "quarters",
                table: "holds",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            // Until now a need went wholly to one supplier.
            migrationBuilder.Sql("update holds set quarters = 4 where need_id is not null;");

            migrationBuilder.CreateIndex(
                name: "ix_holds_need_id",
                table: "holds",
                column: "need_id",
                unique: true,
                filter: "quarters > 2");

            migrationBuilder.CreateIndex(
                name: "ix_holds_need_id_supplier_id",
                table: "holds",
                columns: new[] { "need_id", "supplier_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_holds_need_id",
                table: "holds");

            migrationBuilder.DropIndex(
                name: "ix_holds_need_id_supplier_id",
                table: "holds");

            migrationBuilder.DropColumn(
                name: "quarters",
                table: "holds");

            migrationBuilder.CreateIndex(
                name: "ix_holds_need_id",
                table: "holds",
                column: "need_id",
                unique: true);
        }
    }
}
