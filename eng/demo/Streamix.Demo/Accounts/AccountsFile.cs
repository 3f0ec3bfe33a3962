using System.Text.Json;
using Streamix.Demo.Api;

namespace Streamix.Demo.Accounts;

/// <summary>Who signs up: <c>accounts.json</c>.</summary>
internal sealed record AccountsFile(string Administrator, IReadOnlyList<DemoAccount> Accounts)
{
    public IEnumerable<DemoAccount> Viewers => Accounts.Where(account => account.Name != Administrator);

    public static AccountsFile Read(string file) =>
        JsonSerializer.Deserialize<AccountsFile>(File.ReadAllText(file), Gateway.Json) ?? throw new DemoException($"{file} is empty.");
}

/// <summary>An account and the profiles it has besides its first.</summary>
internal sealed record DemoAccount(string Name, string DisplayName, string Locale, string Country, IReadOnlyList<DemoProfile> Profiles)
{
    public string Email => EmailOf(Name);

    public static string EmailOf(string name) => $"{name}@{DemoOptions.Domain}";
}

internal sealed record DemoProfile(string Name, bool Kids, int Maturity, string Language, string? Pin = null);
