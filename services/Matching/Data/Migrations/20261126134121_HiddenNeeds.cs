using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kommunebro.Matching.Data.Migrations
{
    /// <inheritdoc />
    public partial class HiddenNeeds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "hidden_needs",
                columns: table => new
                {
                    need_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hidden_needs", x => x.need_id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "hidden_needs");
        }
    }
}
