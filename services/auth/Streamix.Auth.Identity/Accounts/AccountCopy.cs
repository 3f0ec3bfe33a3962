using System.Globalization;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Auth.Identity.Accounts;

/// <summary>What users-account says of an account. Each part has the revision it came with, so that the order of arrival does not matter.</summary>
internal sealed class AccountCopy(Guid accountId)
{
    public const string FallbackLocale = "en";
    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = true };

    public Guid AccountId { get; private set; } = accountId;

    /// <summary>Null until the registration or a change of the address has arrived.</summary>
    [Personal]
    public string? Email { get; private set; }

    /// <summary>The address in the form in which it is looked up.</summary>
    [Personal]
    public string? EmailKey { get; private set; }

    public long EmailRevision { get; private set; }

    public string Status { get; private set; } = AccountStatuses.Pending;

    public long StatusRevision { get; private set; }

    public IReadOnlyList<string> Roles { get; private set; } = [];

    public long RolesRevision { get; private set; }

    public string Locale { get; private set; } = FallbackLocale;

    public long LocaleRevision { get; private set; }

    /// <summary>Lower case, the domain in ASCII: as users-account tells addresses apart.</summary>
    public static string KeyOf(string email)
    {
        var lower = email.Trim().ToLowerInvariant();
        var at = lower.LastIndexOf('@');
        try
        {
            return at < 0 ? lower : lower[..(at + 1)] + Idn.GetAscii(lower[(at + 1)..]);
        }
        catch (ArgumentException)
        {
            return lower;
        }
    }
}
