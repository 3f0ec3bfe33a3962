using System.Text.Json;

namespace Streamix.Demo.Tests.Fakes;

/// <summary>Accounts, passcodes by mail, profiles.</summary>
internal sealed class FakeAccounts
{
    private readonly Dictionary<string, (Guid Id, bool Proven)> _accounts = [];
    private readonly List<object> _mails = [];

    /// <summary>Whose token, and the profile's name; true with a PIN.</summary>
    public Dictionary<string, bool> Profiles { get; } = [];

    public IEnumerable<string> Proven => _accounts.Where(account => account.Value.Proven).Select(account => account.Key);

    public (int Status, object? Body, string? Tag)? Answer(string method, string path, JsonElement json) => (method, path) switch
    {
        ("GET", "/api/email") => (200, _mails, null),
        ("POST", "/api/v1/identity/sign-in") => SignIn(json.GetProperty("email").GetString()!),
        ("POST", "/api/v1/account/registrations") => SignUp(json.GetProperty("email").GetString()!),
        ("POST", "/api/v1/identity/passcodes/resend") => Mail(json.GetProperty("accountId").GetGuid()),
        ("POST", "/api/v1/identity/passcodes/verify") => Prove(json.GetProperty("accountId").GetGuid()),
        ("GET", "/api/v1/profiles?limit=100") => (200, new { items = Profiles.Select(profile => new { id = Guid.Empty, name = profile.Key, hasPin = profile.Value }) }, null),
        ("POST", "/api/v1/profiles") => Add(json.GetProperty("name").GetString()!),
        ("PUT", _) when path.EndsWith("/pin", StringComparison.Ordinal) => SetPin(),
        _ => null,
    };

    private (int, object?, string?) SignIn(string email) => _accounts.TryGetValue(email, out var account)
        ? account.Proven ? (200, new { session = new { accessToken = email } }, null) : (403, new { code = "email-unproven", accountId = account.Id }, null)
        : (401, new { }, null);

    private (int, object?, string?) SignUp(string email)
    {
        _accounts.Add(email, (Guid.NewGuid(), false));
        Mail(_accounts[email].Id);
        return (201, new { accountId = _accounts[email].Id }, null);
    }

    private (int, object?, string?) Mail(Guid id)
    {
        var email = _accounts.Single(account => account.Value.Id == id).Key;
        _mails.Add(new { to = new[] { new { address = email } }, text = "Your code:\n\n    ABC234\n\nGood luck." });
        return (202, new { }, null);
    }

    private (int, object?, string?) Prove(Guid id)
    {
        _accounts[_accounts.Single(account => account.Value.Id == id).Key] = (id, true);
        return (204, null, null);
    }

    private (int, object?, string?) Add(string name)
    {
        Profiles.Add(name, false);
        return (201, new { id = Guid.Empty, name, hasPin = false }, null);
    }

    /// <summary>Of the last one.</summary>
    private (int, object?, string?) SetPin()
    {
        Profiles[Profiles.Keys.Last()] = true;
        return (204, null, null);
    }
}
