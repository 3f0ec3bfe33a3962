namespace Streamix.Users.Contracts.Accounts;

/// <summary>What an account can be.</summary>
public static class AccountStatuses
{
    /// <summary>Signed up, address not proven.</summary>
    public const string Pending = "pending";

    /// <summary>May sign in.</summary>
    public const string Active = "active";

    /// <summary>May not sign in until reinstated.</summary>
    public const string Suspended = "suspended";

    /// <summary>Ended for good.</summary>
    public const string Closed = "closed";
}
