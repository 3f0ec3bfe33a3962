using System.Net;
using Streamix.Auth.Identity.Accounts;

namespace Streamix.Auth.Identity.Guards;

/// <summary>How many failures are free, and how long the door stays shut then: it doubles with each further one.</summary>
internal sealed record GuardRule(string Name, int Free, TimeSpan First, TimeSpan Longest)
{
    /// <summary>As many failures as are free are forgiven in this time; after as long without any, all.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    /// <summary>One address guessing at one account: it locks out only itself.</summary>
    public static readonly GuardRule Pair = new("pair", 5, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));

    /// <summary>Many addresses guessing at one account.</summary>
    public static readonly GuardRule Account = new("account", 20, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15));

    /// <summary>One address guessing at many accounts.</summary>
    public static readonly GuardRule Address = new("address", 100, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));

    /// <summary>Second factors and step-up of an account.</summary>
    public static readonly GuardRule Factor = new("factor", 5, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));

    /// <summary>Mails with a passcode: a cool-down after each.</summary>
    public static readonly GuardRule Resend = new("resend", 1, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15));

    /// <summary>Mails with a reset link.</summary>
    public static readonly GuardRule Reset = new("reset", 1, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15));

    /// <summary>After this time one failure counts no more: a network of many people who mistype now and then is not shut out for ever.</summary>
    public TimeSpan Forgiving => Memory / Free;

    public GuardKey For(string email) => new(this, AccountCopy.KeyOf(email), "");

    public GuardKey For(string email, IPAddress? address) => new(this, AccountCopy.KeyOf(email), Network(address));

    public GuardKey For(Guid accountId) => new(this, accountId.ToString("n"), "");

    public GuardKey For(IPAddress? address) => new(this, "", Network(address));

    /// <summary>An IPv6 customer has a /64 at least.</summary>
    private static string Network(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(bytes.Length == 16 ? bytes.AsSpan(0, 8) : bytes);
    }
}

/// <summary>A rule and whom it is applied to.</summary>
internal sealed record GuardKey(GuardRule Rule, string Owner, string Detail);

/// <summary>The failures under a key, this attempt among them.</summary>
internal sealed record GuardCount(GuardKey Key, int Failures)
{
    /// <summary>The door falls shut with this attempt for the first time.</summary>
    public bool FellShut => Failures == Key.Rule.Free;
}
