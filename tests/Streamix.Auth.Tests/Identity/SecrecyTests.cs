using Npgsql;
using Streamix.Auth.Tests.Identity.Hosting;

namespace Streamix.Auth.Tests.Identity;

public class SecrecyTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task Secrets_OfAWholeLife_StandNowhereInReadableForm()
    {
        var account = await host.RegisterAsync();
        var passcode = await host.PasscodeAsync(account);
        await (await host.VerifyAsync(account.Id, passcode)).ShouldBeAsync(204);
        account = await host.WithTotpAsync(account);
        await (await host.AnswerAsync(await host.ChallengeAsync(account), "totp", host.CodeOf(account.TotpSecret!))).ShouldBeAsync(200);
        await host.SignInAsync(account.Email, "not the password at all");
        await (await host.Anonymous().PostAsJsonAsync("/identity/password-resets", new { email = account.Email })).ShouldBeAsync(202);
        var token = (await host.MailsAsync(account.Id, "password-reset")).Single().Text("token");
        await (await host.Anonymous().PostAsJsonAsync("/identity/password-resets/complete", new { token, password = "a phrase for later days" })).ShouldBeAsync(204);

        string[] secrets =
        [
            account.Password, "not the password at all", "a phrase for later days", token, account.TotpSecret!,
            .. account.RecoveryCodes, .. account.RecoveryCodes.Select(c => c.Replace("-", "")), $"\"{passcode}\"", $" {passcode}",
        ];
        var (database, logs) = (await DumpAsync(), host.Logs.Text);
        logs.ShouldContain("identity", Case.Insensitive);
        database.ShouldContain(account.Id.ToString());
        foreach (var secret in secrets)
        {
            logs.Contains(secret, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{secret} in the log");
            foreach (var form in (string[])[secret, Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(secret)), Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(secret))])
                database.Contains(form, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{form} in the database");
        }
        logs.Contains(account.Email, StringComparison.OrdinalIgnoreCase).ShouldBeFalse("the address in the log");
    }

    /// <summary>Every row of every table as text; bytes as hex and, where they are text, as that.</summary>
    private async Task<string> DumpAsync()
    {
        await using var connection = new NpgsqlConnection(host.Database);
        await connection.OpenAsync();
        List<string> tables = [];
        await using (var names = new NpgsqlCommand("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'", connection))
        await using (var reader = await names.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        tables.Count.ShouldBeGreaterThan(10);
        var dump = new System.Text.StringBuilder();
        foreach (var table in tables)
        {
            await using var rows = new NpgsqlCommand($"SELECT coalesce(string_agg(t::text, E'\\n'), '') FROM {table} t", connection);
            dump.AppendLine((string)(await rows.ExecuteScalarAsync())!);
        }
        await using var bodies = new NpgsqlCommand("SELECT coalesce(string_agg(convert_from(body, 'UTF8'), E'\\n'), '') FROM outbox", connection);
        return dump.AppendLine((string)(await bodies.ExecuteScalarAsync())!).ToString();
    }
}
