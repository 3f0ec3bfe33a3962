using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Streamix.Sample.Notes.Data.Migrations
{
    /// <inheritdoc />
    public partial class OwnersOfAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "account_id",
                table: "idempotency_keys",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_account_id",
                table: "idempotency_keys",
                column: "account_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_idempotency_keys_account_id",
                table: "idempotency_keys");

            migrationBuilder.DropColumn(
                name: "account_id",
                table: "idempotency_keys");
        }
    }
}
