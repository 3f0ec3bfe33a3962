using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Streamix.Users.Account.Data.Migrations
{
    /// <inheritdoc />
    public partial class ConsentsIndexesAndSecondStep : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_exports_due_at",
                table: "exports");

            migrationBuilder.AddColumn<byte[]>(
                name: "origin",
                table: "registration_attempts",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "objects_deleted_at",
                table: "exports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "has_second_step",
                table: "accounts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "second_step_changed_at",
                table: "accounts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "names",
                table: "accounts",
                type: "text",
                nullable: false,
                computedColumnSql: "lower(display_name || E'\\n' || coalesce(given_name, '') || ' ' || coalesce(family_name, ''))",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_exports_due_at",
                table: "exports",
                column: "due_at",
                filter: "objects_deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_by_email",
                table: "accounts",
                columns: new[] { "email_key", "id" },
                filter: "erased_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_by_name",
                table: "accounts",
                columns: new[] { "display_name", "id" },
                filter: "erased_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_email_key_parts",
                table: "accounts",
                column: "email_key")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_names",
                table: "accounts",
                column: "names")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_exports_due_at",
                table: "exports");

            migrationBuilder.DropIndex(
                name: "ix_accounts_by_email",
                table: "accounts");

            migrationBuilder.DropIndex(
                name: "ix_accounts_by_name",
                table: "accounts");

            migrationBuilder.DropIndex(
                name: "ix_accounts_email_key_parts",
                table: "accounts");

            migrationBuilder.DropIndex(
                name: "ix_accounts_names",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "names",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "origin",
                table: "registration_attempts");

            migrationBuilder.DropColumn(
                name: "objects_deleted_at",
                table: "exports");

            migrationBuilder.DropColumn(
                name: "has_second_step",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "second_step_changed_at",
                table: "accounts");

            migrationBuilder.CreateIndex(
                name: "ix_exports_due_at",
                table: "exports",
                column: "due_at",
                filter: "state IN ('Running', 'Ready')");
        }
    }
}
