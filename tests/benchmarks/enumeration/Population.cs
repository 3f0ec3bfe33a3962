using Microsoft.EntityFrameworkCore;
using Npgsql;
using Streamix.Auth.Contracts.Credentials;
using Streamix.Auth.Identity.Data;
using Streamix.ServiceDefaults.Data;
using Streamix.Users.Account.Data;

namespace Streamix.Benchmarks.Enumeration;

/// <summary>Those who have an account, and those who have not proven their address yet.</summary>
internal sealed record Population(IReadOnlyList<Guid> Pending)
{
    public const string Password = "correct horse battery staple";

    public static string EmailOf(int person) => $"person-{person:0000}@example.org";

    /// <summary>As long as those of the others.</summary>
    public static string UnknownEmail() => $"{Guid.NewGuid():n}"[..11] + "@example.org";

    public static object SignUp(string email) => new { email, password = Password, displayName = "Ada", locale = "en-GB", country = "GB", termsVersion = "2026-01" };

    public static async Task MigrateAsync(string account, string identity)
    {
        var accounts = new DbContextOptionsBuilder<AccountDb>();
        accounts.UseNpgsql(account).UseServiceConventions();
        await using (var db = new AccountDb(accounts.Options))
            await db.Database.MigrateAsync();
        var identities = new DbContextOptionsBuilder<IdentityDb>();
        identities.UseNpgsql(identity).UseServiceConventions();
        await using (var db = new IdentityDb(identities.Options))
            await db.Database.MigrateAsync();
    }

    public static async Task<Population> SettleAsync(Services services, int people)
    {
        for (var i = 0; i < people; i++)
            await services.Account.TimeAsync("/account/registrations", SignUp(EmailOf(i)), 201);
        await using var accounts = NpgsqlDataSource.Create(services.AccountDb);
        await using (var prove = accounts.CreateCommand("UPDATE accounts SET status = 'active'"))
            await prove.ExecuteNonQueryAsync();

        await using var identities = NpgsqlDataSource.Create(services.IdentityDb);
        var hash = PasswordHash.Of(Password);
        List<Guid> pending = [];
        for (var i = 0; i < people; i++)
        {
            await AddAsync(identities, Guid.CreateVersion7(), EmailOf(i), hash, "active");
            pending.Add(Guid.CreateVersion7());
            await AddAsync(identities, pending[i], $"pending-{EmailOf(i)}", hash, "pending");
        }
        return new(pending);
    }

    private static async Task AddAsync(NpgsqlDataSource identities, Guid account, string email, string hash, string status)
    {
        await using var insert = identities.CreateCommand("""
            WITH c AS (INSERT INTO credentials (account_id, password_hash, created_at, password_changed_at, proven_at)
                         VALUES ($1, $2, now(), now(), CASE WHEN $4 = 'active' THEN now() END)),
                 p AS (INSERT INTO passcodes (account_id, hash, sent_at, expires_at, attempts)
                         SELECT $1, decode(repeat('00', 32), 'hex'), now(), now() + interval '1 hour', 0 WHERE $4 = 'pending')
            INSERT INTO account_copies (account_id, email, email_key, email_revision, status, status_revision, roles, roles_revision, locale, locale_revision)
            VALUES ($1, $3, $3, 1, $4, 1, ARRAY[]::text[], 0, 'en', 0)
            """);
        foreach (var value in (object[])[account, hash, email, status])
            insert.Parameters.Add(new() { Value = value });
        await insert.ExecuteNonQueryAsync();
    }
}
