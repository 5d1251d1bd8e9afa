using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Kommunebro.NeedsIntake.Data.Migrations
{
    /// <inheritdoc />
    public partial class CourseOfNeeds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "duplicate_of",
                table: "needs",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "effort_confirmed",
                table: "needs",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string[]>(
                name: "evidence",
                table: "needs",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'::text[]");

            migrationBuilder.AddColumn<string>(
                name: "exemption_ground",
                table: "needs",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "first_verified_at",
                table: "needs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_heard_at",
                table: "needs",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            migrationBuilder.AddColumn<string>(
                name: "pause_reason",
                table: "needs",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "paused_until",
                table: "needs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reviewer",
                table: "needs",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "statement_location_precision",
                table: "needs",
                type: "text",
                nullable: false,
                defaultValue: "hromada");

            migrationBuilder.AddColumn<string>(
                name: "statement_particulars",
                table: "needs",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{}'::jsonb");

            migrationBuilder.AddColumn<string>(
                name: "statement_season",
                table: "needs",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "suspended_from",
                table: "needs",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "text_findings",
                table: "needs",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'::jsonb");

            migrationBuilder.AddColumn<bool>(
                name: "texts_undecided",
                table: "needs",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "verification_method",
                table: "needs",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "need_drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    body = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_need_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "need_steps",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    need_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_need_steps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "territory_tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<string>(type: "text", nullable: false),
                    to = table.Column<string>(type: "text", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_territory_tasks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "town_calls",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_town_calls", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_need_drafts_municipality_id",
                table: "need_drafts",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_need_steps_need_id_id",
                table: "need_steps",
                columns: new[] { "need_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_territory_tasks_due_at",
                table: "territory_tasks",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_territory_tasks_municipality_id",
                table: "territory_tasks",
                column: "municipality_id",
                unique: true,
                filter: "done_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_town_calls_municipality_id_id",
                table: "town_calls",
                columns: new[] { "municipality_id", "id" });

            // Words that went with steps leave the audit, which is never erased, for the history, which can be.
            migrationBuilder.Sql(
                """
                update needs set last_heard_at = changed_at, first_verified_at = verified_at;
                insert into need_steps (need_id, version, at, action, who, words)
                select subject_id::uuid, (after ->> 'version')::bigint, at, action, who, coalesce(case action
                    when 'need.return' then after ->> 'question'
                    when 'need.verify' then after ->> 'verificationNote'
                    when 'need.reject' then concat_ws(': ', after ->> 'rejectionReason', after ->> 'rejectionText')
                    when 'need.withdraw' then after ->> 'withdrawalReason' end, '')
                from audit where subject_type = 'need' and after is not null order by id;
                update audit set
                    before = before - array['question', 'verificationNote', 'rejectionText', 'withdrawalReason']
                        #- '{statement,title}' #- '{statement,description}' #- '{statement,urgencyReason}',
                    after = after - array['question', 'verificationNote', 'rejectionText', 'withdrawalReason']
                        #- '{statement,title}' #- '{statement,description}' #- '{statement,urgencyReason}'
                where subject_type = 'need';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "need_drafts");

            migrationBuilder.DropTable(
                name: "need_steps");

            migrationBuilder.DropTable(
                name: "territory_tasks");

            migrationBuilder.DropTable(
                name: "town_calls");

            migrationBuilder.DropColumn(
                name: "duplicate_of",
                table: "needs");

            migrationBuilder.DropColumn(
                name: "effort_confirmed",
                table: "needs");

            migrationBuilder.DropColumn(
                name: "evidence",
                table: "needs");

            migrationBuilder.DropColumn(
                name: "exemption_ground",
                table: "needs");

            migrationBuilder.DropColumn(
                name: "first_verified_at",
                table: "needs");

            migrationBuilder.DropColumn(
                name: "last_heard_at",
                table: "needs");

            migrationBuilder.DropColumn(
                name: "pause_reason",
                table: "needs");

            migrationBuilder.DropColumn(
                name: "paused_until",
                table: "needs");

            migrationBuilder.DropColumn(
                name: "reviewer",
                table: "needs");

            migrationBuilder.DropColumn(
                name: "statement_location_precision",
                table: "needs");

            migrationBuilder.DropColumn(
                name: "statement_particulars",
                table: "needs");

            migrationBuilder.DropColumn(
                name: "statement_season",
                table: "needs");

            migrationBuilder.DropColumn(
                name: "suspended_from",
                table: "needs");

            migrationBuilder.DropColumn(
                name: "text_findings",
                table: "needs");

            migrationBuilder.DropColumn(
                name: "texts_undecided",
                table: "needs");

            migrationBuilder.DropColumn(
                name: "verification_method",
                table: "needs");
        }
    }
}
