using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Streamix.Auth.Identity.Data.Migrations
{
    /// <inheritdoc />
    public partial class BindToCredentials : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "password_of",
                table: "challenges",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddForeignKey(
                name: "fk_authenticators_credentials_account_id",
                table: "authenticators",
                column: "account_id",
                principalTable: "credentials",
                principalColumn: "account_id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_challenges_credentials_account_id",
                table: "challenges",
                column: "account_id",
                principalTable: "credentials",
                principalColumn: "account_id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_passcodes_credentials_account_id",
                table: "passcodes",
                column: "account_id",
                principalTable: "credentials",
                principalColumn: "account_id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_passkeys_credentials_account_id",
                table: "passkeys",
                column: "account_id",
                principalTable: "credentials",
                principalColumn: "account_id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_password_resets_credentials_account_id",
                table: "password_resets",
                column: "account_id",
                principalTable: "credentials",
                principalColumn: "account_id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_recovery_codes_credentials_account_id",
                table: "recovery_codes",
                column: "account_id",
                principalTable: "credentials",
                principalColumn: "account_id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_authenticators_credentials_account_id",
                table: "authenticators");

            migrationBuilder.DropForeignKey(
                name: "fk_challenges_credentials_account_id",
                table: "challenges");

            migrationBuilder.DropForeignKey(
                name: "fk_passcodes_credentials_account_id",
                table: "passcodes");

            migrationBuilder.DropForeignKey(
                name: "fk_passkeys_credentials_account_id",
                table: "passkeys");

            migrationBuilder.DropForeignKey(
                name: "fk_password_resets_credentials_account_id",
                table: "password_resets");

            migrationBuilder.DropForeignKey(
                name: "fk_recovery_codes_credentials_account_id",
                table: "recovery_codes");

            migrationBuilder.DropColumn(
                name: "password_of",
                table: "challenges");
        }
    }
}
