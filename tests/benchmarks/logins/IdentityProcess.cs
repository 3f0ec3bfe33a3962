using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Streamix.Auth.Contracts.Credentials;
using Streamix.Auth.Identity.Data;
using Streamix.ServiceDefaults.Data;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Benchmarks.Logins;

/// <summary>auth-identity as it runs in production, on a PostgreSQL of its own.</summary>
internal sealed class IdentityProcess : IAsyncDisposable
{
    public const string Password = "correct horse battery staple";
    private readonly PostgresServer _postgres;
    private readonly Process _process;

    private IdentityProcess(PostgresServer postgres, Process process, Uri address, int accounts) => (_postgres, _process, Address, Accounts) = (postgres, process, address, accounts);

    public Uri Address { get; }

    public int Accounts { get; }

    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<IdentityProcess> StartAsync(string sessions, int accounts)
    {
        var postgres = await PostgresServer.StartAsync();
        var database = await postgres.CreateDatabaseAsync("logins");
        await FillAsync(database, accounts);
        var address = new Uri($"http://127.0.0.1:{FreePorts.Take()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Streamix.Auth.Identity.dll")]) { RedirectStandardOutput = true };
        foreach (var (name, value) in Settings(database, sessions, address))
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var identity = new IdentityProcess(postgres, process, address, accounts);
        using var client = new HttpClient { BaseAddress = address };
        await Until.TrueAsync(async () => (await client.GetAsync("/alive")).IsSuccessStatusCode, "auth-identity answers");
        return identity;
    }

    public static string EmailOf(int account) => $"user{account}@example.org";

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        await _postgres.DisposeAsync();
    }

    private static Dictionary<string, string> Settings(string database, string sessions, Uri address) => new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_URLS"] = address.ToString(),
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["OTEL_SERVICE_NAME"] = "auth-identity",
        ["ConnectionStrings__auth-identity-db"] = database,
        ["services__auth-session__grpc__0"] = sessions,
        ["Sealing__Secret"] = "only for this run, and long enough to be one",
        ["Identity__EncryptionSecret"] = "only for this run, and long enough to be one",
        ["RateLimits__SensitivePerMinute"] = "1000000",
    };

    private static async Task FillAsync(string database, int accounts)
    {
        var options = new DbContextOptionsBuilder<IdentityDb>();
        options.UseNpgsql(database).UseServiceConventions();
        await using var db = new IdentityDb(options.Options);
        await db.Database.MigrateAsync();

        await using var source = NpgsqlDataSource.Create(database);
        var hash = PasswordHash.Of(Password);
        for (var i = 0; i < accounts; i++)
        {
            await using var insert = source.CreateCommand("""
                WITH c AS (INSERT INTO credentials (account_id, password_hash, created_at, password_changed_at, proven_at) VALUES ($1, $2, now(), now(), now()))
                INSERT INTO account_copies (account_id, email, email_key, email_revision, status, status_revision, roles, roles_revision, locale, locale_revision)
                VALUES ($1, $3, $3, 1, 'active', 1, ARRAY[]::text[], 0, 'en', 0)
                """);
            insert.Parameters.Add(new() { Value = Guid.CreateVersion7() });
            insert.Parameters.Add(new() { Value = hash });
            insert.Parameters.Add(new() { Value = EmailOf(i) });
            await insert.ExecuteNonQueryAsync();
        }
    }
}
