using System.Text;
using Npgsql;
using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Tests.Host;
using Streamix.Comms.Tests.Smtp;

namespace Streamix.Comms.Tests.Sending;

/// <summary>What stands in the database and the log can be read by nobody.</summary>
public sealed class SecrecyTests
{
    private static readonly string[] Secrets = ["grace.hopper", "Grace", "K7M2XQ"];

    [Fact]
    public async Task Mail_QueuedRetriedAndSent_LeavesNothingReadable()
    {
        var failures = 0;
        await using var email = await EmailHost.StartAsync(new SmtpServer
        {
            Answer = command => command.StartsWith("RCPT", StringComparison.Ordinal) && failures++ == 0 ? "450 4.2.1 <grace.hopper@navy.example> is busy, Grace" : null,
        });
        var id = await email.AskAsync(MailTemplates.Passcode, "grace.hopper@navy.example", "Grace");
        await AssertNothingAsync(email);
        await email.StateAsync(id, MailState.Sent);

        await AssertNothingAsync(email);
        (await email.MailAsync(id)).Content.ShouldBeNull();
        var log = string.Join('\n', email.Logged);
        foreach (var secret in Secrets)
            log.ShouldNotContain(secret, Case.Insensitive);
    }

    [Fact]
    public async Task Content_Stolen_OpensOnlyAsTheMailItWasLockedFor()
    {
        await using var email = await EmailHost.StartAsync();
        var safe = email.Services.GetRequiredService<Email.Addresses.MailSafe>();
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        var locked = safe.Lock(one, new("ada@example.com", "Ada", new Dictionary<string, string>()));
        safe.Unlock(one, locked).To.ShouldBe("ada@example.com");
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => safe.Unlock(other, locked));
    }

    private static async Task AssertNothingAsync(EmailHost email)
    {
        var dump = await DumpAsync(email.Database);
        dump.ShouldContain("passcode");
        foreach (var secret in Secrets)
        {
            dump.ShouldNotContain(secret, Case.Insensitive);
            dump.ShouldNotContain(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret)), Case.Insensitive);
        }
    }

    /// <summary>Every row of every table as text; bytes appear as hex.</summary>
    private static async Task<string> DumpAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        var tables = new List<string>();
        await using (var list = source.CreateCommand("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'"))
        await using (var rows = await list.ExecuteReaderAsync())
            while (await rows.ReadAsync())
                tables.Add(rows.GetString(0));
        var dump = new StringBuilder();
        foreach (var table in tables)
        {
            await using var read = source.CreateCommand($"SELECT t::text FROM {table} t");
            await using var rows = await read.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                dump.AppendLine(rows.GetString(0));
        }
        return dump.ToString();
    }
}
