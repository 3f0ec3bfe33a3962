namespace Streamix.Platform.Tests.Accounts.Faults;

/// <summary>What stands in the services' databases in the end.</summary>
internal sealed class Books(MortalGraph graph)
{
    private static readonly string[] Databases = ["users-account-db", "users-profile-db", "auth-identity-db", "auth-session-db", "comms-email-db"];
    private readonly Ledgers _ledgers = new(graph, Databases);

    /// <summary>Account, e-mail and status of all whose address begins so.</summary>
    public Task<List<(Guid Id, string Text)>> AccountsAsync(string mark) =>
        _ledgers.ReadAsync("users-account-db", "SELECT id, email || ' ' || status FROM accounts WHERE starts_with(email_key, $1)", mark);

    /// <summary>Whose credential is there, and whether it was proven.</summary>
    public Task<List<(Guid Id, string Text)>> CredentialsAsync() =>
        _ledgers.ReadAsync("auth-identity-db", "SELECT account_id, CASE WHEN proven_at IS NULL THEN 'unproven' ELSE 'proven' END FROM credentials");

    public Task<List<(Guid Id, string Text)>> ProfilesAsync() => _ledgers.ReadAsync("users-profile-db", "SELECT account_id, name FROM profiles");

    /// <summary>The send log.</summary>
    public Task<List<(Guid Id, string Text)>> MailsAsync() => _ledgers.ReadAsync("comms-email-db", "SELECT account_id, template || ' ' || state FROM mails");

    public Task<List<string>> DeadLettersAsync() => _ledgers.DeadLettersAsync();

    /// <summary>What waits to be sent, but for what nobody listens to.</summary>
    public Task<List<string>> UnsentAsync(IReadOnlySet<string> heard) => _ledgers.UnsentAsync(heard);
}
