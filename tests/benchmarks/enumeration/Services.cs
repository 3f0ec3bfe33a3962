using Streamix.Testing.Engines;

namespace Streamix.Benchmarks.Enumeration;

/// <summary>users-account and auth-identity as they run in production, but for limits that would end the run.</summary>
internal sealed class Services : IAsyncDisposable
{
    private readonly PostgresServer _postgres;
    private readonly PostOffice _mail;

    private Services(PostgresServer postgres, PostOffice mail, string accountDb, string identityDb, ServiceProcess account, ServiceProcess identity) =>
        (_postgres, _mail, AccountDb, IdentityDb, Account, Identity) = (postgres, mail, accountDb, identityDb, account, identity);

    public string AccountDb { get; }

    public string IdentityDb { get; }

    public ServiceProcess Account { get; }

    public ServiceProcess Identity { get; }

    public static async Task<Services> StartAsync()
    {
        var postgres = await PostgresServer.StartAsync();
        var (account, identity) = (await postgres.CreateDatabaseAsync("account"), await postgres.CreateDatabaseAsync("identity"));
        await Population.MigrateAsync(account, identity);
        var mail = await PostOffice.OpenAsync();
        var identities = await ServiceProcess.StartAsync("Streamix.Auth.Identity.dll", new()
        {
            ["OTEL_SERVICE_NAME"] = "auth-identity",
            ["ConnectionStrings__auth-identity-db"] = identity,
            ["services__comms-email__http__0"] = mail.Address,
            ["Sealing__Secret"] = "only for this run, and long enough to be one",
            ["Identity__EncryptionSecret"] = "only for this run, and long enough to be one",
        });
        var accounts = await ServiceProcess.StartAsync("Streamix.Users.Account.dll", new()
        {
            ["OTEL_SERVICE_NAME"] = "users-account",
            ["ConnectionStrings__users-account-db"] = account,
            ["services__comms-email__http__0"] = mail.Address,
            ["services__auth-identity__http__0"] = identities.Address.ToString(),
        });
        return new(postgres, mail, account, identity, accounts, identities);
    }

    public async ValueTask DisposeAsync()
    {
        await Account.DisposeAsync();
        await Identity.DisposeAsync();
        await _mail.DisposeAsync();
        await _postgres.DisposeAsync();
    }
}
