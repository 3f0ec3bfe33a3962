using Npgsql;
using Streamix.Testing.Tokens;

namespace Streamix.Benchmarks.Starts;

/// <summary>Somebody who watches; each has an account and a session of their own.</summary>
internal sealed record Viewer(Guid Account, Guid Profile, string Token);

/// <summary>Makes viewers whom streaming-rights knows, as the events of accounts and profiles would have told it.</summary>
internal static class Viewers
{
    public static async Task<Viewer[]> MakeAsync(int count, string rightsDatabase, TestTokens tokens)
    {
        Guid[] accounts = [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())], profiles = [.. accounts.Select(_ => Guid.CreateVersion7())];
        await using var source = NpgsqlDataSource.Create(rightsDatabase);
        await RunAsync(source, "INSERT INTO known_accounts (account_id, status, status_revision, country, country_revision) SELECT a, 'active', 1, 'DE', 1 FROM unnest($1) a", accounts);
        await RunAsync(source, "INSERT INTO known_profiles (profile_id, account_id, maturity, revision, removed) SELECT p, a, 18, 1, false FROM unnest($1, $2) AS u (a, p)", accounts, profiles);
        return [.. accounts.Zip(profiles, (account, profile) => new Viewer(account, profile, tokens.User(new UserClaims { Account = account, Profile = profile })))];
    }

    private static async Task RunAsync(NpgsqlDataSource source, string statement, params Guid[][] columns)
    {
        await using var insert = source.CreateCommand(statement);
        foreach (var column in columns)
            insert.Parameters.Add(new() { Value = column });
        await insert.ExecuteNonQueryAsync();
    }
}
